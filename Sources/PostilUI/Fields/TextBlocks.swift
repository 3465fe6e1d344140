import PostilScreen

/// Blocks of text below one another, as a scrolling pane shows them.
struct TextBlocks: Sendable {
  private(set) var all: [TextBlock] = []
  /// Rows in all.
  private(set) var rows = 0

  /// Adds a block below, or beside, the ones that are there.
  mutating func append(_ block: TextBlock) {
    all.append(block)
    rows = max(rows, block.bottom)
  }

  /// The row of a byte of a text.
  func row(field: Int, text: Int, byte: Int) -> Int? {
    guard let block = all.last(where: { $0.field == field && $0.text == text && $0.start <= byte }) else { return nil }
    return block.top + block.layout.line(containing: byte - block.start)
  }

  /// Draws the rows from `first` on.
  ///
  /// - Parameter highlights: what lies over a block's text, in bytes of the whole text: sorted, without overlaps.
  func draw(from first: Int, in area: Rectangle, painter: inout Painter, highlights: (TextBlock) -> [Highlight]) {
    for block in all[firstBlock(at: first)...] {
      guard block.top < first + area.height else { break }
      let lines = max(0, first - block.top)..<max(0, min(block.layout.count, first + area.height - block.top))
      guard lines.lowerBound < lines.upperBound else { continue }
      let marks = block.text == nil ? [] : Self.fit(highlights(block), to: block)
      for line in lines {
        let y = area.y + block.top + line - first
        if line == 0, !block.label.isEmpty {
          painter.text(block.label, x: area.x, y: y, columns: block.indent - 1, .metadataName)
        }
        painter.line(block.layout, line, x: area.x + block.indent, y: y, block.role, highlights: marks)
        if block.isCode, block.layout.isBroken(line: line) {
          painter.sign(.wrapped, x: area.x + block.indent + block.layout.width, y: y, .textDim)
        }
      }
    }
  }

  /// Highlights of the whole text as those of a block that begins somewhere within.
  private static func fit(_ highlights: [Highlight], to block: TextBlock) -> [Highlight] {
    guard block.start > 0 || !highlights.isEmpty else { return highlights }
    let bytes = block.start..<block.start + block.layout.text.utf8.count
    return highlights.compactMap { highlight in
      let part = highlight.range.clamped(to: bytes)
      guard !part.isEmpty else { return nil }
      return Highlight(part.lowerBound - block.start..<part.upperBound - block.start, style: highlight.style)
    }
  }

  /// The first block that reaches below a row.
  private func firstBlock(at row: Int) -> Int {
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].bottom <= row { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
