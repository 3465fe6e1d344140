import PostilModel
import PostilScreen

/// An editor among the rows of a question.
struct EditorRows {
  private let buffer: EditorBuffer
  /// How many rows it takes.
  let count: Int

  /// The most rows of an editor: more where whole texts are mended or conversations written.
  static func most(for question: Question, on screen: Size) -> Int {
    let isAnswer = question.kind is EditQuestion || (question.kind as? TextQuestion)?.firstRole != nil
    return isAnswer ? max(TextPane.mostRows, min(40, screen.rows - 14)) : TextPane.mostRows
  }

  /// The editor of a part, if that is what is written; `width` is that of the pane.
  init?(_ view: QuestionView, part: String, width: Int, least: Int = 1) {
    guard let writing = view.writing, writing.part == part, case .text(var buffer) = writing.content else { return nil }
    let columns = TextPane.textWidth(width) + 1
    buffer.resize(width: columns, height: buffer.height)
    count = max(least, min(buffer.visualLineCount, view.editorRows))
    buffer.resize(width: columns, height: count)
    self.buffer = buffer
  }

  /// The row of the cursor.
  var cursorRow: Int { buffer.cursorPosition.y }

  func draw(_ view: QuestionView, part: String, x: Int, y: Int, painter: inout Painter) {
    for row in 0..<count { painter.sign(.entry, x: x, y: y + row, .accent) }
    let area = Rectangle(x: x + 2, y: y, width: buffer.width, height: count)
    painter.target(area, .text(question: view.question.name, part: part))
    painter.editor(buffer, in: area, isFocused: true)
  }
}
