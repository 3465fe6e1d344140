import PostilModel
import PostilScreen

/// One label of a list.
struct LabelPane: QuestionPane {
  let typeName = LabelQuestion.typeName

  private func rows(_ view: QuestionView) -> ChoiceRows {
    ChoiceRows(view: view, mark: .one) { view.answer?.string == $0 }
  }

  func height(_ view: QuestionView, width: Int) -> Int { rows(view).height(width: width) }

  func draw(_ view: QuestionView, in area: Rectangle, painter: inout Painter) {
    rows(view).draw(in: area, painter: &painter)
  }

  func cursorRow(_ view: QuestionView, width: Int) -> Int { rows(view).cursorRow }

  func cursorStart(_ question: Question, answer: JSONValue?) -> Int {
    question.kind.choices.firstIndex { $0.name == answer?.string } ?? 0
  }
}
