/// What differs between two texts, word by word. A Chinese character or a kana is a word of its own, and so is a sign.
///
/// The words that stay are a longest common subsequence, found with bit vectors (Hyyrö, "Bit-parallel LCS-length
/// computation revisited", AWOCA 2004) whose rows are kept to walk back along. Where the middle of both texts is too long
/// for that, all of it counts as changed.
public struct WordDiff: Sendable, Hashable {
  /// A stretch of one of the texts, or of both.
  public enum Piece: Sendable, Hashable {
    /// Both have it: the UTF-8 bytes in the old and in the new text.
    case same(old: Range<Int>, new: Range<Int>)
    /// Only the old text has it.
    case removed(Range<Int>)
    /// Only the new text has it.
    case added(Range<Int>)
  }

  /// All of both texts in order; where something was replaced, the removed piece comes first.
  public private(set) var pieces: [Piece] = []

  /// UTF-8 bytes of the old text that the new one lacks.
  public var removed: [Range<Int>] {
    pieces.compactMap { if case .removed(let range) = $0 { range } else { nil } }
  }

  /// UTF-8 bytes of the new text that the old one lacks.
  public var added: [Range<Int>] {
    pieces.compactMap { if case .added(let range) = $0 { range } else { nil } }
  }

  /// True when nothing differs.
  public var isEmpty: Bool {
    pieces.allSatisfy { if case .same = $0 { true } else { false } }
  }

  /// The most bits that are kept to walk back along: 32 MiB.
  private static let maximumBits = 1 << 28

  /// The difference of two texts.
  public init(from old: String, to new: String) {
    let one = WordTokens(old)
    let other = WordTokens(new)
    var start = 0
    while start < one.count, start < other.count, one.isSame(start, as: other, start) { start += 1 }
    var ends = (one.count, other.count)
    while ends.0 > start, ends.1 > start, one.isSame(ends.0 - 1, as: other, ends.1 - 1) {
      ends = (ends.0 - 1, ends.1 - 1)
    }
    var pairs = (0..<start).map { ($0, $0) }
    pairs += Self.common(one, start..<ends.0, other, start..<ends.1)
    pairs += zip(ends.0..<one.count, ends.1..<other.count).map { ($0, $1) }
    lay(pairs, one, other)
  }

  // MARK: Common words

  /// The places of a longest common subsequence of two stretches.
  private static func common(
    _ one: WordTokens, _ rows: Range<Int>, _ other: WordTokens, _ columns: Range<Int>
  ) -> [(Int, Int)] {
    guard !rows.isEmpty, !columns.isEmpty, rows.count * columns.count <= maximumBits else { return [] }
    let words = (columns.count + 63) / 64
    let masks = masks(other, columns, words: words)
    // A bit of a row is clear where the common subsequence grows by that column.
    var history = [UInt64](repeating: ~0, count: words * (rows.count + 1))
    let none = [UInt64](repeating: 0, count: words)
    for (step, row) in rows.enumerated() {
      let mask = masks[one.key(row)] ?? none
      let before = step * words
      var carry: UInt64 = 0
      for word in 0..<words {
        let bits = history[before + word]
        let matched = bits & mask[word]
        let (half, firstCarry) = bits.addingReportingOverflow(matched)
        let (sum, secondCarry) = half.addingReportingOverflow(carry)
        carry = firstCarry || secondCarry ? 1 : 0
        history[before + words + word] = sum | (bits & ~mask[word])
      }
    }
    return walk(history, words: words, one, rows, other, columns)
  }

  private static func masks(_ tokens: WordTokens, _ range: Range<Int>, words: Int) -> [WordTokens.Key: [UInt64]] {
    var masks: [WordTokens.Key: [UInt64]] = [:]
    for (place, index) in range.enumerated() {
      masks[tokens.key(index), default: Array(repeating: 0, count: words)][place / 64] |= 1 << UInt64(place % 64)
    }
    return masks
  }

  /// From the last cell back to the first: along a match where the length grows there, else up or to the left.
  private static func walk(
    _ history: [UInt64], words: Int, _ one: WordTokens, _ rows: Range<Int>, _ other: WordTokens, _ columns: Range<Int>
  ) -> [(Int, Int)] {
    func grows(_ row: Int, _ column: Int) -> Bool {
      history[row * words + column / 64] & (1 << UInt64(column % 64)) == 0
    }
    var pairs: [(Int, Int)] = []
    var (row, column) = (rows.count, columns.count)
    while row > 0, column > 0 {
      let isMatch = one.key(rows.lowerBound + row - 1) == other.key(columns.lowerBound + column - 1)
      if !grows(row, column - 1) {
        column -= 1
      } else if grows(row - 1, column - 1) {
        row -= 1
      } else if isMatch {
        row -= 1
        column -= 1
        pairs.append((rows.lowerBound + row, columns.lowerBound + column))
      } else {
        row -= 1
      }
    }
    return pairs.reversed()
  }

  // MARK: Pieces

  /// Makes pieces of the pairs of words that stay; blanks between them stay where they are alike.
  private mutating func lay(_ pairs: [(Int, Int)], _ one: WordTokens, _ other: WordTokens) {
    var (oldEnd, newEnd) = (0, 0)
    for (row, column) in pairs {
      let (old, new) = (one.ranges[row], other.ranges[column])
      gap(one, oldEnd..<old.lowerBound, other, newEnd..<new.lowerBound)
      append(.same(old: old, new: new))
      (oldEnd, newEnd) = (old.upperBound, new.upperBound)
    }
    gap(one, oldEnd..<one.bytes.count, other, newEnd..<other.bytes.count)
  }

  private mutating func gap(_ one: WordTokens, _ old: Range<Int>, _ other: WordTokens, _ new: Range<Int>) {
    if one.bytes[old] == other.bytes[new] {
      if !old.isEmpty { append(.same(old: old, new: new)) }
      return
    }
    // Blanks at both ends of what was replaced stay as they are, so that a mark covers words.
    var (old, new) = (old, new)
    var head = 0
    while head < old.count, head < new.count, one.bytes[old.lowerBound + head] == 0x20,
      other.bytes[new.lowerBound + head] == 0x20
    { head += 1 }
    if head > 0 {
      append(.same(old: old.prefix(head), new: new.prefix(head)))
      (old, new) = (old.dropFirst(head), new.dropFirst(head))
    }
    var tail = 0
    while tail < old.count, tail < new.count, one.bytes[old.upperBound - 1 - tail] == 0x20,
      other.bytes[new.upperBound - 1 - tail] == 0x20
    { tail += 1 }
    if old.count > tail { append(.removed(old.dropLast(tail))) }
    if new.count > tail { append(.added(new.dropLast(tail))) }
    if tail > 0 { append(.same(old: old.suffix(tail), new: new.suffix(tail))) }
  }

  private mutating func append(_ piece: Piece) {
    if case .same(let old, let new) = piece, case .same(let lastOld, let lastNew) = pieces.last {
      pieces[pieces.count - 1] = .same(
        old: lastOld.lowerBound..<old.upperBound, new: lastNew.lowerBound..<new.upperBound)
    } else {
      pieces.append(piece)
    }
  }
}
