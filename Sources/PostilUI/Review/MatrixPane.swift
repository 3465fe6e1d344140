import PostilCore
import PostilModel
import PostilScreen

/// The answers side by side: a head with the people, then a line for each question and what was measured.
struct MatrixPane {
  /// How the columns share the width.
  struct Columns: Sendable, Equatable {
    /// Columns of the titles, of each person, and of what stands last.
    var title: Int
    var each: Int
    var last: Int
    /// The first person shown, and how many are.
    var first: Int
    var shown: Int

    /// Beyond this, a column has room for what is written, and less for whose it is.
    private static let widest = 26
    /// Labels have that much room, even where fewer people fit beside each other.
    private static let widestWanted = 16

    /// As many people as fit, the one under the cursor among them.
    ///
    /// - Parameter cells: the columns that the widest head or short answer takes.
    init(width: Int, people: Int, titles: Int, cells: Int, lasts: Int, first: Int, cursor: Int) {
      // Where not all fit, their count stands above the titles.
      title = min(max(titles, people > 3 ? 10 : 6), max(10, width / 5))
      last = min(max(9, lasts), max(9, width / 4), Self.widest)
      let room = max(8, width - title - last - 4)
      let wanted = max(1, people)
      each = min(max(8, min(cells, Self.widestWanted) + 1, room / wanted), Self.widest)
      if each > room { each = room }
      shown = max(1, min(wanted, room / each))
      var first = first
      if cursor < first { first = cursor }
      if cursor >= first + shown { first = cursor - shown + 1 }
      self.first = max(0, min(first, people - shown))
    }
  }

  let matrix: AnswerMatrix
  let lines: [MatrixLine]
  /// What the last column holds: `majority`, or `final` once there is a final answer.
  let lastTitle: String
  let row: Int
  let column: Int
  let hasFocus: Bool

  /// The columns for a width.
  func columns(width: Int, first: Int) -> Columns {
    let titles = lines.map { TextWidth.columns(of: $0.title) }.max() ?? 0
    let heads = matrix.people.enumerated().map { place, person in
      TextWidth.columns(of: person.name) + (place < 9 ? 2 : 0) + (person.isSentBack ? 2 : 0)
    }
    let chosen = matrix.rows.enumerated().filter { !($0.element.question.kind is TextQuestion) }.map(\.offset)
    let cells = lines.filter { line in line.row.map(chosen.contains) ?? false }.flatMap { line in
      line.cells.map { TextWidth.columns(of: $0.text) }
    }
    return Columns(
      width: width, people: matrix.people.count, titles: titles, cells: max(heads.max() ?? 0, cells.max() ?? 0),
      lasts: lines.map { TextWidth.columns(of: $0.last.text) }.max() ?? 0,
      first: first, cursor: column)
  }

  /// The first line shown in so many rows, so that the question under the cursor is on the screen.
  func top(_ top: Int, page: Int) -> Int {
    guard let first = lines.firstIndex(where: { $0.row == row }),
      let last = lines.lastIndex(where: { $0.row == row })
    else { return 0 }
    var top = top
    if last >= top + page { top = last - page + 1 }
    if first < top { top = first }
    return max(0, min(top, lines.count - page))
  }

  /// Draws the head and the lines from `top` on.
  func draw(in area: Rectangle, top: Int, columns: Columns, _ painter: inout Painter) {
    let inner = area.inset(left: 2, right: 2)
    drawHead(in: inner, columns, &painter)
    for (offset, line) in lines.dropFirst(top).prefix(area.height - 1).enumerated() {
      draw(line, y: area.y + 1 + offset, in: inner, columns, isFirst: isFirst(top + offset), &painter)
    }
  }

  private func isFirst(_ index: Int) -> Bool { index == 0 || lines[index - 1].row != lines[index].row }

  private func x(of person: Int, in area: Rectangle, _ columns: Columns) -> Int {
    area.x + columns.title + 2 + (person - columns.first) * columns.each
  }

  private func drawHead(in area: Rectangle, _ columns: Columns, _ painter: inout Painter) {
    let end = columns.first + columns.shown
    if columns.shown < matrix.people.count {
      let words = "\(columns.first + 1)-\(end) of \(matrix.people.count)"
      painter.text(words, x: area.x, y: area.y, columns: columns.title, .textDim)
      if columns.first > 0 { painter.sign(.moreLeft, x: area.x + columns.title, y: area.y, .accent) }
      if end < matrix.people.count {
        painter.sign(.moreRight, x: area.right - columns.last - 2, y: area.y, .accent)
      }
    }
    for place in columns.first..<min(end, matrix.people.count) {
      let person = matrix.people[place]
      var x = x(of: place, in: area, columns)
      let right = x + columns.each - 1
      if place < 9 { x += painter.text("\(place + 1)", x: x, y: area.y, .key) + 1 }
      let sign: (Sign, Role)? =
        person.isSentBack
        ? (.sentBack, .stateSentback) : person.annotation.state == .skipped ? (.skipped, .stateSkipped) : nil
      let room = right - x - (sign == nil ? 0 : 2)
      let role = place == column && hasFocus ? Role.titleFocused : .annotator(place)
      x += painter.text(person.name, x: x, y: area.y, columns: room, role) + 1
      if let sign { painter.sign(sign.0, x: x, y: area.y, sign.1) }
    }
    painter.text(lastTitle, x: area.right - columns.last, y: area.y, columns: columns.last, .title)
  }

  private func draw(
    _ line: MatrixLine, y: Int, in area: Rectangle, _ columns: Columns, isFirst: Bool, _ painter: inout Painter
  ) {
    let isCursorRow = line.row == row
    if isFirst || line.row == nil || !line.title.isEmpty {
      let role: Role = line.row == nil ? .textDim : isCursorRow && hasFocus ? .titleFocused : .question
      painter.text(line.title, x: area.x, y: y, columns: columns.title, role)
    }
    for place in columns.first..<min(columns.first + columns.shown, line.cells.count) {
      let cell = line.cells[place]
      let x = x(of: place, in: area, columns)
      var base: Style?
      if isCursorRow, place == column {
        let look = painter.style(hasFocus ? .cursor : .cursorInactive, on: painter.theme[.text])
        painter.fill(Rectangle(x: x - 1, y: y, width: columns.each, height: 1), look)
        if isFirst, hasFocus { painter.sign(.cursor, x: x - 1, y: y, .accent, on: look) }
        base = look
      }
      painter.text(cell.text, x: x, y: y, columns: columns.each - 1, cell.role, on: base)
      if let row = line.row {
        painter.target(
          Rectangle(x: x, y: y, width: columns.each - 1, height: 1), .answer(row: row, person: place))
      }
    }
    painter.text(line.last.text, x: area.right - columns.last, y: y, columns: columns.last, line.last.role)
  }
}
