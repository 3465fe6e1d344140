/// What a draft holds besides its answers.
public struct DraftMark: Sendable, Hashable {
  /// Marked as unsure.
  public var isFlagged: Bool
  /// A remark for the lead.
  public var comment: String
  /// Why it is passed over.
  public var skipReason: String
  /// The stored revision that the draft was made from; 0 when there was none.
  public var baseRevision: Int
  /// Time spent so far, in milliseconds.
  public var activeMilliseconds: Int

  /// The marks of a draft; by default none.
  public init(
    isFlagged: Bool = false, comment: String = "", skipReason: String = "", baseRevision: Int = 0,
    activeMilliseconds: Int = 0
  ) {
    self.isFlagged = isFlagged
    self.comment = comment
    self.skipReason = skipReason
    self.baseRevision = baseRevision
    self.activeMilliseconds = activeMilliseconds
  }
}
