/// Lays blocks out, one below the other.
struct MarkdownComposer {
  let width: Int
  private(set) var lines: [MarkdownLine] = []
  private(set) var outline: [MarkdownHeading] = []
  private(set) var units: [MarkdownUnit] = []

  init(width: Int) { self.width = width }

  mutating func add(_ block: MarkdownBlock) {
    let prefix = Prefix(block.containers, width: width)
    if block.hasGap { lines.append(prefix.gap) }
    switch block.kind {
    case .paragraph: add(block.inline, prefix)
    case .code: add(block.inline, prefix, indent: 2)
    case .heading(let level):
      let title = block.inline.text.split(separator: "\n").joined(separator: " ")
      outline.append(MarkdownHeading(level: level, title: title, line: lines.count))
      add(block.inline, prefix)
    case .rule:
      var line = prefix.first
      line.append(String(repeating: "─", count: max(1, width - prefix.columns)), role: .marker)
      lines.append(line)
    case .table(let table): add(table, prefix)
    }
  }

  private mutating func add(_ inline: MarkdownInline, _ prefix: Prefix, indent: Int = 0) {
    let layout = TextLayout(inline.text, width: max(2, width - prefix.columns - indent))
    let unit = unit(inline.text)
    for index in 0..<layout.count {
      var line = index == 0 ? prefix.first : prefix.rest
      line.append(blanks: indent)
      place(inline, layout.range(ofLine: index), unit: unit, on: &line)
      line.trim()
      lines.append(line)
    }
  }

  private mutating func unit(_ text: String) -> Int {
    units.append(MarkdownUnit(text: text))
    return units.count - 1
  }

  /// A part of a running text without the blanks at its end: what of a wrapped line is drawn.
  private static func drawn(_ part: Range<Int>, of inline: MarkdownInline) -> Range<Int> {
    var end = part.upperBound
    let bytes = inline.text.utf8.span
    while end > part.lowerBound, bytes[end - 1] == 0x20 { end -= 1 }
    return part.lowerBound..<end
  }

  /// Writes a part of a running text, without the blanks at its end, at the end of the line that will be the next, and
  /// notes where it stands.
  private mutating func place(_ inline: MarkdownInline, _ part: Range<Int>, unit: Int, on line: inout MarkdownLine) {
    let range = Self.drawn(part, of: inline)
    guard !range.isEmpty else { return }
    let piece = MarkdownUnit.Piece(range: range, line: lines.count, start: line.text.utf8.count)
    units[unit].pieces.append(piece)
    line.append(inline, range)
  }

  // MARK: Tables

  private mutating func add(_ table: MarkdownTable, _ prefix: Prefix) {
    let columns = table.alignments.count
    let room = width - prefix.columns - 3 * (columns - 1)
    guard let widths = Self.widths(of: table, room: room) else { return addStacked(table, prefix) }
    for (index, row) in table.rows.enumerated() {
      add(row, of: table, widths: widths, prefix: index == 0 ? prefix : prefix.behindFirst)
      guard index == 0 else { continue }
      var line = prefix.rest
      let rules = widths.map { String(repeating: "─", count: $0) }
      line.append(rules.joined(separator: "─┼─"), role: .marker)
      lines.append(line)
    }
  }

  /// Widths that fit: each column as wide as its widest line, the widest ones cut to one common width. Nil when that
  /// would be less than 4 columns.
  private static func widths(of table: MarkdownTable, room: Int) -> [Int]? {
    var natural = [Int](repeating: 1, count: table.alignments.count)
    for row in table.rows {
      for (column, cell) in row.enumerated() where column < natural.count {
        for line in cell.text.split(separator: "\n") {
          natural[column] = max(natural[column], TextWidth.columns(of: String(line)))
        }
      }
    }
    guard natural.reduce(0, +) > room else { return natural }
    var left = room
    var cap = 0
    for (index, width) in natural.sorted().enumerated() {
      cap = left / (natural.count - index)
      guard width <= cap else { break }
      left -= width
    }
    guard cap >= 4 else { return nil }
    // What the division leaves goes to the first columns that were cut.
    var spare = room - natural.reduce(0) { $0 + min($1, cap) }
    return natural.map { width in
      guard width > cap else { return width }
      let more = spare > 0 ? 1 : 0
      spare -= more
      return cap + more
    }
  }

  private mutating func add(_ row: [MarkdownInline], of table: MarkdownTable, widths: [Int], prefix: Prefix) {
    let cells = row.prefix(widths.count)
    let layouts = zip(cells, widths).map { TextLayout($0.text, width: $1) }
    let units = cells.map { unit($0.text) }
    for index in 0..<max(1, layouts.map(\.count).max() ?? 1) {
      var line = index == 0 ? prefix.first : prefix.rest
      for (column, layout) in layouts.enumerated() {
        if column > 0 { line.append(" │ ", role: .marker) }
        // Only what is drawn counts: a blank that ends a wrapped line is not.
        let part = index < layout.count ? Self.drawn(layout.range(ofLine: index), of: row[column]) : 0..<0
        let blanks = max(0, widths[column] - TextWidth.columns(of: row[column].part(part)))
        let before = table.alignments[column] == .right ? blanks : table.alignments[column] == .centre ? blanks / 2 : 0
        line.append(blanks: before)
        place(row[column], part, unit: units[column], on: &line)
        line.append(blanks: blanks - before)
      }
      line.trim()
      lines.append(line)
    }
  }

  /// A table too wide for columns: each cell on lines of its own behind the head of its column.
  private mutating func addStacked(_ table: MarkdownTable, _ prefix: Prefix) {
    guard let head = table.rows.first else { return }
    for (number, row) in table.rows.dropFirst().enumerated() {
      if number > 0 { lines.append(prefix.rest) }
      for (column, cell) in row.enumerated() where column < head.count {
        var both = MarkdownInline()
        both.append(head[column].text, role: .tableHead)
        both.append(": ", role: .marker)
        for span in cell.spans { both.append(cell.part(span.range), role: span.role, attributes: span.attributes) }
        add(both, number == 0 && column == 0 ? prefix : prefix.behindFirst)
      }
    }
    if table.rows.count == 1 { for cell in head { add(cell, prefix) } }
  }
}
