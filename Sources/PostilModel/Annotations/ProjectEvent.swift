/// One line of a project's history.
public enum ProjectEvent: Sendable, Hashable {
  /// Records were imported.
  case imported(ImportEvent)
  /// Somebody did something to the task of an id.
  case annotated(AnnotationEvent, id: String)
  /// Something else was done to a task (its id is empty when it is about none) or to a person.
  case managed(ManagementEvent, id: String)

  /// When.
  public var at: Timestamp {
    switch self {
    case .imported(let event): event.at
    case .annotated(let event, _): event.at
    case .managed(let event, _): event.at
    }
  }
}
