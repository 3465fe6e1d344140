import PostilModel
import PostilScreen

/// An editor, or what was written in it.
struct TextPane: QuestionPane {
  let typeName = TextQuestion.typeName
  static let mostRows = 14

  static func textWidth(_ width: Int) -> Int { max(4, min(width - 7, DeskLayout.measure)) }
  private func textWidth(_ width: Int) -> Int { Self.textWidth(width) }

  private func layout(_ view: QuestionView, width: Int) -> TextLayout {
    TextLayout(Writing.text(of: view.answer), width: textWidth(width))
  }

  private func rows(_ view: QuestionView, width: Int) -> Int {
    let least = (view.question.kind as? TextQuestion)?.rows ?? 1
    var lines = 1
    if case .text(var buffer) = view.writing?.content {
      buffer.resize(width: textWidth(width) + 1, height: buffer.height)
      lines = buffer.visualLineCount
    } else if view.answer != nil {
      lines = layout(view, width: width).count
    }
    return max(least, min(lines, Self.mostRows))
  }

  private func proposal(_ view: QuestionView, width: Int) -> [TextLayout] {
    guard view.answer == nil || view.isFocused else { return [] }
    return view.suggestions.prefix(2).map {
      TextLayout(QuestionView.source(of: $0) + "  " + Writing.text(of: $0.answer), width: textWidth(width))
    }
  }

  private func hasCount(_ view: QuestionView) -> Bool {
    let kind = view.question.kind as? TextQuestion
    let isBounded = kind?.maximumCharacters != nil || (kind?.minimumCharacters ?? 0) > 0
    return isBounded && (view.writing != nil || view.answer != nil)
  }

  func form(_ question: Question) -> Writing.Form? {
    .text(limit: (question.kind as? TextQuestion)?.maximumCharacters)
  }

  func cursorRow(_ view: QuestionView, width: Int) -> Int {
    guard case .text(var buffer) = view.writing?.content else { return 0 }
    buffer.resize(width: textWidth(width) + 1, height: rows(view, width: width))
    return buffer.cursorPosition.y
  }

  func height(_ view: QuestionView, width: Int) -> Int {
    rows(view, width: width) + (hasCount(view) ? 1 : 0)
      + proposal(view, width: width).reduce(0) { $0 + min($1.count, 4) }
  }

  func draw(_ view: QuestionView, in area: Rectangle, painter: inout Painter) {
    let rows = rows(view, width: area.width)
    let x = area.x + 4
    let width = textWidth(area.width)
    for row in 0..<rows { painter.sign(.entry, x: x, y: area.y + row, view.writing != nil ? .accent : .textDim) }
    painter.target(
      Rectangle(x: x + 2, y: area.y, width: width + 1, height: rows), .text(question: view.question.name))
    if case .text(var buffer) = view.writing?.content {
      buffer.resize(width: width + 1, height: rows)
      painter.editor(buffer, in: Rectangle(x: x + 2, y: area.y, width: width + 1, height: rows), isFocused: true)
    } else if view.answer != nil {
      drawAnswer(view, rows: rows, x: x + 2, area: area, painter: &painter)
    } else if view.isFocused {
      painter.text("Enter to write", x: x + 2, y: area.y, columns: width, .textDim)
    }
    var y = area.y + rows
    if hasCount(view) {
      drawCount(view, x: x + 2, y: y, width: width, painter: &painter)
      y += 1
    }
    drawProposal(view, x: x, y: y, area: area, painter: &painter)
  }

  private func drawAnswer(_ view: QuestionView, rows: Int, x: Int, area: Rectangle, painter: inout Painter) {
    let layout = layout(view, width: area.width)
    for line in 0..<min(rows, layout.count) { painter.line(layout, line, x: x, y: area.y + line, .editor) }
    if layout.count > rows {
      painter.text(
        "\(layout.count - rows + 1) more lines", x: x, y: area.y + rows - 1, columns: textWidth(area.width), .textDim)
    }
  }

  private func drawCount(_ view: QuestionView, x: Int, y: Int, width: Int, painter: inout Painter) {
    let kind = view.question.kind as? TextQuestion
    let count: Int
    let lines: Int
    if case .text(let buffer) = view.writing?.content {
      count = buffer.count
      lines = buffer.lineCount
    } else {
      let text = Writing.text(of: view.answer)
      count = text.count
      lines = 1
    }
    let isOver = kind?.maximumCharacters.map { count > $0 } ?? false
    var words = kind?.maximumCharacters.map { "\(count) of \($0)" } ?? "\(count)"
    words += isOver ? ", too long" : " characters"
    if lines > 1, TextWidth.columns(of: words) + 10 < width { words += ", \(lines) lines" }
    painter.text(words, endingAt: x + width, y: y, columns: width, isOver ? .messageWarning : .textDim)
  }

  private func drawProposal(_ view: QuestionView, x: Int, y: Int, area: Rectangle, painter: inout Painter) {
    var y = y
    for layout in proposal(view, width: area.width) {
      painter.sign(.suggestion, x: x, y: y, .suggestion)
      let shown = min(layout.count, 4)
      for line in 0..<shown {
        let isCut = line == 3 && layout.count > 4
        painter.line(layout, line, x: x + 2, y: y + line, .suggestion)
        if isCut {
          painter.sign(
            .ellipsis, x: x + 2 + min(layout.columns(ofLine: line), layout.width - 1), y: y + line, .suggestion)
        }
      }
      y += shown
    }
  }
}
