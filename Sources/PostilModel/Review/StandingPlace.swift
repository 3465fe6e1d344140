/// A place in the review queue, which goes by disagreement, most first, then by task number.
public struct StandingPlace: Sendable, Hashable {
  /// The disagreement, 0 to 1.
  public var disagreement: Double
  /// The task's number.
  public var task: Int

  /// A place.
  public init(disagreement: Double, task: Int) {
    self.disagreement = disagreement
    self.task = task
  }
}
