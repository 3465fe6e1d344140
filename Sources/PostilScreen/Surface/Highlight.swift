/// A style for a range of a text's bytes: a search hit, a selection, evidence.
public struct Highlight: Sendable, Hashable {
  /// The bytes.
  public var range: Range<Int>
  /// The style, laid over that of the text.
  public var style: Style

  /// A highlight.
  public init(_ range: Range<Int>, style: Style) {
    self.range = range
    self.style = style
  }

  /// One sorted list without overlaps from several layers, each laid over the ones before it. The layers need not be
  /// sorted; empty ranges are dropped. Takes n log n steps for n ranges when few of them overlap at one place.
  public static func layered(_ layers: [[Highlight]]) -> [Highlight] {
    var all: [(order: Int, highlight: Highlight)] = []
    for layer in layers {
      for highlight in layer where !highlight.range.isEmpty { all.append((all.count, highlight)) }
    }
    var byStart = all[...]
    byStart.sort { $0.highlight.range.lowerBound < $1.highlight.range.lowerBound }
    var active: [(order: Int, highlight: Highlight)] = []
    var result: [Highlight] = []
    var place = 0
    while !byStart.isEmpty || !active.isEmpty {
      if active.isEmpty, let first = byStart.first { place = first.highlight.range.lowerBound }
      while let next = byStart.first, next.highlight.range.lowerBound <= place {
        let at = active.firstIndex { $0.order > next.order } ?? active.endIndex
        active.insert(next, at: at)
        byStart.removeFirst()
      }
      var end = active.map(\.highlight.range.upperBound).min() ?? place
      if let next = byStart.first { end = min(end, next.highlight.range.lowerBound) }
      let style = active.reduce(Style.plain) { $1.highlight.style.over($0) }
      if let last = result.last, last.range.upperBound == place, last.style == style {
        result[result.count - 1].range = last.range.lowerBound..<end
      } else {
        result.append(Highlight(place..<end, style: style))
      }
      place = end
      active.removeAll { $0.highlight.range.upperBound <= place }
    }
    return result
  }
}
