import PostilCore
import PostilModel
import PostilScreen

/// A piece of the footer: keys, what they do, and the command that a click gives.
struct FooterItem: Sendable, Hashable {
  var keys: String
  var label: String
  var command: Command?

  /// Draws as many as there is room for; the last one always.
  static func draw(_ items: [FooterItem], in area: Rectangle, _ painter: inout Painter) {
    guard let last = items.last else { return }
    func width(_ item: FooterItem) -> Int { TextWidth.columns(of: item.keys) + 1 + TextWidth.columns(of: item.label) }
    var room = area.width - 4 - width(last)
    var shown: [FooterItem] = []
    for item in items.dropLast() where width(item) + 4 <= room {
      shown.append(item)
      room -= width(item) + 4
    }
    var x = area.x + 2
    for item in shown + [last] {
      let start = x
      x += painter.text(item.keys, x: x, y: area.y, columns: area.right - x, .key) + 1
      x += painter.text(item.label, x: x, y: area.y, columns: area.right - x, .textDim)
      if let command = item.command {
        painter.target(Rectangle(x: start, y: area.y, width: x - start, height: 1), .command(command))
      }
      x += 4
    }
  }
}

extension Desk {
  /// Draws the line at the bottom: a prompt, else a message, else the keys of the moment.
  func drawFooter(_ layout: DeskLayout, session: Session, _ painter: inout Painter) {
    let area = layout.footer
    if case .prompt(let prompt) = layers.last {
      draw(prompt, in: area, &painter)
    } else if let message = notice ?? session.message {
      MessagePicture(message: message).draw(in: area, &painter)
    } else {
      FooterItem.draw(footerItems(session), in: area, &painter)
    }
  }

  /// Whether a message is longer than the footer's one row.
  func hasLongMessage(_ session: Session) -> Bool {
    guard layers.isEmpty, let message = notice ?? session.message else { return false }
    return MessagePicture(message: message).isLong(on: size)
  }

  /// Draws a message that is longer than the footer over the rows above it, whole.
  func drawLongMessage(_ session: Session, _ painter: inout Painter) {
    guard layers.isEmpty, let message = notice ?? session.message else { return }
    MessagePicture(message: message).drawWhole(on: size, &painter)
  }

  /// The keys that are likeliest now, the most useful first; the last one is always shown.
  func footerItems(_ session: Session) -> [FooterItem] {
    switch context {
    case .prompt: return LayerItems.inPrompt
    case .popup: return LayerItems(keymap).items(of: layers.last)
    case .text:
      return [
        FooterItem(keys: "Esc", label: "end writing"), writing?.isTurn == true ? item(.nextTurn, in: .text) : nil,
        item(.submit, in: .text), item(.nextQuestion, in: .text),
        disabledReason(.externalEditor, session: session) == nil ? item(.externalEditor, in: .text) : nil,
        item(.help, in: .text),
      ].compactMap { $0 }
    case .desk, .ranking, .ratings, .remarks, .boxes, .pictures, .review:
      return pending.isEmpty ? deskItems(session) : LayerItems.after(pending)
    }
  }

  func item(_ command: Command, in context: CommandContext = .desk, label: String? = nil) -> FooterItem? {
    keymap.item(command, in: context, label: label)
  }

  /// How near one looks, where there is something to look at.
  func pictureItems() -> [FooterItem] {
    if pictures.sheet != nil { return sheetItems() }
    guard !pictures.items.isEmpty else { return [] }
    let keys = [Command.zoomIn, .zoomOut].compactMap { keymap.keys(of: $0, in: .pictures).first }
    return [FooterItem(keys: keys.joined(separator: " "), label: "zoom", command: .zoomIn)]
  }

  private func sheetItems() -> [FooterItem] {
    let keys = [Command.zoomIn, .zoomOut].compactMap { keymap.keys(of: $0, in: .pictures).first }
    return [
      FooterItem(keys: keys.joined(separator: " "), label: "larger, smaller", command: .zoomIn),
      FooterItem(keys: "Enter", label: "open", command: .contactSheet),
    ]
  }

  private func deskItems(_ session: Session) -> [FooterItem] {
    var items: [FooterItem?] = []
    if let search {
      items.append(FooterItem(keys: "/" + search.words, label: search.place))
      let keys = [item(.nextHit), item(.previousHit)].compactMap { $0?.keys }.joined(separator: " ")
      items.append(FooterItem(keys: keys, label: "next, previous", command: .nextHit))
      items.append(FooterItem(keys: "Esc", label: "end search"))
    }
    if session.current == nil, session.work != nil, session.queue.filter.isEverything {
      items += [item(.reload, label: "look again"), item(.previousTask, label: "back over what is done"), item(.undo)]
      items.append(item(.back, label: "leave"))
    } else if session.current == nil {
      items += [item(.clearFilter), item(.filter), item(.back, label: "leave")]
    } else {
      items +=
        answerItems(session) + candidateItems() + pictureItems() + [
          item(.skip), item(.flag), item(.undo),
        ]
      if !session.guidelines.text.isEmpty { items.append(item(.guidelines)) }
    }
    items.append(item(.help) ?? item(.palette))
    return items.compactMap { $0 }
  }

  /// What can be done with the candidates while they have the focus.
  private func candidateItems() -> [FooterItem?] {
    guard hasCandidates, focused == .candidates else { return [] }
    let compare = item(.compareTwo, label: candidates.isComparing ? "end comparing" : nil)
    let zoom = item(.zoom, label: isZoomed ? "all responses" : nil)
    return [zoom, compare]
  }

  /// How the focused question is answered.
  private func answerItems(_ session: Session) -> [FooterItem?] {
    guard let question = focusedQuestion(session), session.readOnlyReason == nil, isShown(question) else { return [] }
    if let own = QuestionPanes.pane(for: question).footer(question, at: self, session) { return own }
    // What came back can be submitted as it is.
    let isReturned = session.current.map { session.mark(of: $0.number) == .sentBack } ?? false
    var items: [FooterItem?] = []
    let keys = shownKeys(of: question, session: session).compactMap { $0.map(String.init) }
    if QuestionPanes.form(of: question) != nil {
      items.append(FooterItem(keys: "Enter", label: "write", command: .choose))
      if let keys = keymap.keys(of: .submit).first(where: { $0 != "Enter" }) {
        items.append(FooterItem(keys: keys, label: "submit", command: .submit))
      }
      return items
    }
    if DeskLayout.mode(of: size) == .tabs, focused == .task || focused == .candidates {
      // The labels themselves are on another tab here.
      let labels = zip(shownKeys(of: question, session: session), question.kind.choices).compactMap { key, choice in
        key.map { FooterItem(keys: String($0), label: ChoiceRows.title(choice)) }
      }
      return isReturned ? [item(.submit)] + labels : labels
    }
    let shown = keys.count > 5 ? "\(keys[0]) to \(keys[keys.count - 1])" : keys.joined(separator: " ")
    if !keys.isEmpty { items.append(FooterItem(keys: shown, label: "answer")) }
    if !session.project.submitsAtOneKey || isReturned { items.append(item(.submit)) }
    return items
  }
}
