/// A query of a palette, prepared once and matched against many candidates.
///
/// The query is split at blanks; every word must occur in the candidate as a subsequence, in any order of words. Runs and
/// starts of words score more, gaps less (the affine gap scoring of Smith–Waterman, as fzf uses it). Case counts
/// only when the query has an upper-case letter.
public struct FuzzyMatchQuery: Sendable {
  private let words: [[UInt32]]
  private let caseSensitive: Bool

  /// Candidates are looked at up to this many scalars.
  private static let longest = 512

  /// A query as typed.
  public init(_ query: String) {
    let sensitive = query.unicodeScalars.contains { $0.properties.isUppercase }
    caseSensitive = sensitive
    words = query.split { $0 == " " || $0 == "\t" }.map { word in
      word.unicodeScalars.map { sensitive ? $0.value : Self.folded($0) }
    }
  }

  /// True when there is nothing to look for: everything matches with score 0.
  public var isEmpty: Bool { words.isEmpty }

  /// The match with one candidate, or nil.
  public func match(_ candidate: String) -> FuzzyMatch? {
    guard !words.isEmpty else { return FuzzyMatch(score: 0, ranges: []) }
    let target = Target(candidate, caseSensitive: caseSensitive, longest: Self.longest)
    var total = 0
    var hits: [Int] = []
    for word in words {
      guard let (score, places) = target.align(word) else { return nil }
      total += score
      hits += places
    }
    return FuzzyMatch(score: total, ranges: target.ranges(of: hits))
  }

  /// The best match among several texts of one candidate (a name, a help text, an id), each with points taken off for
  /// being less telling. Ties go to the earlier text.
  public func match(anyOf texts: [(text: String, penalty: Int)]) -> (text: Int, match: FuzzyMatch)? {
    var best: (text: Int, match: FuzzyMatch)?
    for (index, entry) in texts.enumerated() {
      guard let found = match(entry.text) else { continue }
      let score = found.score - entry.penalty
      if let best, best.match.score >= score { continue }
      best = (index, FuzzyMatch(score: score, ranges: found.ranges))
    }
    return best
  }

  /// Candidates that match, best first; equal scores go by the shorter text, then by the given order.
  public func rank(_ candidates: [String]) -> [(index: Int, match: FuzzyMatch)] {
    var found: [(index: Int, match: FuzzyMatch)] = []
    for (index, candidate) in candidates.enumerated() {
      if let match = match(candidate) { found.append((index, match)) }
    }
    guard !isEmpty else { return found }
    found.sort { left, right in
      if left.match.score != right.match.score { return left.match.score > right.match.score }
      let (a, b) = (candidates[left.index].utf8.count, candidates[right.index].utf8.count)
      return a != b ? a < b : left.index < right.index
    }
    return found
  }

  private static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
    if scalar.isASCII { return scalar.value >= 0x41 && scalar.value <= 0x5A ? scalar.value + 0x20 : scalar.value }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first?.value ?? scalar.value : scalar.value
  }
}

extension FuzzyMatchQuery {
  /// A candidate laid out for matching: scalars to compare, what each place is worth, and where each starts in UTF-8.
  private struct Target {
    static let hit = 16
    static let run = 12
    static let gapOpens = 3
    static let gapGrows = 1
    static let impossible = Int.min / 4

    var scalars: [UInt32] = []
    var worth: [Int] = []
    var offsets: [Int] = []

    init(_ text: String, caseSensitive: Bool, longest: Int) {
      var offset = 0
      var previous: Unicode.Scalar?
      for scalar in text.unicodeScalars.prefix(longest) {
        scalars.append(caseSensitive ? scalar.value : FuzzyMatchQuery.folded(scalar))
        worth.append(Self.bonus(of: scalar, after: previous))
        offsets.append(offset)
        offset += UTF8.width(scalar)
        previous = scalar
      }
      offsets.append(offset)
    }

    /// What a place adds: the first most, then starts of words, then humps as in `camelCase`.
    private static func bonus(of scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Int {
      guard let previous else { return 14 }
      let before = kind(of: previous)
      let here = kind(of: scalar)
      if here == .other { return 0 }
      if before == .other { return 10 }
      if before == .lower && here == .upper { return 7 }
      return 0
    }

    private enum Kind { case lower, upper, other }

    private static func kind(of scalar: Unicode.Scalar) -> Kind {
      if scalar.isASCII {
        switch scalar.value {
        case 0x61...0x7A, 0x30...0x39: return .lower
        case 0x41...0x5A: return .upper
        default: return .other
        }
      }
      let properties = scalar.properties
      return properties.isUppercase ? .upper : properties.isAlphabetic ? .lower : .other
    }

    /// The best way to find the word's scalars in order: the score and the places, or nil.
    func align(_ word: [UInt32]) -> (score: Int, places: [Int])? {
      guard isSubsequence(word) else { return nil }
      let columns = scalars.count
      var previous: [Int] = []
      var from = [Int32](repeating: -1, count: word.count * columns)
      for (row, wanted) in word.enumerated() {
        var current = [Int](repeating: Self.impossible, count: columns)
        var gap = (score: Self.impossible, place: -1)
        for column in 0..<columns {
          if row > 0, column > 1 {
            let opened = previous[column - 2] - Self.gapOpens
            gap.score -= Self.gapGrows
            if opened > gap.score { gap = (opened, column - 2) }
          }
          guard scalars[column] == wanted else { continue }
          let value = Self.hit + worth[column]
          if row == 0 {
            current[column] = value
          } else if column > 0 {
            let joined = previous[column - 1] + Self.run
            let best = max(joined, gap.score)
            guard best > Self.impossible / 2 else { continue }
            current[column] = best + value
            from[row * columns + column] = Int32(joined >= gap.score ? column - 1 : gap.place)
          }
        }
        previous = current
      }
      return traced(last: previous, from: from, rows: word.count)
    }

    private func isSubsequence(_ word: [UInt32]) -> Bool {
      var next = 0
      for scalar in scalars where next < word.count && scalar == word[next] { next += 1 }
      return next == word.count
    }

    private func traced(last: [Int], from: [Int32], rows: Int) -> (score: Int, places: [Int])? {
      var column = -1
      var score = Self.impossible
      for (index, value) in last.enumerated() where value > score {
        (column, score) = (index, value)
      }
      guard column >= 0 else { return nil }
      var places: [Int] = []
      for row in stride(from: rows - 1, through: 0, by: -1) {
        places.append(column)
        column = Int(from[row * scalars.count + column])
      }
      return (score, places)
    }

    /// Places, in any order and perhaps twice, as joined ranges of bytes.
    func ranges(of places: [Int]) -> [Range<Int>] {
      var ranges: [Range<Int>] = []
      for place in Set(places).sorted() {
        let bytes = offsets[place]..<offsets[place + 1]
        if let last = ranges.last, last.upperBound == bytes.lowerBound {
          ranges[ranges.count - 1] = last.lowerBound..<bytes.upperBound
        } else {
          ranges.append(bytes)
        }
      }
      return ranges
    }
  }
}
