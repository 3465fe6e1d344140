/// Rendered Markdown for a width: lines to draw, an outline to go by, and a search.
public struct MarkdownLayout: Sendable {
  /// The columns it was laid out for.
  public let width: Int
  /// The lines from top to bottom.
  public let lines: [MarkdownLine]
  /// The headings, in order.
  public let outline: [MarkdownHeading]
  let units: [MarkdownUnit]

  /// The lines as plain text.
  public var plainLines: [String] { lines.map(\.text) }

  /// All matches without regard to case, from top to bottom; also those that go over the end of a line.
  /// - Parameter limit: the search ends after so many.
  public func search(_ needle: String, limit: Int = 10_000) -> [MarkdownHit] {
    let search = TextSearch(needle)
    var hits: [MarkdownHit] = []
    for unit in units where hits.count < limit {
      var piece = 0
      for match in search.matches(in: unit.text, limit: limit - hits.count) {
        while piece < unit.pieces.count, unit.pieces[piece].range.upperBound <= match.lowerBound { piece += 1 }
        var parts: [MarkdownHit.Part] = []
        var next = piece
        while next < unit.pieces.count, unit.pieces[next].range.lowerBound < match.upperBound {
          let place = unit.pieces[next]
          let shown = match.clamped(to: place.range)
          let start = place.start - place.range.lowerBound
          parts.append(
            MarkdownHit.Part(line: place.line, range: (shown.lowerBound + start)..<(shown.upperBound + start)))
          next += 1
        }
        if !parts.isEmpty { hits.append(MarkdownHit(parts: parts)) }
      }
    }
    return hits.sorted { ($0.line, $0.parts[0].range.lowerBound) < ($1.line, $1.parts[0].range.lowerBound) }
  }
}
