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
    drawLongMessage(session, &painter)
    for index in layers.indices {
      let isTop = index == layers.count - 1
      if isTop { painter.hideCursor() }
      switch layers[index] {
      case .popup(let popup):
        let rows = rows(of: popup, session: session)
        let drawn = PopupPicture(popup: popup, rows: rows, size: size, isTop: isTop).draw(&painter)
        (cache.popupRows, cache.popupPage) = (drawn.rows, drawn.page)
        layers[index] = .popup(drawn.popup)
      case .prompt(let prompt):
        guard isTop else { continue }
        PromptPicture(
          label: prompt.label, entry: prompt.entry, hint: prompt.hint, problem: prompt.problem,
          ways: completions(of: prompt, session: session), cursor: prompt.cursor
        ).draw(on: size, &painter)
      }
    }
    if !pending.isEmpty { drawContinuations(&painter) }
  }

  /// The ways to go on after a prefix, at the bottom.
  private func drawContinuations(_ painter: inout Painter) {
    let ways = keymap.continuations(of: pending, in: context)
    guard !ways.isEmpty else { return }
    let rows = min(ways.count, size.rows - 4)
    let area = Rectangle(x: 1, y: size.rows - rows - 3, width: min(size.columns - 2, 92), height: rows + 2)
    painter.target(area, .popup)
    let inner = painter.frame(area, title: KeyStroke.text(pending))
    let base = painter.style(.popup)
    for (index, way) in ways.prefix(rows).enumerated() {
      let row = CommandTable.description(of: way.command)
      let y = inner.y + index
      painter.text(way.keys, x: inner.x, y: y, columns: 4, .key, on: base)
      painter.text(row.label, x: inner.x + 4, y: y, columns: 17, .text, on: base)
      painter.text(row.help, x: inner.x + 22, y: y, columns: inner.width - 23, .textDim, on: base)
      painter.target(Rectangle(x: inner.x, y: y, width: inner.width, height: 1), .command(way.command))
    }
  }

  // MARK: The footer

  private func message(_ session: ReviewSession) -> SessionMessage? {
    guard layers.isEmpty else { return nil }
    return notice ?? session.message
  }

  private static func words(of message: SessionMessage) -> String {
    (message.kind == .information ? "" : "! ") + message.text
  }

  private static func role(of message: SessionMessage) -> Role {
    switch message.kind {
    case .information: .messageInfo
    case .warning: .messageWarning
    case .error: .messageError
    }
  }

  /// Draws the line at the bottom: a message, else the keys of the moment. Prompts lie over it.
  mutating func drawFooter(_ layout: ReviewLayout, session: ReviewSession, _ painter: inout Painter) {
    let area = layout.footer
    if let message = message(session) {
      painter.text(Self.words(of: message), x: 2, y: area.y, columns: area.width - 4, Self.role(of: message))
    } else if let own = answering, layers.isEmpty {
      own.drawFooter(in: area, &painter)
    } else {
      FooterItem.draw(footerItems(session), in: area, &painter)
    }
  }

  /// Draws a message that is longer than the footer over the rows above it, whole.
  private func drawLongMessage(_ session: ReviewSession, _ painter: inout Painter) {
    guard let message = message(session) else { return }
    let words = TextLayout(Self.words(of: message), width: size.columns - 4)
    let rows = min(words.count, max(1, size.rows / 3))
    guard rows > 1 else { return }
    let area = Rectangle(x: 0, y: size.rows - rows, width: size.columns, height: rows)
    painter.fill(area, painter.theme[.text])
    for line in 0..<rows { painter.line(words, line, x: 2, y: area.y + line, Self.role(of: message)) }
  }

  private func item(_ command: Command, in context: CommandContext = .review, label: String? = nil) -> FooterItem? {
    guard let keys = keymap.keys(of: command, in: context).first else { return nil }
    return FooterItem(keys: keys, label: label ?? CommandTable.description(of: command).label, command: command)
  }

  /// The keys that are likeliest now, the most useful first; the last one is always shown.
  private func footerItems(_ session: ReviewSession) -> [FooterItem] {
    switch context {
    case .prompt: return [FooterItem(keys: "Enter", label: "choose"), FooterItem(keys: "Esc", label: "close")]
    case .popup:
      let move = [item(.down, in: .popup), item(.up, in: .popup)].compactMap { $0?.keys }.joined(separator: " ")
      var choose: FooterItem?
      if case .popup(let popup) = layers.last, popup.isChosenFrom {
        choose = FooterItem(keys: "Enter", label: "choose")
      }
      return [
        choose, FooterItem(keys: move, label: choose == nil ? "scroll" : "move"),
        item(.back, in: .popup, label: "close"),
      ].compactMap { $0 }
    default: break
    }
    if !pending.isEmpty {
      return [
        FooterItem(keys: KeyStroke.text(pending), label: "and one of the keys above"),
        FooterItem(keys: "Esc", label: "never mind"),
      ]
    }
    if showsOverview {
      let move = [item(.down), item(.up)].compactMap { $0?.keys }.joined(separator: " ")
      return [
        FooterItem(keys: move, label: "scroll"), item(.reload, label: "work it out again"),
        item(.overview, label: "close"), item(.help),
      ].compactMap { $0 }
    }
    var items: [FooterItem?] = []
    if session.reasonAgainstDeciding == nil, let people = matrix?.people, !people.isEmpty {
      if session.task?.resolution == nil {
        if session.task?.standing.state == .unanimous { items += unanimousItems(session) }
        let digits = people.indices.prefix(9).map { String($0 + 1) }
        let keys = digits.count > 4 ? "1 to \(digits.count)" : digits.joined(separator: " ")
        items += [
          item(.acceptMajority), FooterItem(keys: keys, label: "accept a person's"), item(.ownAnswer), item(.sendBack),
        ]
      } else {
        items += [item(.nextTask), item(.toggleGold), item(.reopen), item(.errorType)]
      }
    } else {
      items.append(item(.nextTask))
    }
    if matrix?.people.isEmpty != false || session.task?.standing.state != .unanimous {
      items.append(acceptAll(session))
    }
    items += [item(.undo), item(.filter), item(.overview), item(.help) ?? item(.palette)]
    return items.compactMap { $0 }
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
}
