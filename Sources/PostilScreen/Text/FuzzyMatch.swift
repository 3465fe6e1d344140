/// How well a candidate answers a query of a palette: a score, and which bytes of the candidate matched.
public struct FuzzyMatch: Sendable, Hashable {
  /// Higher is better; only comparable within one query.
  public let score: Int
  /// Ranges of the candidate's UTF-8 bytes that matched, ascending, never touching, on scalar boundaries.
  public let ranges: [Range<Int>]

  /// A match.
  public init(score: Int, ranges: [Range<Int>]) {
    self.score = score
    self.ranges = ranges
  }

  /// Matches one query against one candidate; see ``FuzzyMatchQuery`` for many candidates.
  public static func match(_ query: String, in candidate: String) -> FuzzyMatch? {
    FuzzyMatchQuery(query).match(candidate)
  }
}
