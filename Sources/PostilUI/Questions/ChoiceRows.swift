import PostilModel
import PostilScreen

/// Choices one below another: cursor, mark, key, title, suggestion. Used by label, labels and long ratings.
struct ChoiceRows {
  /// How chosen ones are marked.
  enum Mark { case one, many }

  let view: QuestionView
  let mark: Mark
  /// Among `many`, how many of the first ones exclude each other.
  var exclusive = 0
  let isChosen: (String) -> Bool

  private var choices: [Choice] { view.question.kind.choices }

  /// The columns before the titles.
  private var indent: Int { mark == .one ? 7 : 9 }

  /// A choice's words; its name where it has no title of its own.
  static func title(_ choice: Choice) -> String {
    choice.title.isEmpty || choice.title == choice.name ? choice.name : choice.title
  }

  /// The rows: one for each choice, and one for the help of the choice under the cursor.
  func height(width: Int) -> Int { choices.count + (cursorHelp(width: width)?.count ?? 0) }

  private func cursorHelp(width: Int) -> TextLayout? {
    guard let cursor = view.cursor, choices.indices.contains(cursor), !choices[cursor].help.isEmpty else { return nil }
    return TextLayout(choices[cursor].help, width: width - indent - 2)
  }

  func draw(in area: Rectangle, painter: inout Painter) {
    let widest = choices.map { TextWidth.columns(of: Self.title($0)) }.max() ?? 0
    let titleEnd = area.x + indent + min(widest, max(6, area.width - indent - 14))
    var y = area.y
    for (place, choice) in choices.enumerated() {
      draw(choice, place: place, y: y, area: area, titleEnd: titleEnd, painter: &painter)
      painter.target(
        Rectangle(x: area.x, y: y, width: area.width, height: 1),
        .choice(question: view.question.name, choice: place))
      y += 1
      guard place == view.cursor, let help = cursorHelp(width: area.width) else { continue }
      for line in 0..<help.count { painter.line(help, line, x: area.x + indent, y: y + line, .textDim) }
      y += help.count
    }
  }

  private func draw(
    _ choice: Choice, place: Int, y: Int, area: Rectangle, titleEnd: Int, painter: inout Painter
  ) {
    let isCursor = place == view.cursor
    let isChosen = isChosen(choice.name)
    let base = isCursor ? painter.style(.cursor, on: painter.theme[.text]) : nil
    if let base {
      painter.fill(Rectangle(x: area.x + 1, y: y, width: area.width - 2, height: 1), base)
      painter.sign(.cursor, x: area.x + 1, y: y, .accent, on: base)
    }
    let isSuggested = !view.suggestions(forChoice: choice.name).isEmpty
    let title = Self.title(choice)
    let room = !isSuggested ? area.right - area.x - indent - 2 : titleEnd - area.x - indent
    // What is chosen is one piece: mark, key and title together.
    let look = isChosen ? painter.style(.labelChosen, on: base ?? painter.theme[.text]) : base
    if isChosen, let look {
      let width = indent - 1 + min(room, TextWidth.columns(of: title))
      painter.fill(Rectangle(x: area.x + 2, y: y, width: min(width, area.width - 3), height: 1), look)
    }
    drawMark(place < exclusive ? .one : mark, isChosen, x: area.x, y: y, on: look, painter: &painter)
    let key = view.keys.indices.contains(place) ? view.keys[place].map(String.init) ?? "" : ""
    painter.text(key, x: area.x + indent - 3, y: y, columns: 2, isChosen ? .text : .key, on: look)
    painter.text(title, x: area.x + indent, y: y, columns: room, isChosen ? .text : .label, on: look)
    guard isSuggested else { return }
    let x = min(titleEnd + 2, area.right - 5)
    painter.sign(.suggestion, x: x, y: y, .suggestion, on: base)
    let columns = area.right - x - 3
    let fitted = view.suggestionText(
      forChoice: choice.name, columns: columns, ellipsis: painter.alphabet.string(.ellipsis))
    painter.text(fitted, x: x + 2, y: y, columns: columns, .suggestion, on: base)
  }

  private func drawMark(_ mark: Mark, _ isChosen: Bool, x: Int, y: Int, on base: Style?, painter: inout Painter) {
    switch mark {
    case .one: if isChosen { painter.sign(.chosen, x: x + 2, y: y, .text, on: base) }
    case .many:
      let role: Role = isChosen ? .text : .textDim
      painter.text("[", x: x + 2, y: y, role, on: base)
      painter.sign(isChosen ? .checked : .unchecked, x: x + 3, y: y, role, on: base)
      painter.text("]", x: x + 4, y: y, role, on: base)
    }
  }

  /// The row of the cursor.
  var cursorRow: Int { view.cursor ?? 0 }
}
