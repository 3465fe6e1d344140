/// One line of a project's history.
public enum ProjectEvent: Sendable, Hashable {
  /// Records were imported.
  case imported(ImportEvent)
  /// Somebody did something to the task of an id.
  case annotated(AnnotationEvent, id: String)

  /// When.
  public var at: Timestamp {
    switch self {
    case .imported(let event): event.at
    case .annotated(let event, _): event.at
    }
  }
}
