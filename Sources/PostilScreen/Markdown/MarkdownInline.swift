/// Running text with its spans, before it is wrapped. Hard breaks are newlines.
struct MarkdownInline: Sendable {
  private(set) var text = ""
  private(set) var spans: [MarkdownSpan] = []

  /// Adds text; a span like the last one grows.
  mutating func append(_ text: String, role: MarkdownRole, attributes: Style.Attributes = []) {
    guard !text.isEmpty else { return }
    let start = self.text.utf8.count
    self.text += text
    let end = self.text.utf8.count
    if let last = spans.indices.last, spans[last].role == role, spans[last].attributes == attributes {
      spans[last].range = spans[last].range.lowerBound..<end
    } else {
      spans.append(MarkdownSpan(start..<end, role: role, attributes: attributes))
    }
  }

  /// Takes the last newline off.
  mutating func dropLastNewline() {
    guard text.utf8.last == 0x0A else { return }
    text.removeLast()
    guard let last = spans.indices.last else { return }
    spans[last].range = spans[last].range.lowerBound..<text.utf8.count
    if spans[last].range.isEmpty { spans.removeLast() }
  }

  /// The text of a range.
  func part(_ range: Range<Int>) -> String {
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    return String(text[start..<text.utf8.index(start, offsetBy: range.count)])
  }

  /// The spans within a range, moved so that the range begins at `start`.
  func spans(in range: Range<Int>, movedTo start: Int) -> [MarkdownSpan] {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].range.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var result: [MarkdownSpan] = []
    while low < spans.count, spans[low].range.lowerBound < range.upperBound {
      var span = spans[low]
      span.range = span.range.clamped(to: range)
      span.range =
        (span.range.lowerBound - range.lowerBound + start)..<(span.range.upperBound - range.lowerBound + start)
      if !span.range.isEmpty { result.append(span) }
      low += 1
    }
    return result
  }
}
