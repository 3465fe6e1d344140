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
      draw(message, in: area, &painter)
    } else {
      FooterItem.draw(footerItems(session), in: area, &painter)
    }
  }

  /// The message's words with its mark.
  private static func words(of message: SessionMessage) -> String {
    (message.kind == .information ? "" : "! ") + message.text
  }

  /// Whether a message is longer than the footer's one row.
  func hasLongMessage(_ session: Session) -> Bool {
    guard layers.isEmpty, let message = notice ?? session.message else { return false }
    return TextWidth.columns(of: Self.words(of: message)) > size.columns - 4
  }

  /// Draws a message that is longer than the footer over the rows above it, whole.
  func drawLongMessage(_ session: Session, _ painter: inout Painter) {
    guard hasLongMessage(session), let message = notice ?? session.message else { return }
    let words = TextLayout(Self.words(of: message), width: size.columns - 4)
    let rows = min(words.count, max(1, size.rows / 3))
    let area = Rectangle(x: 0, y: size.rows - rows, width: size.columns, height: rows)
    painter.fill(area, painter.theme[.text])
    for line in 0..<rows { painter.line(words, line, x: 2, y: area.y + line, Self.role(of: message)) }
  }

  private static func role(of message: SessionMessage) -> Role {
    switch message.kind {
    case .information: .messageInfo
    case .warning: .messageWarning
    case .error: .messageError
    }
  }

  private func draw(_ message: SessionMessage, in area: Rectangle, _ painter: inout Painter) {
    painter.text(Self.words(of: message), x: area.x + 2, y: area.y, columns: area.width - 4, Self.role(of: message))
  }

  /// The keys that are likeliest now, the most useful first; the last one is always shown.
  func footerItems(_ session: Session) -> [FooterItem] {
    switch context {
    case .prompt: return [FooterItem(keys: "Enter", label: "choose"), FooterItem(keys: "Esc", label: "close")]
    case .popup: return popupItems()
    case .text:
      return [
        FooterItem(keys: "Esc", label: "end writing"), writing?.isTurn == true ? item(.nextTurn, in: .text) : nil,
        item(.submit, in: .text), item(.nextQuestion, in: .text),
        disabledReason(.externalEditor, session: session) == nil ? item(.externalEditor, in: .text) : nil,
        item(.help, in: .text),
      ].compactMap { $0 }
    case .desk, .ranking, .ratings, .remarks, .review: return pending.isEmpty ? deskItems(session) : pendingItems()
    }
  }

  func item(_ command: Command, in context: CommandContext = .desk, label: String? = nil) -> FooterItem? {
    guard let keys = keymap.keys(of: command, in: context).first else { return nil }
    return FooterItem(keys: keys, label: label ?? CommandTable.description(of: command).label, command: command)
  }

  private func popupItems() -> [FooterItem] {
    guard case .popup(let popup) = layers.last else { return [FooterItem(keys: "any key", label: "begins")] }
    let choose = popup.isChosenFrom ? FooterItem(keys: "Enter", label: "choose") : nil
    let move = [item(.down, in: .popup), item(.up, in: .popup)].compactMap { $0?.keys }.joined(separator: " ")
    let label = popup.isChosenFrom ? "move" : "scroll"
    return [
      choose, FooterItem(keys: move, label: label), item(.search, in: .popup), item(.back, in: .popup, label: "close"),
    ].compactMap { $0 }
  }

  /// After the first key of several, only what can follow it counts.
  private func pendingItems() -> [FooterItem] {
    [
      FooterItem(keys: KeyStroke.text(pending), label: "and one of the keys above"),
      FooterItem(keys: "Esc", label: "never mind"),
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
        answerItems(session) + candidateItems() + [
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
    guard let question = focusedQuestion(session), session.readOnlyReason == nil else { return [] }
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
