import PostilModel
import PostilScreen

/// The answer in words, for kinds that have no pane of their own.
struct PlainPane: QuestionPane {
  let typeName = ""

  func height(_ view: QuestionView, width: Int) -> Int { 1 }

  func draw(_ view: QuestionView, in area: Rectangle, painter: inout Painter) {
    let words = view.answer.map { view.question.kind.summary(of: $0) } ?? "no answer"
    painter.text(words, x: area.x + 4, y: area.y, columns: area.width - 5, view.answer == nil ? .textDim : .text)
  }
}
