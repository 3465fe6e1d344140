import PostilModel
import PostilScreen

/// A number on one line with its unit; bounds in dim words while there is none.
struct NumberPane: QuestionPane {
  let typeName = NumberQuestion.typeName

  func height(_ view: QuestionView, width: Int) -> Int {
    1 + (view.suggestions.isEmpty ? 0 : 1) + (problem(view, width: width)?.count ?? 0)
  }

  func form(_ question: Question) -> Writing.Form? { .line }

  func beginsWriting(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || scalar == "-" || scalar == "."
  }

  private func problem(_ view: QuestionView, width: Int) -> TextLayout? {
    guard let text = view.writing?.text, !text.isEmpty else { return nil }
    return view.question.kind.problem(withText: text).map { TextLayout($0, width: max(8, width - 7)) }
  }

  func draw(_ view: QuestionView, in area: Rectangle, painter: inout Painter) {
    guard let kind = view.question.kind as? NumberQuestion else { return }
    let x = area.x + 4
    painter.sign(.entry, x: x, y: area.y, view.isFocused ? .accent : .textDim)
    painter.target(Rectangle(x: area.x, y: area.y, width: area.width, height: 1), .text(question: view.question.name))
    let text = view.writing?.text ?? Writing.text(of: view.answer)
    var end = x + 2 + painter.text(text, x: x + 2, y: area.y, columns: area.width - 8, .editor)
    if case .line(let entry) = view.writing?.content {
      painter.showCursor(x: x + 2 + entry.cursorColumn, y: area.y)
    }
    let words = text.isEmpty ? bounds(kind) : kind.unit
    if !words.isEmpty {
      end += text.isEmpty && view.writing != nil ? 2 : text.isEmpty ? 0 : 1
      painter.text(words, x: end, y: area.y, columns: area.right - end - 1, .textDim)
    }
    var y = area.y + 1
    if let problem = problem(view, width: area.width) {
      for line in 0..<problem.count { painter.line(problem, line, x: x + 2, y: y + line, .messageWarning) }
      y += problem.count
    }
    guard !view.suggestions.isEmpty else { return }
    let proposals = view.suggestions.map { kind.summary(of: $0.answer) + "  " + QuestionView.source(of: $0) }
    painter.sign(.suggestion, x: x, y: y, .suggestion)
    painter.text(proposals.joined(separator: ", "), x: x + 2, y: y, columns: area.width - 7, .suggestion)
  }

  /// `a whole number, 0 to 100 kg`
  private func bounds(_ kind: NumberQuestion) -> String {
    var text = kind.isWhole ? "a whole number" : "a number"
    func number(_ value: Double) -> String { NumberQuestion(isWhole: false).summary(of: .number(value)) }
    switch (kind.minimum, kind.maximum) {
    case (let low?, let high?): text += ", \(number(low)) to \(number(high))"
    case (let low?, nil): text += ", at least \(number(low))"
    case (nil, let high?): text += ", at most \(number(high))"
    case (nil, nil): break
    }
    return kind.unit.isEmpty ? text : text + " " + kind.unit
  }
}
