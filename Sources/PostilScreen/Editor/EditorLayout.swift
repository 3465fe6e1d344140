/// The visual lines of an editor's text for a width, kept up to date change by change.
///
/// Lines are those of ``TextLayout``. Where a line ends depends only on the text from its own start on, so a change
/// wraps anew from a little before it until a line starts where one started before; the rest only moves.
struct EditorLayout: Sendable {
  /// Columns for text; at least 2.
  private(set) var width: Int
  private(set) var lines: [TextLayout.Line] = []

  /// How far a change can reach back: the line that holds it, the one before, whose last word it may lengthen or
  /// shorten, and one whose break looks at the first characters of that.
  private static let reach = 2

  init(_ text: Span<UInt8>, width: Int) {
    self.width = max(2, width)
    lines = wrap(from: 0, in: text) { _ in false }.lines
  }

  /// The number of lines; at least 1.
  var count: Int { lines.count }

  /// The bytes of a line that are drawn.
  func range(ofLine line: Int) -> Range<Int> { Int(lines[line].start)..<Int(lines[line].end) }

  /// Where a line starts.
  func start(ofLine line: Int) -> Int { Int(lines[line].start) }

  /// The line that holds an offset or whose break swallowed it.
  func line(containing offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lines[middle].start) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// True when the line ends where it was wrapped.
  func isWrapped(line: Int, in text: Span<UInt8>) -> Bool {
    line + 1 < lines.count && text[start(ofLine: line + 1) - 1] != 0x0A
  }

  /// Follows a change: `range` of the old text has become `length` bytes of `text`.
  mutating func update(_ text: Span<UInt8>, replaced range: Range<Int>, by length: Int) {
    let grown = length - range.count
    let first = max(0, line(containing: range.lowerBound) - Self.reach)
    var old = line(containing: range.upperBound) + 1
    let fresh = wrap(from: start(ofLine: first), in: text) { next in
      guard next > range.lowerBound + length else { return false }
      while old < lines.count, Int(lines[old].start) + grown < next { old += 1 }
      return old < lines.count && Int(lines[old].start) + grown == next
    }
    if grown != 0, fresh.met {
      let shift = Int32(truncatingIfNeeded: grown)
      lines.withUnsafeMutableBufferPointer { lines in
        for index in old..<lines.count {
          lines[index].start = UInt32(bitPattern: Int32(bitPattern: lines[index].start) &+ shift)
          lines[index].end = UInt32(bitPattern: Int32(bitPattern: lines[index].end) &+ shift)
        }
      }
    }
    lines.replaceSubrange(first..<(fresh.met ? old : lines.count), with: fresh.lines)
  }

  /// Lines from a start of line on, until `isEnough` says of the start of the next line that it and the rest are known.
  private func wrap(
    from start: Int, in text: Span<UInt8>, isEnough: (Int) -> Bool
  ) -> (lines: [TextLayout.Line], met: Bool) {
    var result: [TextLayout.Line] = []
    var place = start
    var size = isWholeText(start, text) ? text.count : 8 * width + 64
    while true {
      let end = min(text.count, place + size)
      var wrapper = LineWrapper(width: width, tab: EditorBuffer.tab)
      let part = wrapper.lines(of: text.extracting(place..<end))
      // The end of the part is not the end of the text: its last lines may end elsewhere.
      let known = end == text.count ? part.count : part.count - 2
      guard known > 0 else {
        size *= 2
        continue
      }
      for index in 0..<known {
        let line = part[index]
        result.append(TextLayout.Line(start: line.start + UInt32(place), end: line.end + UInt32(place)))
        if index + 1 < part.count, isEnough(Int(part[index + 1].start) + place) { return (result, true) }
      }
      if end == text.count { return (result, false) }
      place += Int(part[known].start)
      size = min(size * 2, 1 << 16)
    }
  }

  private func isWholeText(_ start: Int, _ text: Span<UInt8>) -> Bool { start == 0 && lines.isEmpty }
}
