import PostilCore
import PostilModel
import PostilScreen

/// A conversation that is written: who speaks, and below it what is said; last the turn that comes next.
struct ConversationPane: QuestionPane {
  let typeName = TextQuestion.typeName
  private static let mostRows = 8

  /// A turn's place among the rows.
  private struct Turn {
    var place: Int
    var role: ChatTurn.Role
    var top: Int
    var editor: EditorRows?
    var layout: TextLayout?
    /// The rows of what is said.
    var rows: Int
    var bottom: Int { top + 1 + rows }
  }

  static func turns(_ answer: JSONValue?) -> [ChatTurn] { answer.flatMap(ChatTurn.turns) ?? [] }

  private func rows(_ view: QuestionView, width: Int) -> [Turn] {
    guard let kind = view.question.kind as? TextQuestion else { return [] }
    let written = Self.turns(view.answer)
    var count = written.count + 1
    if let part = view.writing.flatMap({ Int($0.part) }) { count = max(count, part + 1) }
    var rows: [Turn] = []
    for place in 0..<count {
      let role = kind.role(ofTurn: place) ?? .user
      var turn = Turn(place: place, role: role, top: rows.last?.bottom ?? 0, rows: 1)
      if let editor = EditorRows(view, part: String(place), width: width, least: kind.rows) {
        turn.editor = editor
        turn.rows = editor.count
      } else if place < written.count {
        let layout = TextLayout(written[place].content, width: TextPane.textWidth(width))
        turn.layout = layout
        turn.rows = min(layout.count, Self.mostRows)
      }
      rows.append(turn)
    }
    return rows
  }

  func height(_ view: QuestionView, width: Int) -> Int { rows(view, width: width).last?.bottom ?? 1 }

  func cursorRow(_ view: QuestionView, width: Int) -> Int {
    let rows = rows(view, width: width)
    if let written = rows.first(where: { $0.editor != nil }) {
      return written.top + 1 + (written.editor?.cursorRow ?? 0)
    }
    guard let cursor = view.cursor, !rows.isEmpty else { return 0 }
    return rows[min(cursor, rows.count - 1)].top
  }

  func wantsRoom(_ question: Question, _ session: Session) -> Bool { true }

  func form(_ question: Question) -> Writing.Form? {
    .text(limit: (question.kind as? TextQuestion)?.maximumCharacters)
  }

  func part(_ question: Question, at desk: Desk, _ session: Session) -> String {
    let count = Self.turns(session.current?.answers[question.name]).count
    let isHere = session.focusedQuestion == question.name
    return String(isHere ? min(desk.choiceCursor, count) : count)
  }

  func rowCount(_ question: Question, at desk: Desk, _ session: Session) -> Int {
    Self.turns(session.current?.answers[question.name]).count + 1
  }

  /// The turn that comes next.
  func cursorStart(_ question: Question, answer: JSONValue?) -> Int { Self.turns(answer).count }

  static func title(_ role: ChatTurn.Role) -> String {
    switch role {
    case .user: "User"
    case .assistant: "Assistant"
    case .system: "System"
    case .tool: "Tool"
    }
  }

  func draw(_ view: QuestionView, in area: Rectangle, painter: inout Painter) {
    let rows = rows(view, width: area.width)
    for turn in rows { draw(turn, of: rows.count, view: view, area: area, painter: &painter) }
  }

  private func draw(_ turn: Turn, of count: Int, view: QuestionView, area: Rectangle, painter: inout Painter) {
    let y = area.y + turn.top
    let x = area.x + 4
    let isCursor = view.cursor.map { min($0, count - 1) == turn.place } ?? false
    if isCursor { painter.sign(.cursor, x: area.x + 1, y: y, .accent) }
    let look: Role = turn.role == .assistant ? .chatAssistant : .chatUser
    painter.text("\(turn.place + 1)  \(Self.title(turn.role))", x: x, y: y, columns: area.width - 5, look)
    let part = String(turn.place)
    if let editor = turn.editor {
      editor.draw(view, part: part, x: x, y: y + 1, painter: &painter)
      return
    }
    painter.target(
      Rectangle(x: area.x, y: y, width: area.width, height: 1 + turn.rows),
      .text(question: view.question.name, part: part))
    for row in 0..<turn.rows { painter.sign(.entry, x: x, y: y + 1 + row, .textDim) }
    guard let layout = turn.layout else {
      let words = isCursor ? "Enter to write" : "not written yet"
      painter.text(words, x: x + 2, y: y + 1, columns: area.width - 7, .textDim)
      return
    }
    let isCut = layout.count > turn.rows
    for line in 0..<turn.rows - (isCut ? 1 : 0) { painter.line(layout, line, x: x + 2, y: y + 1 + line, .editor) }
    guard isCut else { return }
    painter.text(
      "\(layout.count - turn.rows + 1) more lines", x: x + 2, y: y + turn.rows, columns: area.width - 7, .textDim)
  }

  func run(_ command: Command, _ question: Question, at desk: inout Desk, _ session: Session) -> [Intent]? {
    switch command {
    case .nextTurn: return desk.goToTurn(desk.choiceCursor + 1, question, session: session)
    case .previousTurn: return desk.goToTurn(desk.choiceCursor - 1, question, session: session)
    default: return nil
    }
  }
}

extension Desk {
  /// Why there is no turn to go to from the one that is written; nil when there is.
  func reasonForTurn(_ command: Command) -> String? {
    guard let writing else { return "Nothing is being written." }
    guard let place = Int(writing.part) else { return "This is one text: it has no turns." }
    if command == .previousTurn { return place == 0 ? "This is the first turn." : nil }
    return writing.text.isEmpty ? "Write this turn first." : nil
  }

  /// Goes on writing at another turn.
  mutating func goToTurn(_ place: Int, _ question: Question, session: Session) -> [Intent] {
    choiceCursor = place
    return beginWriting(question, part: String(place), session: session)
  }
}
