import PostilModel

/// What the project has acknowledged lately. Reads and saves run beside each other, so that a row or a task that was
/// read before a save may arrive after its receipt: this tells which of the two is newer.
struct RecentSaves: Sendable {
  private static let kept = 200
  private var annotations: [Int: Annotation] = [:]
  private var order: [Int] = []

  /// Notes what the project holds of a task now.
  mutating func note(_ annotation: Annotation, task: Int) {
    if annotations.updateValue(annotation, forKey: task) == nil { order.append(task) }
    if order.count > Self.kept { annotations[order.removeFirst()] = nil }
  }

  /// The newer of what was read and what was acknowledged.
  func newer(than read: Annotation, task: Int) -> Annotation {
    guard let known = annotations[task], known.revision > read.revision else { return read }
    return known
  }

  /// What was acknowledged of a task, unless it was saved again since.
  func annotation(ofTask task: Int, savedAt: Timestamp?) -> Annotation? {
    guard let known = annotations[task] else { return nil }
    guard let savedAt else { return known }
    return savedAt <= known.savedAt ? known : nil
  }
}
