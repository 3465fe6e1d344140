/// Where tasks were scrolled to; the oldest are forgotten.
struct ScrollPlaces: Sendable {
  private var rows = RecentTasks<Int>()

  /// The first row shown of a task that was scrolled; nil for the others.
  func known(_ task: Int) -> Int? { rows[task] }

  /// The first row shown of a task.
  subscript(task: Int) -> Int {
    get { rows[task] ?? 0 }
    set { if newValue != rows[task] { rows[task] = newValue } }
  }
}
