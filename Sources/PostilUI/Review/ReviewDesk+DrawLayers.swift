import PostilCore
import PostilModel
import PostilScreen

extension ReviewDesk {
  /// Draws what lies over the desk, the lowest first.
  mutating func drawLayers(session: ReviewSession, _ painter: inout Painter) {
    if let own = answering {
      var own = own
      own.desk.drawLongMessage(own.answer.session, &painter)
      own.desk.drawLayers(session: own.answer.session, &painter)
      answering = own
    }
    if let message = message(session) { MessagePicture(message: message).drawWhole(on: size, &painter) }
    for index in layers.indices {
      let isTop = index == layers.count - 1
      if isTop { painter.hideCursor() }
      switch layers[index] {
      case .popup(let popup): draw(popup, at: index, size: size, session: session, &painter)
      case .prompt(let prompt):
        guard isTop else { continue }
        let place = prompt.purpose == .search ? search?.place : nil
        PromptPicture(
          label: prompt.label, entry: prompt.entry, isSelected: prompt.isSelected, hint: place ?? prompt.hint,
          isHintKept: prompt.purpose == .search,
          problem: prompt.problem, ways: completions(of: prompt, session: session), cursor: prompt.cursor
        ).draw(on: size, &painter)
      case .firstRun: break
      }
    }
    let ways = pending.isEmpty ? [] : continuations
    ContinuationsPicture(typed: pending, ways: ways, size: size).draw(&painter)
  }

  // MARK: The footer

  /// The ways to go on after what was typed.
  private var continuations: [Keymap.Continuation] {
    contexts.flatMap { keymap.continuations(of: pending, in: $0) }.filter { offers($0.command) }
  }

  func message(_ session: ReviewSession) -> SessionMessage? {
    guard layers.isEmpty else { return nil }
    return notice ?? session.message
  }

  /// Draws the line at the bottom: a message, else the keys of the moment. Prompts lie over it.
  mutating func drawFooter(_ layout: ReviewLayout, session: ReviewSession, _ painter: inout Painter) {
    let area = layout.footer
    if let message = message(session) {
      MessagePicture(message: message).draw(in: area, &painter)
    } else if let own = answering, layers.isEmpty {
      own.drawFooter(in: area, &painter)
    } else {
      FooterItem.draw(footerItems(session), in: area, &painter)
    }
  }

  private func item(_ command: Command, in context: CommandContext = .review, label: String? = nil) -> FooterItem? {
    keymap.item(command, in: context, label: label)
  }

  /// The keys that are likeliest now, the most useful first; the last one is always shown.
  private func footerItems(_ session: ReviewSession) -> [FooterItem] {
    switch context {
    case .prompt: return LayerItems.inPrompt
    case .popup: return LayerItems(keymap).items(of: layers.last)
    default: break
    }
    if !pending.isEmpty { return LayerItems.after(pending) }
    if let overlay {
      let move = [item(.down), item(.up)].compactMap { $0?.keys }.joined(separator: " ")
      let isOverview = overlay == .overview
      return [
        FooterItem(keys: move, label: "scroll"), isOverview ? item(.reload, label: "work it out again") : nil,
        item(isOverview ? .overview : .guidelines, label: "close"), item(.help),
      ].compactMap { $0 }
    }
    var items: [FooterItem?] = searchItems
    if session.reasonAgainstDeciding == nil, let people = matrix?.people, !people.isEmpty {
      if session.task?.resolution == nil {
        if session.task?.standing.state == .unanimous { items += unanimousItems(session) }
        let digits = people.indices.prefix(9).map { String($0 + 1) }
        let keys = digits.count > 4 ? "1 to \(digits.count)" : digits.joined(separator: " ")
        items += [item(.acceptMajority), FooterItem(keys: keys, label: "accept a person's"), item(.ownAnswer)]
        items += mendsFirst ? [item(.mendAnswer), item(.sendBack)] : [item(.sendBack), item(.mendAnswer)]
      } else {
        items += [item(.nextTask), item(.toggleGold), item(.reopen), item(.errorType)]
      }
    } else {
      items.append(item(.nextTask))
    }
    if matrix?.people.isEmpty != false || session.task?.standing.state != .unanimous {
      items.append(acceptAll(session))
    }
    items += zoomItems
    items += [item(.undo), item(.filter), item(.overview), item(.help) ?? item(.palette)]
    return items.compactMap { $0 }
  }
  /// Whether what is answered is sooner mended than given anew: what is drawn or written, say.
  private var mendsFirst: Bool {
    guard let rows = matrix?.rows, rows.indices.contains(row) else { return false }
    return rows[row].question.kind.choices.isEmpty
  }

  /// What goes with a unanimous task: the check with how far it is, and all in one go once that is enough.
  private func unanimousItems(_ session: ReviewSession) -> [FooterItem?] {
    var check = item(.toggleChecked)
    if let progress = session.spotCheck, !progress.isEnough, session.task?.standing.isChecked == false {
      check?.label = progress.words
    }
    return [acceptAll(session), check]
  }

  /// All unanimous tasks in one go; nil while they cannot be accepted.
  private func acceptAll(_ session: ReviewSession) -> FooterItem? {
    guard session.reasonAgainstAcceptingAll == nil, let count = session.totals?.unanimous else { return nil }
    return item(.acceptUnanimous, label: "accept \(NumberText.grouped(count)) unanimous")
  }
  /// How near one looks, where there is something to look at.
  private var zoomItems: [FooterItem?] {
    guard hasPicture else { return [] }
    let keys = [Command.zoomIn, .zoomOut].compactMap { keymap.keys(of: $0, in: .pictures).first }
    return [FooterItem(keys: keys.joined(separator: " "), label: "zoom", command: .zoomIn)]
  }

  /// What goes with a search that is on.
  private var searchItems: [FooterItem?] {
    guard let search else { return [] }
    let keys = [item(.nextHit), item(.previousHit)].compactMap { $0?.keys }.joined(separator: " ")
    return [
      FooterItem(keys: "/" + search.words, label: search.place),
      FooterItem(keys: keys, label: "next, previous", command: .nextHit), FooterItem(keys: "Esc", label: "end search"),
    ]
  }
}
