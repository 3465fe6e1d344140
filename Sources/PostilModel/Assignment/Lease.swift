/// A task that is an annotator's for a while.
public struct Lease: Sendable, Hashable {
  /// The task's number.
  public var task: Int
  /// Until when, unless it is renewed.
  public var until: Timestamp
  /// Whether they had asked about it, and were answered before it was handed to them once more.
  public var isAnswered: Bool

  /// A lease.
  public init(task: Int, until: Timestamp, isAnswered: Bool = false) {
    self.task = task
    self.until = until
    self.isAnswered = isAnswered
  }
}
