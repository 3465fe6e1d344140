/// How far one annotator is with the project, from counters (never from a scan).
public struct Progress: Sendable, Hashable {
  /// Tasks in the project.
  public var total: Int
  /// Tasks that this annotator has submitted.
  public var submitted: Int
  /// Tasks that this annotator has skipped.
  public var skipped: Int
  /// Tasks that this annotator has marked as unsure, in whatever state.
  public var flagged: Int
  /// Saves in the whole project so far: the number in `saved #N`.
  public var saves: Int
  /// Answers that are still wanted of anybody, where tasks are handed out; nil elsewhere, or when it is not known.
  public var left: Int?

  /// A reading of the counters.
  public init(total: Int = 0, submitted: Int = 0, skipped: Int = 0, flagged: Int = 0, saves: Int = 0, left: Int? = nil)
  {
    self.left = left
    self.total = total
    self.submitted = submitted
    self.skipped = skipped
    self.flagged = flagged
    self.saves = saves
  }
}
