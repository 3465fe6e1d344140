public import PostilModel

/// What came of asking for tasks.
public enum ClaimOutcome: Sendable, Hashable {
  /// These are the annotator's now, in the order in which they were handed out: at least one, at most as many as wanted.
  case claimed([Lease])
  /// There is none, and why.
  case nothing(NothingLeft)
}
