extension MarkdownLayout {
  /// Draws the lines from `scroll` on into a rectangle, with hits marked.
  /// - Parameters:
  ///   - hits: what ``search(_:limit:)`` gave.
  ///   - current: the index of the hit that the reader is at.
  public func draw(
    on surface: inout Surface, in rectangle: Rectangle, scroll: Int = 0, styles: MarkdownStyles = .plain,
    hits: [MarkdownHit] = [], current: Int? = nil
  ) {
    let rows = max(0, scroll)..<max(0, scroll, min(lines.count, scroll + rectangle.height))
    var marks: [Int: [Highlight]] = [:]
    for (index, hit) in hits.enumerated() {
      guard hit.line < rows.upperBound else { break }
      for part in hit.parts where rows.contains(part.line) {
        marks[part.line, default: []].append(
          Highlight(part.range, style: index == current ? styles.currentHit : styles.hit))
      }
    }
    for row in rows {
      let line = lines[row]
      let spans = line.spans.map { Highlight($0.range, style: styles.style(of: $0)) }
      let bytes = line.text.utf8.span
      let run = Surface.Run(
        x: rectangle.x, y: rectangle.y + row - scroll, columns: rectangle.width, clip: rectangle,
        style: styles.roles[.text] ?? .plain, overflow: .cut)
      _ = surface.draw(
        bytes, 0..<bytes.count, run, highlights: Highlight.layered([spans, marks[row] ?? []]), tab: 4)
    }
  }
}
