import PostilModel
import PostilScreen

/// A scale on one row with its ends named below; one step a row where it does not fit.
struct RatingPane: QuestionPane {
  let typeName = RatingQuestion.typeName
  private static let step = 5

  private func rows(_ view: QuestionView) -> ChoiceRows {
    ChoiceRows(view: view, mark: .one) { view.answer?.jsonText == $0 }
  }

  private func isRow(_ view: QuestionView, width: Int) -> Bool {
    4 + view.question.kind.choices.count * Self.step <= width
  }

  private func ends(_ view: QuestionView) -> (lowest: String, highest: String) {
    guard let kind = view.question.kind as? RatingQuestion else { return ("", "") }
    return (kind.lowestName, kind.highestName)
  }

  private func hasEnds(_ view: QuestionView) -> Bool { ends(view) != ("", "") }

  func height(_ view: QuestionView, width: Int) -> Int {
    guard isRow(view, width: width) else { return rows(view).height(width: width) }
    return 1 + (hasEnds(view) ? 1 : 0) + (view.suggestions.isEmpty ? 0 : 1)
  }

  func draw(_ view: QuestionView, in area: Rectangle, painter: inout Painter) {
    guard isRow(view, width: area.width) else { return rows(view).draw(in: area, painter: &painter) }
    let choices = view.question.kind.choices
    for (place, choice) in choices.enumerated() {
      let x = area.x + 3 + place * Self.step
      let isChosen = view.answer?.jsonText == choice.name
      let base = place == view.cursor ? painter.style(.cursor, on: painter.theme[.text]) : nil
      if place == view.cursor { painter.sign(.cursor, x: x, y: area.y, .accent, on: base) }
      // Brackets tell the chosen step without colour; the cursor's sign stands before them.
      let text = isChosen ? "[" + choice.name + "]" : " " + choice.name + " "
      painter.text(text, x: x + 1, y: area.y, columns: Self.step - 1, isChosen ? .labelChosen : .key, on: base)
      painter.target(
        Rectangle(x: x, y: area.y, width: Self.step, height: 1), .choice(question: view.question.name, choice: place))
    }
    var y = area.y + 1
    if hasEnds(view) {
      drawEnds(view, right: area.x + 4 + choices.count * Self.step, y: y, area: area, painter: &painter)
      y += 1
    }
    guard !view.suggestions.isEmpty else { return }
    let proposals = view.suggestions.map { $0.answer.jsonText + "  " + QuestionView.source(of: $0) }
    painter.sign(.suggestion, x: area.x + 5, y: y, .suggestion)
    painter.text(proposals.joined(separator: ", "), x: area.x + 7, y: y, columns: area.width - 8, .suggestion)
  }

  private func drawEnds(_ view: QuestionView, right: Int, y: Int, area: Rectangle, painter: inout Painter) {
    let (lowest, highest) = ends(view)
    let half = max(4, (area.width - 8) / 2)
    painter.text(lowest, x: area.x + 5, y: y, columns: half, .textDim)
    let left = area.x + 5 + min(half, TextWidth.columns(of: lowest)) + 2
    let end = max(right - 1, min(area.right - 1, left + TextWidth.columns(of: highest)))
    painter.text(highest, endingAt: end, y: y, columns: end - left, .textDim)
  }

  func cursorRow(_ view: QuestionView, width: Int) -> Int { isRow(view, width: width) ? 0 : rows(view).cursorRow }

  func cursorStart(_ question: Question, answer: JSONValue?) -> Int {
    question.kind.choices.firstIndex { $0.name == answer?.jsonText } ?? 0
  }
}
