import PostilCore
import PostilModel
import PostilScreen

/// Left, right, tie and both bad, one below another; or a scale on one row with its ends named, and "both bad" below.
struct ComparisonPane: QuestionPane {
  let typeName = ComparisonQuestion.typeName

  private func chosen(_ view: QuestionView) -> String? {
    (view.question.kind as? ComparisonQuestion)?.choice(of: view.answer, about: view.subject)
  }

  private func rows(_ view: QuestionView) -> ChoiceRows {
    let chosen = chosen(view)
    return ChoiceRows(view: view, mark: .one) { $0 == chosen }
  }

  private func scale(_ view: QuestionView, width: Int) -> ScaleRow? {
    guard let kind = view.question.kind as? ComparisonQuestion, kind.steps != nil else { return nil }
    let steps = kind.choices.filter { Int($0.name) != nil }
    var ends = (steps.first?.title ?? "", steps.last?.title ?? "")
    // Side by side below the steps, if need be in fewer words and wider than the steps; else the sides alone say enough.
    if TextWidth.columns(of: ends.0) + TextWidth.columns(of: ends.1) + 2 > 4 * steps.count {
      ends = ("left much better", "right much better")
      let room = steps.count < 4 ? 0 : width - 6
      if ends.0.utf8.count + ends.1.utf8.count + 2 > room { ends = ("left", "right") }
    }
    let scale = ScaleRow(view: view, steps: steps, chosen: chosen(view), lowest: ends.0, highest: ends.1)
    return scale.fits(width) ? scale : nil
  }

  /// What stands below the scale: the step under the cursor or the chosen one in words, and the choices beside it.
  private func words(_ view: QuestionView, _ scale: ScaleRow) -> String {
    let choices = view.question.kind.choices
    if let cursor = view.cursor, scale.steps.indices.contains(cursor) { return choices[cursor].title }
    return scale.steps.first { $0.name == chosen(view) }?.title ?? ""
  }

  private func others(_ view: QuestionView) -> [(place: Int, choice: Choice)] {
    view.question.kind.choices.enumerated().filter { Int($0.element.name) == nil }.map { ($0.offset, $0.element) }
  }

  func height(_ view: QuestionView, width: Int) -> Int {
    guard let scale = scale(view, width: width) else { return rows(view).height(width: width) }
    return scale.height(width: width) + 1 + others(view).count + (view.suggestions.isEmpty ? 0 : 1)
  }

  func cursorRow(_ view: QuestionView, width: Int) -> Int {
    guard let scale = scale(view, width: width) else { return rows(view).cursorRow }
    guard let cursor = view.cursor, cursor >= scale.steps.count else { return 0 }
    return scale.height(width: width) + 1 + cursor - scale.steps.count
  }

  func cursorStart(_ question: Question, answer: JSONValue?) -> Int { 0 }

  /// On a scale the cursor goes left and right too, and out of it at its ends.
  func run(_ command: Command, _ question: Question, at desk: inout Desk, _ session: Session) -> [Intent]? {
    guard desk.focused == .questions, (question.kind as? ComparisonQuestion)?.steps != nil else { return nil }
    let steps = question.kind.choices.count { Int($0.name) != nil }
    guard desk.choiceCursor < steps else { return nil }
    switch command {
    case .focusLeft where desk.choiceCursor > 0: desk.choiceCursor -= 1
    case .focusRight where desk.choiceCursor + 1 < steps: desk.choiceCursor += 1
    default: return nil
    }
    return []
  }

  func draw(_ view: QuestionView, in area: Rectangle, painter: inout Painter) {
    guard let scale = scale(view, width: area.width) else { return rows(view).draw(in: area, painter: &painter) }
    scale.draw(in: area, painter: &painter)
    var y = area.y + scale.height(width: area.width)
    painter.text(words(view, scale), x: area.x + 5, y: y, columns: area.width - 6, .text)
    y += 1
    for (place, choice) in others(view) {
      draw(choice, place: place, y: y, view: view, area: area, painter: &painter)
      y += 1
    }
    guard !view.suggestions.isEmpty else { return }
    let proposals = view.suggestions.map {
      view.question.kind.summary(of: $0.answer) { id in view.subject?.place(of: id).map(String.init) ?? id }
        + "  " + QuestionView.source(of: $0)
    }
    painter.sign(.suggestion, x: area.x + 5, y: y, .suggestion)
    painter.text(proposals.joined(separator: ", "), x: area.x + 7, y: y, columns: area.width - 8, .suggestion)
  }

  private func draw(
    _ choice: Choice, place: Int, y: Int, view: QuestionView, area: Rectangle, painter: inout Painter
  ) {
    let isCursor = place == view.cursor
    let isChosen = choice.name == chosen(view)
    let row = Rectangle(x: area.x, y: y, width: area.width, height: 1)
    painter.target(row, .choice(question: view.question.name, choice: place))
    let base = isCursor ? painter.style(.cursor, on: painter.theme[.text]) : nil
    if let base {
      painter.fill(row.inset(left: 1, right: 1), base)
      painter.sign(.cursor, x: area.x + 1, y: y, .accent, on: base)
    }
    if isChosen { painter.sign(.chosen, x: area.x + 3, y: y, .text, on: base) }
    let key = view.keys.indices.contains(place) ? view.keys[place].map(String.init) ?? "" : ""
    painter.text(key, x: area.x + 5, y: y, columns: 1, .key, on: base)
    painter.text(
      choice.title, x: area.x + 8, y: y, columns: area.width - 10, isChosen ? .labelChosen : .label, on: base)
  }
}
