import PostilCore
import PostilModel
import PostilScreen

/// An answer of the reviewer's own: the questions as the annotating desk shows them, beside what the others said.
struct OwnAnswering: Sendable {
  /// Nothing of this answer depends on the time: what it takes is not counted.
  static let anyTime = Timestamp(milliseconds: 0)

  /// The session at the one task.
  var answer: OwnAnswer
  /// The annotating desk, of which only the questions and what lies over them are shown.
  var desk: Desk

  init(_ answer: OwnAnswer, keymap: Keymap, size: Size) {
    self.answer = answer
    desk = Desk(session: answer.session, keymap: keymap, themes: [], theme: "")
    desk.size = size
    desk.show(.questions)
  }

  /// Whether Esc or `q` would leave the answer, and not something within it.
  var isAtRest: Bool { desk.context == .desk && desk.layers.isEmpty && desk.pending.isEmpty }

  /// Takes a key. Returns what concerns the terminal.
  mutating func handle(_ key: Key) -> [Intent] {
    perform(desk.handle(key, session: answer.session))
  }

  /// Does what keys have led to.
  mutating func perform(_ intents: [Intent]) -> [Intent] {
    var outside: [Intent] = []
    for intent in intents {
      guard case .session(let action) = intent else {
        outside.append(intent)
        continue
      }
      answer.perform(action, at: Self.anyTime)
      desk.sync(with: answer.session)
    }
    // What asks for things of the annotating desk has no place here.
    if case .prompt(let prompt) = desk.layers.last, [.skip, .comment, .goTo, .filter, .search].contains(prompt.purpose)
    {
      desk.layers.removeLast()
      answer.perform(.setFlagged(true), at: Self.anyTime)
    }
    return outside
  }

  /// Draws the line at the bottom: what is said, else the keys of the moment.
  func drawFooter(in area: Rectangle, _ painter: inout Painter) {
    let session = answer.session
    if let message = desk.notice ?? session.message {
      let mark = message.kind == .information ? "" : "! "
      let role: Role = message.kind == .information ? .messageInfo : .messageWarning
      painter.text(mark + message.text, x: area.x + 2, y: area.y, columns: area.width - 4, role)
    } else if desk.context == .desk, desk.pending.isEmpty {
      let keys = desk.focusedQuestion(session).map { question in
        desk.shownKeys(of: question, session: session).compactMap { $0.map(String.init) }.joined(separator: " ")
      }
      let isOneKey = session.project.submitsAtOneKey
      let final = "make it final"
      let answers = keys.flatMap { $0.isEmpty ? nil : FooterItem(keys: $0, label: isOneKey ? final : "answer") }
      // Where one key is all, Enter after it would be the review desk's, unless an answer stands there already.
      let wantsSubmit = !isOneKey || session.current?.draft != nil
      let items = [
        answers, wantsSubmit ? desk.item(.submit, label: final) : nil, isOneKey ? nil : desk.item(.nextQuestion),
        isOneKey ? nil : desk.item(.undo), FooterItem(keys: "Esc", label: "leave it"),
      ]
      FooterItem.draw(items.compactMap { $0 }, in: area, &painter)
    } else {
      FooterItem.draw(desk.footerItems(session), in: area, &painter)
    }
  }

  /// The rows that the questions would like to have in a width.
  func rows(width: Int) -> Int { QuestionsPane(desk: desk, session: answer.session).rows(width: width) }
}
