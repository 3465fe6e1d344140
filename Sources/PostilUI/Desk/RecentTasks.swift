/// What is remembered of tasks by their numbers; the oldest are forgotten.
struct RecentTasks<Value: Sendable>: Sendable {
  private let most: Int
  private var values: [Int: Value] = [:]
  private var order: [Int] = []

  /// Remembers nothing yet, and never more than so many.
  init(most: Int = 200) { self.most = most }

  /// What is remembered of a task; nil for nothing.
  subscript(task: Int) -> Value? {
    get { values[task] }
    set {
      guard let newValue else {
        if values.removeValue(forKey: task) != nil { order.removeAll { $0 == task } }
        return
      }
      if values.updateValue(newValue, forKey: task) == nil { order.append(task) }
      if order.count > most { values[order.removeFirst()] = nil }
    }
  }
}
