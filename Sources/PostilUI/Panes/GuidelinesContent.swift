import PostilScreen

/// The guidelines as rendered Markdown for a width.
struct GuidelinesContent: Sendable {
  let width: Int
  private let layout: MarkdownLayout
  let headings: [DeskCache.Heading]

  init(_ text: String, width: Int) {
    layout = MarkdownDocument(text).layout(width: width)
    self.width = width
    headings = layout.outline.map { DeskCache.Heading(level: $0.level, text: $0.title, line: $0.line) }
  }

  /// The lines from top to bottom.
  var lines: [MarkdownLine] { layout.lines }

  /// Where words stand, also over the end of a line.
  func search(_ words: String) -> [MarkdownHit] { layout.search(words, limit: Search.limit) }

  /// The heading under which a line stands.
  func heading(at line: Int) -> String? { headings.last { $0.line <= line }?.text }

  /// The headings as rows to choose from.
  var outline: [PopupRow] {
    headings.map { heading in
      PopupRow(
        text: String(repeating: "  ", count: max(0, heading.level - 1)) + heading.text,
        choice: .heading(line: heading.line))
    }
  }

  /// Draws the lines from `first` on.
  func draw(from first: Int, in area: Rectangle, search: Search?, painter: inout Painter) {
    for row in 0..<max(0, min(area.height, lines.count - first)) {
      let line = lines[first + row]
      let spans = line.spans.map { span in
        var style = painter.style(Self.role(of: span.role))
        style.attributes.formUnion(span.attributes)
        return Highlight(span.range, style: style)
      }
      let hits = (search?.hits(field: 0, text: first + row) ?? []).map {
        Highlight($0.bytes, style: painter.theme.overlay($0.isCurrent ? .searchCurrent : .searchHit))
      }
      let highlights = hits.isEmpty ? spans : Highlight.layered([spans, hits])
      let layout = TextLayout(line.text, width: max(width, 8))
      painter.line(layout, 0, x: area.x, y: area.y + row, highlights: highlights)
    }
  }

  private static func role(of role: MarkdownRole) -> Role {
    switch role {
    case .text: .text
    case .heading1, .heading2, .heading3: .heading
    case .code, .codeBlock: .code
    case .link, .url: .link
    case .quote: .quote
    case .marker: .textDim
    case .tableHead: .tableHead
    }
  }
}
