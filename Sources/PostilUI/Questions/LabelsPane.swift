import PostilModel
import PostilScreen

/// Any number of labels of a list, each with a box.
struct LabelsPane: QuestionPane {
  let typeName = LabelsQuestion.typeName

  private func rows(_ view: QuestionView) -> ChoiceRows {
    let chosen = Set((view.answer?.array ?? []).compactMap(\.string))
    return ChoiceRows(view: view, mark: .many) { chosen.contains($0) }
  }

  func height(_ view: QuestionView, width: Int) -> Int { rows(view).height(width: width) }

  func draw(_ view: QuestionView, in area: Rectangle, painter: inout Painter) {
    rows(view).draw(in: area, painter: &painter)
  }

  func cursorRow(_ view: QuestionView, width: Int) -> Int { rows(view).cursorRow }
}
