import PostilCore
import PostilModel
import PostilScreen

/// One row of the queue: cursor, number, sign, answer, beginning of the text.
struct QueueRow {
  /// Columns of the answer, where there is room.
  static let widestAnswer = 10

  let session: Session
  let rank: Int
  let digits: Int
  let isFocused: Bool

  func draw(in area: Rectangle, painter: inout Painter) {
    let isCursor = rank == session.queue.cursor
    let base =
      isCursor ? painter.style(isFocused ? .cursor : .cursorInactive, on: painter.theme[.text]) : painter.theme[.text]
    if isCursor {
      painter.fill(Rectangle(x: area.x + 1, y: area.y, width: area.width - 2, height: 1), base)
      painter.sign(.cursor, x: area.x + 2, y: area.y, .accent, on: base)
    }
    painter.target(area, .task(rank: rank))
    let number = session.queue.number(at: rank).map(String.init) ?? ""
    let numberEnd = area.x + 4 + digits
    painter.text(number, endingAt: numberEnd, y: area.y, columns: digits, isCursor ? .text : .textDim, on: base)
    guard let row = session.queue.summary(at: rank) else {
      painter.sign(.ellipsis, x: numberEnd + 1, y: area.y, .textDim, on: base)
      return
    }
    let state = session.drafts.contains(row.number) ? .draft : row.state
    let mark = session.mark(of: row.number)
    painter.sign(StateSign.sign(state, mark), x: numberEnd + 1, y: area.y, StateSign.role(state, mark), on: base)
    if row.isFlagged { painter.sign(.flagged, x: numberEnd + 2, y: area.y, .stateFlagged, on: base) }
    let answerWidth = area.width >= 36 ? Self.widestAnswer : 8
    let x = numberEnd + 4
    painter.text(answer(row, state: state), x: x, y: area.y, columns: answerWidth, .text, on: base)
    let textX = x + answerWidth + 1
    painter.text(
      row.preview, x: textX, y: area.y, columns: area.right - 2 - textX, isCursor ? .text : .textDim, on: base)
  }

  /// The first answer in words, or the state where there is none.
  private func answer(_ row: TaskSummary, state: AnnotationState) -> String {
    if state == .skipped { return "skipped" }
    let shown = row.number == session.current?.number ? session.current?.answers : session.draft(ofTask: row.number)
    return Self.answer(shown ?? row.answers, project: session.project)
  }

  /// The first answer in words.
  static func answer(_ answers: [String: JSONValue], project: Project) -> String {
    guard !answers.isEmpty else { return "" }
    for question in project.questions {
      if let answer = answers[question.name] { return question.kind.brief(of: answer) }
    }
    return ""
  }
}
