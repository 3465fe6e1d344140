/// Which tasks a review queue shows; everything given must hold at once. Always by disagreement, most first.
public struct ReviewFilter: Sendable, Hashable {
  /// The states wanted; empty for all.
  public var states: Set<TaskStanding.State> = [.toSettle, .sentBack]
  /// Only tasks whose answers to this question differ; nil for any.
  public var question: String?
  /// Only tasks that somebody gave this label (or number); nil for any.
  public var label: String?
  /// Only tasks that this annotator has answered; nil for any.
  public var annotator: String?
  /// Only tasks that somebody is not sure about.
  public var isFlagged = false
  /// Only gold tasks that somebody missed.
  public var missesGold = false
  /// Only tasks that somebody answered too fast.
  public var isTooFast = false

  /// What is to settle, and what was sent back.
  public init() {}
}
