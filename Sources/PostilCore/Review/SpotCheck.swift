/// How far the spot check of unanimous tasks is: only what somebody has decided about counts, not what they passed over.
public struct SpotCheck: Sendable, Hashable {
  /// Unanimous tasks that were marked as checked, or settled one by one.
  public let done: Int
  /// How many must be, before the rest can be accepted in one go.
  public let wanted: Int

  /// The check of so many tasks.
  ///
  /// - Parameters:
  ///   - settled: how many of them were settled one by one.
  ///   - share: the share that must be looked at, 0 to 1.
  init(totals: ReviewTotals, settled: Int, share: Double) {
    done = totals.unanimousChecked + settled
    wanted = Int((share * Double(totals.unanimous + settled)).rounded(.up))
  }

  /// How many are missing.
  public var missing: Int { max(0, wanted - done) }

  /// Whether the rest can be accepted.
  public var isEnough: Bool { missing == 0 }

  /// `spot check 2 of 5`
  public var words: String { "spot check \(min(done, wanted)) of \(wanted)" }
}
