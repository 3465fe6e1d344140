/// How a project reviews: the table `[review]` of `postil.toml`.
public struct ReviewPlan: Sendable, Hashable {
  /// What can be wrong with answers, to be named at a resolution.
  public var errorTypes: [String] = []
  /// The share of unanimous tasks that must have been looked at before the rest can be accepted in one go, 0 to 1.
  public var spotCheck = 0.1
  /// Whether annotators see how they stand among the others.
  public var hasLeaderboard = false
  /// Characters of the task that somebody reads in a second at most; faster answers are marked. The average adult reads
  /// about 25 characters a second silently (Brysbaert 2019, 238 words a minute); the default is three times that.
  public var readingSpeed = 75.0

  /// No error types, a tenth checked.
  public init() {}

  /// Whether somebody took less time than reading a text takes. Without a time there is nothing to say.
  ///
  /// - Parameters:
  ///   - milliseconds: The active time that they took.
  ///   - length: The text's length in Unicode scalars.
  public func isTooFast(milliseconds: Int, length: Int) -> Bool {
    milliseconds > 0 && Double(milliseconds) < Double(length) / readingSpeed * 1000
  }
}
