/// One line of rendered Markdown.
public struct MarkdownLine: Sendable, Hashable {
  /// What it says, bullets and edges included. Not made safe; drawing does that.
  public internal(set) var text = ""
  /// Its spans, in order; bytes between them are blanks.
  public internal(set) var spans: [MarkdownSpan] = []

  /// Adds text of one role.
  mutating func append(_ text: String, role: MarkdownRole) {
    guard !text.isEmpty else { return }
    let start = self.text.utf8.count
    self.text += text
    spans.append(MarkdownSpan(start..<self.text.utf8.count, role: role))
  }

  /// Adds a part of running text.
  mutating func append(_ inline: MarkdownInline, _ range: Range<Int>) {
    spans += inline.spans(in: range, movedTo: text.utf8.count)
    text += inline.part(range)
  }

  /// Adds blanks.
  mutating func append(blanks: Int) {
    text += String(repeating: " ", count: max(0, blanks))
  }

  /// Takes trailing blanks off.
  mutating func trim() {
    while text.utf8.last == 0x20 { text.unicodeScalars.removeLast() }
    while let last = spans.last, last.range.upperBound > text.utf8.count {
      spans.removeLast()
      guard last.range.lowerBound < text.utf8.count else { continue }
      spans.append(
        MarkdownSpan(last.range.lowerBound..<text.utf8.count, role: last.role, attributes: last.attributes))
    }
  }
}
