public import PostilModel

/// What there is to measure of a task.
public struct StandingInput: Sendable {
  /// The task's number.
  public var task: Int
  /// The length of its fields in Unicode scalars.
  public var length: Int
  /// What people have submitted, in the order in which they first came to the project.
  public var annotations: [NamedAnnotation]
  /// The known answer, if there is one.
  public var gold: GoldTask?
  /// The verdicts that were given on submitted answers to it, by name.
  public var verdicts: [String: Bool]

  /// What there is to measure, of the given parts.
  public init(
    task: Int, length: Int, annotations: [NamedAnnotation], gold: GoldTask? = nil, verdicts: [String: Bool] = [:]
  ) {
    self.task = task
    self.length = length
    self.annotations = annotations
    self.gold = gold
    self.verdicts = verdicts
  }
}
