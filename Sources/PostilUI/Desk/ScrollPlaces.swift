/// Where tasks were scrolled to; the oldest are forgotten.
struct ScrollPlaces: Sendable {
  private static let kept = 200
  private var rows: [Int: Int] = [:]
  private var order: [Int] = []

  /// The first row shown of a task that was scrolled; nil for the others.
  func known(_ task: Int) -> Int? { rows[task] }

  /// The first row shown of a task.
  subscript(task: Int) -> Int {
    get { rows[task] ?? 0 }
    set {
      guard newValue != rows[task] else { return }
      if rows.updateValue(newValue, forKey: task) == nil { order.append(task) }
      if order.count > Self.kept { rows[order.removeFirst()] = nil }
    }
  }
}
