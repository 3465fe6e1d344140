import Glibc
import PostilModel
import PostilStore

/// Does one thing at a project as a desk would, and says what came of it.
///
///     race-probe make DB TASKS                    makes a project with so many tasks
///     race-probe done DB NAME FIRST LAST          has somebody submit tasks, as an import brings them
///     race-probe work DB NAME ANNOTATORS LEASE    is handed tasks and submits them until nothing is left
///     race-probe claim DB NAME ROUNDS ORDER       times how long it takes to be handed one task
///     race-probe assigned DB NAME ROUNDS          times how long it takes to see all that is somebody's
///     race-probe heartbeat DB NAME ROUNDS         times how long it takes to see what has changed of it
///     race-probe submit DB NAME COUNT GO          holds so many tasks, waits for the file GO, submits them
///     race-probe check DB                         counts anew all that is counted
struct Probe {
  /// What is wrong with the words.
  struct Usage: Error {}

  private let words: [String]

  init(_ words: [String]) { self.words = words }

  func run() throws -> String {
    guard words.count >= 2 else { throw Usage() }
    let path = words[1]
    if words[0] == "make" { return try make(path, tasks: try number(2)) }
    let store = try ProjectStore(path: path)
    switch words[0] {
    case "done": return try done(store, word(2), try number(3)...number(4))
    case "work": return try Worker(store, word(2), annotators: number(3), lease: number(4)).run()
    case "claim": return try ClaimTimes(store, word(2), rounds: number(3), order: word(4)).run()
    case "assigned": return try ClaimTimes(store, word(2), rounds: number(3), order: "imported").assigned(isWhole: true)
    case "heartbeat":
      return try ClaimTimes(store, word(2), rounds: number(3), order: "imported").assigned(isWhole: false)
    case "submit": return try SubmitTimes(store, word(2), count: number(3), go: word(4)).run()
    case "check": return try store.integrityReport().joined(separator: "\n")
    default: throw Usage()
    }
  }

  private func word(_ place: Int) throws -> String {
    guard words.indices.contains(place) else { throw Usage() }
    return words[place]
  }

  private func number(_ place: Int) throws -> Int {
    guard let number = Int(try word(place)) else { throw Usage() }
    return number
  }

  private func make(_ path: String, tasks: Int) throws -> String {
    let store = try ProjectStore.create(atPath: path)
    let source = ImportSource(file: "made", format: "jsonl", at: Clock.now())
    try store.withTaskWriter(source: source) { writer in
      for number in 1...max(1, tasks) {
        var task = NewTask()
        task.id = Array("t\(number)".utf8)
        task.fields = Array(#"{"text":"What do you feel when you read number \#(number)?"}"#.utf8)
        task.metadata = Array("{}".utf8)
        _ = try writer.add(task)
      }
    }
    return "\(tasks)"
  }

  private func done(_ store: ProjectStore, _ name: String, _ tasks: ClosedRange<Int>) throws -> String {
    let source = ImportSource(file: "done", format: "jsonl", at: Clock.now())
    try store.withTaskWriter(source: source) { writer in
      for number in tasks {
        let said = Annotation(state: .submitted, answers: ["feeling": "good"], savedAt: Clock.now())
        _ = try writer.addAnnotation(toTask: "t\(number)", by: name, said)
      }
    }
    return "\(tasks.count)"
  }
}
