import PostilModel
import PostilTestSupport

@testable import PostilStore

/// Makes stores for the tests that every engine must pass. A second engine is one more case.
enum StoreFactory: String, CaseIterable, Sendable {
  case sqlite

  /// An empty project in a folder.
  func make(in folder: TemporaryFolder) throws -> ProjectStore {
    switch self {
    case .sqlite: try ProjectStore.create(atPath: folder.path + "/postil.db")
    }
  }

  /// The project of `make` once more, as another process would open it.
  func open(in folder: TemporaryFolder, access: ProjectStore.Access = .readWrite) throws -> ProjectStore {
    switch self {
    case .sqlite: try ProjectStore(path: folder.path + "/postil.db", access: access)
    }
  }
}

/// A moment of the tests' own time.
func moment(_ milliseconds: Int) -> Timestamp { Timestamp(milliseconds: 1_700_000_000_000 + Int64(milliseconds)) }

let testSource = ImportSource(file: "tasks.jsonl", format: "jsonl", at: moment(0))

/// A record with a text.
func record(_ id: String, _ text: String, suggestions: [Suggestion] = []) -> NewTask {
  var task = NewTask()
  task.id = Array(id.utf8)
  task.fields = Array(JSONObject([("text", .string(text))]).jsonText.utf8)
  task.metadata = Array("{}".utf8)
  task.preview = Array(text.utf8.prefix(120))
  task.line = 1
  task.suggestions = suggestions
  return task
}

/// Adds records in one import.
@discardableResult func add(_ records: [NewTask], to store: ProjectStore) throws -> [ImportOutcome] {
  try store.withTaskWriter(source: testSource) { writer in
    var outcomes: [ImportOutcome] = []
    for record in records { outcomes.append(try writer.add(record)) }
    return outcomes
  }
}

/// A save of a submitted label.
func submit(
  _ label: JSONValue, task: Int, by annotator: String = "dana", revision: Int = 0, token: String? = nil, at: Int = 0
) -> AnnotationSave {
  AnnotationSave(
    token: token ?? "\(annotator)-\(task)-\(revision)-\(label.jsonText)", task: task, annotator: annotator,
    kind: revision == 0 ? .submitted : .revised,
    annotation: Annotation(state: .submitted, answers: ["feeling": label], revision: revision), at: moment(at))
}

/// All numbers that a filter gives.
func numbers(_ store: ProjectStore, _ filter: QueueFilter, annotator: String = "dana") throws -> [Int] {
  var all: [Int] = []
  try store.numbers(matching: filter, annotator: annotator) { chunk, _ in
    all += chunk.map(Int.init)
    return true
  }
  return all
}
