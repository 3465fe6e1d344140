public import PostilModel

/// What one annotator saved in one hour (UTC).
public struct SaveHour: Sendable, Hashable {
  /// The beginning of the hour.
  public var start: Timestamp
  /// All saves in it: submits, revisions, skips, marks, retractions.
  public var saves: Int
  /// Tasks that became submitted or skipped in it, less those that were taken back.
  public var done: Int

  /// An hour's counts.
  public init(start: Timestamp, saves: Int, done: Int) {
    self.start = start
    self.saves = saves
    self.done = done
  }
}
