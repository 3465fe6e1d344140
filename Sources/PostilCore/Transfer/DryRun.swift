import PostilFormats
import PostilModel
import PostilStore

/// What would become of records, by looking their ids up. Nothing is written and nobody is kept waiting.
struct DryRun {
  private let store: ProjectStore
  private let isForTasks: Bool

  init(_ store: ProjectStore, _ purpose: RecordLayout.Purpose) {
    self.store = store
    isForTasks = purpose == .tasks
  }

  func outcome(of task: NewTask) throws -> ImportOutcome {
    var id = String(decoding: task.id, as: UTF8.self)
    if id.isEmpty {
      id = "h" + (task.fields + task.metadata).withUnsafeBytes { ContentHash(of: $0).hexadecimal }
    }
    let number = try store.number(ofTask: id)
    if isForTasks { return number.map { .alreadyThere($0) } ?? .added(0) }
    return number.map { .added($0) } ?? .noTask
  }
}
