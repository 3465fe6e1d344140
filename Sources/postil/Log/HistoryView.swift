import PostilModel

/// Which part of the history somebody sees: all of it, or what they did themselves.
struct HistoryView {
  /// Whose events alone are shown; nil for everybody's.
  let own: String?

  /// What an annotator may see of what they did beside judging: the rest tells what others said, or what is known.
  private static let ownKinds: Set<ManagementEvent.Kind> = [.asked, .answered, .replied]

  /// The view of a caller.
  init(of caller: Caller) { own = caller.seesOnlyOwn ? caller.name : nil }

  /// Whether an event is shown.
  func shows(_ event: ProjectEvent) -> Bool {
    guard let own else { return true }
    switch event {
    case .imported: return false
    case .annotated(let event, _): return event.annotator == own
    case .managed(let event, _): return event.by == own && Self.ownKinds.contains(event.kind)
    }
  }

  /// The events of a task that are shown, the oldest first.
  func shown(judged: [AnnotationEvent], managed: [ManagementEvent], id: String) -> [ProjectEvent] {
    let all =
      judged.map { ($0.number, ProjectEvent.annotated($0, id: id)) }
      + managed.map { ($0.number, ProjectEvent.managed($0, id: id)) }
    return all.sorted { $0.0 < $1.0 }.map(\.1).filter(shows)
  }

  /// Who did it.
  static func name(in event: ProjectEvent) -> String {
    switch event {
    case .imported(let event): event.user
    case .annotated(let event, _): event.annotator
    case .managed(let event, _): event.by
    }
  }
}
