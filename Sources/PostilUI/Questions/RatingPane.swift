import PostilModel
import PostilScreen

/// A scale on one row with its ends named below; one step a row where it does not fit.
struct RatingPane: QuestionPane {
  let typeName = RatingQuestion.typeName

  private func rows(_ view: QuestionView) -> ChoiceRows {
    ChoiceRows(view: view, mark: .one) { view.answer?.jsonText == $0 }
  }

  private func scale(_ view: QuestionView, width: Int) -> ScaleRow? {
    let kind = view.question.kind as? RatingQuestion
    let scale = ScaleRow(
      view: view, steps: view.question.kind.choices, chosen: view.answer?.jsonText, lowest: kind?.lowestName ?? "",
      highest: kind?.highestName ?? "")
    return scale.fits(width) ? scale : nil
  }

  func height(_ view: QuestionView, width: Int) -> Int {
    guard let scale = scale(view, width: width) else { return rows(view).height(width: width) }
    return scale.height(width: width) + (view.suggestions.isEmpty ? 0 : 1)
  }

  func draw(_ view: QuestionView, in area: Rectangle, painter: inout Painter) {
    guard let scale = scale(view, width: area.width) else { return rows(view).draw(in: area, painter: &painter) }
    scale.draw(in: area, painter: &painter)
    guard !view.suggestions.isEmpty else { return }
    let y = area.y + scale.height(width: area.width)
    let proposals = view.suggestions.map { $0.answer.jsonText + "  " + QuestionView.source(of: $0) }
    painter.sign(.suggestion, x: area.x + 5, y: y, .suggestion)
    painter.text(proposals.joined(separator: ", "), x: area.x + 7, y: y, columns: area.width - 8, .suggestion)
  }

  func cursorRow(_ view: QuestionView, width: Int) -> Int {
    scale(view, width: width) != nil ? 0 : rows(view).cursorRow
  }

  func cursorStart(_ question: Question, answer: JSONValue?) -> Int {
    question.kind.choices.firstIndex { $0.name == answer?.jsonText } ?? 0
  }
}
