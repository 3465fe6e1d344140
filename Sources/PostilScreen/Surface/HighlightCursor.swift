/// Walks through sorted highlights while a text is drawn.
struct HighlightCursor {
  private let highlights: [Highlight]
  private var next: Int
  /// The byte from which on another style may hold.
  private(set) var change: Int

  /// Begins at a byte: skips the highlights that end before it, by bisection.
  init(_ highlights: [Highlight], from byte: Int) {
    self.highlights = highlights
    var low = 0
    var high = highlights.count
    while low < high {
      let middle = (low + high) / 2
      if highlights[middle].range.upperBound <= byte { low = middle + 1 } else { high = middle }
    }
    next = low
    change = low < highlights.count ? byte : .max
  }

  /// The style at a byte that has reached `change`.
  mutating func advance(to byte: Int, over style: Style) -> Style {
    while next < highlights.count, highlights[next].range.upperBound <= byte { next += 1 }
    guard next < highlights.count else {
      change = .max
      return style
    }
    let highlight = highlights[next]
    if highlight.range.lowerBound > byte {
      change = highlight.range.lowerBound
      return style
    }
    change = highlight.range.upperBound
    return highlight.style.over(style)
  }
}
