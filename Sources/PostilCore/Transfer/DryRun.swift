import PostilFormats
import PostilModel
import PostilStore

/// What would become of records, by looking their ids up. Nothing is written and nobody is kept waiting.
struct DryRun {
  private let store: ProjectStore
  private let isForTasks: Bool
  private let now: Timestamp

  init(_ store: ProjectStore, _ purpose: RecordLayout.Purpose, at now: Timestamp) {
    self.store = store
    self.now = now
    isForTasks = purpose == .tasks
  }

  func outcome(of task: NewTask) throws -> ImportOutcome {
    var id = String(decoding: task.id, as: UTF8.self)
    if id.isEmpty {
      id = "h" + (task.fields + task.metadata).withUnsafeBytes { ContentHash(of: $0).hexadecimal }
    }
    let number = try store.number(ofTask: id)
    if isForTasks { return number.map { .alreadyThere($0) } ?? .added(0) }
    guard let number else { return .noTask }
    guard let named = task.annotations.first,
      let present = try store.annotation(ofTask: number, by: named.annotator)
    else { return .added(number) }
    return named.annotation.repeats(present, unlessToldAt: now) ? .alreadyThere(number) : .differs(number)
  }
}
