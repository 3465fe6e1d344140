/// A task that is an annotator's for a while.
public struct Lease: Sendable, Hashable {
  /// The task's number.
  public var task: Int
  /// Until when, unless it is renewed.
  public var until: Timestamp

  /// A lease.
  public init(task: Int, until: Timestamp) {
    self.task = task
    self.until = until
  }
}
