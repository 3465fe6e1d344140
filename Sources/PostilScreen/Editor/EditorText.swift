/// The text of an editor: one UTF-8 string with counts that are kept up to date. All offsets are UTF-8 bytes.
struct EditorText: Sendable {
  /// The text. Sharing it costs nothing; the next change then copies it once.
  private(set) var string: String
  /// Extended grapheme clusters, as `String.count` counts them.
  private(set) var characters: Int
  /// Ends of lines.
  private(set) var newlines: Int

  init(_ text: String) {
    string = text
    string.makeContiguousUTF8()
    characters = string.count
    newlines = Self.newlines(in: string)
  }

  /// Bytes.
  var count: Int { string.utf8.count }

  /// A part of the text; both ends must lie on boundaries of scalars.
  subscript(range: Range<Int>) -> String {
    range == 0..<count ? string : String(string[index(range.lowerBound)..<index(range.upperBound)])
  }

  /// Puts `new` in the place of `range` and returns what was there.
  ///
  /// Only the neighbourhood is counted anew: from the last place before the change where clusters part whatever stands
  /// around it, to the first such place behind it.
  mutating func replace(_ range: Range<Int>, with new: String) -> String {
    let from = certainBoundary(before: range.lowerBound)
    let to = certainBoundary(after: range.upperBound)
    let removed = self[range]
    let before = string[index(from)..<index(to)].count
    string.replaceSubrange(index(range.lowerBound)..<index(range.upperBound), with: new)
    let grown = new.utf8.count - range.count
    characters += string[index(from)..<index(to + grown)].count - before
    newlines += Self.newlines(in: new) - Self.newlines(in: removed)
    return removed
  }

  // MARK: Boundaries of clusters

  /// The next boundary after an offset.
  func boundary(after offset: Int) -> Int {
    guard offset < count else { return count }
    if isPlain(at: offset) && (offset + 1 == count || isPlain(at: offset + 1)) { return offset + 1 }
    return self.offset(string.index(after: index(offset)))
  }

  /// The last boundary before an offset.
  func boundary(before offset: Int) -> Int {
    guard offset > 0 else { return 0 }
    if isPlain(at: offset - 1) && (offset == 1 || isPlain(at: offset - 2)) { return offset - 1 }
    return self.offset(string.index(before: index(offset)))
  }

  /// The offset itself if clusters part there, else the next boundary.
  func snapped(_ offset: Int) -> Int {
    guard offset > 0 else { return 0 }
    guard offset < count else { return count }
    if isPlain(at: offset - 1) && isPlain(at: offset) { return offset }
    let place = index(offset)
    if String.Index(place, within: string) != nil { return offset }
    return self.offset(string.index(after: place))
  }

  /// The offset itself if clusters part there, else the last boundary before it.
  func snappedBack(_ offset: Int) -> Int {
    let forward = snapped(offset)
    return forward == offset || offset <= 0 ? forward : boundary(before: forward)
  }

  /// The nearest boundary of scalars at or before an offset that may come from anywhere.
  func scalarBoundary(_ offset: Int) -> Int {
    var place = max(0, min(offset, count))
    let bytes = string.utf8.span
    while place > 0, place < bytes.count, bytes[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }

  // MARK: Lines

  /// The start of the paragraph that holds an offset.
  func paragraphStart(_ offset: Int) -> Int {
    var place = offset
    let bytes = string.utf8.span
    while place > 0, bytes[place - 1] != 0x0A { place -= 1 }
    return place
  }

  /// The end of the paragraph that holds an offset, before its newline.
  func paragraphEnd(_ offset: Int) -> Int {
    var place = offset
    let bytes = string.utf8.span
    while place < bytes.count, bytes[place] != 0x0A { place += 1 }
    return place
  }

  private func index(_ offset: Int) -> String.Index { string.utf8.index(string.startIndex, offsetBy: offset) }

  private func offset(_ index: String.Index) -> Int { string.utf8.distance(from: string.startIndex, to: index) }

  private func isPlain(at offset: Int) -> Bool { string.utf8.span[offset] < 0x80 }

  // MARK: Counting

  private func certainBoundary(before offset: Int) -> Int {
    var place = offset
    var nextIsSimple = false
    let bytes = string.utf8.span
    while place > 0 {
      let (scalar, start) = scalar(before: place, in: bytes)
      let simple = Self.isSimple(scalar)
      if simple, nextIsSimple { return place }
      nextIsSimple = simple
      place = start
    }
    return 0
  }

  private func certainBoundary(after offset: Int) -> Int {
    var place = offset
    var lastIsSimple = false
    let bytes = string.utf8.span
    while place < bytes.count {
      let (scalar, length) = UTF8Decoder.scalar(at: place, in: bytes)
      let simple = Self.isSimple(scalar)
      if simple, lastIsSimple { return place }
      lastIsSimple = simple
      place += length
    }
    return bytes.count
  }

  private func scalar(before offset: Int, in bytes: Span<UInt8>) -> (scalar: UInt32, start: Int) {
    var start = offset - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return (UTF8Decoder.scalar(at: start, in: bytes).scalar, start)
  }

  /// Scalars that never join with each other (Grapheme_Cluster_Break Other or Control, UAX 29), so that two of them side
  /// by side always part. It need not name all such scalars: others only make the neighbourhood larger.
  private static func isSimple(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0D: false
    case 0..<0xAD, 0xAE..<0x300, 0x370..<0x483, 0x48A..<0x530: true
    case 0x5D0...0x5EA, 0x620...0x64A, 0x904...0x939, 0xE01...0xE30: true
    case 0x1E00...0x1FFF, 0x2010...0x2027, 0x2030...0x205F, 0x3000...0x3029: true
    case 0x3041...0x3096, 0x309B...0x30FF, 0x3400...0x9FFF, 0xFF01...0xFF60: true
    default: false
    }
  }

  private static func newlines(in text: String) -> Int {
    var count = 0
    for byte in text.utf8 where byte == 0x0A { count += 1 }
    return count
  }
}
