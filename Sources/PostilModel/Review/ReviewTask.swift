/// A task with all that a reviewer wants to know of it.
public struct ReviewTask: Sendable {
  /// The record.
  public var task: AnnotationTask
  /// How it stands.
  public var standing: TaskStanding
  /// What people and models have said, in the order in which they first came to the project; open ones left out.
  public var annotations: [NamedAnnotation]
  /// Who of them has been sent it back and has not answered.
  public var returned: Set<String>
  /// What was written about it, earlier first.
  public var messages: [ThreadMessage]
  /// The final answer; nil while there is none.
  public var resolution: Resolution?
  /// The known answer; nil when it is no gold.
  public var gold: GoldTask?
  /// The verdicts that were given on first answers to it, by name; who answered before it was gold has none.
  public var verdicts: [String: Bool]

  /// A task with nothing said about it, or what is given.
  public init(
    task: AnnotationTask, standing: TaskStanding, annotations: [NamedAnnotation] = [], returned: Set<String> = [],
    messages: [ThreadMessage] = [], resolution: Resolution? = nil, gold: GoldTask? = nil,
    verdicts: [String: Bool] = [:]
  ) {
    self.task = task
    self.standing = standing
    self.annotations = annotations
    self.returned = returned
    self.messages = messages
    self.resolution = resolution
    self.gold = gold
    self.verdicts = verdicts
  }
}
