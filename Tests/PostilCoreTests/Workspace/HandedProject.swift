import PostilModel
import PostilStore
import PostilTestSupport

@testable import PostilCore

/// A project with a database that hands tasks out, and desks at it. The time is set by hand.
final class HandedProject {
  let store: ProjectStore
  let project: Project
  var now = Timestamp(milliseconds: 1_700_000_000_000)
  private let folder: TemporaryFolder
  private let counter = Counter()
  private var watched: ProjectFolder?

  init(_ project: Project, tasks: Int, metadata: (Int) -> String = { _ in "{}" }) throws {
    folder = try TemporaryFolder()
    self.project = project
    store = try ProjectStore.create(atPath: folder.path + "/postil.db", identifier: "handed")
    let source = ImportSource(file: "made.jsonl", format: "jsonl", at: Timestamp(milliseconds: 1))
    try store.withTaskWriter(source: source) { writer in
      for number in 1...tasks {
        var task = NewTask()
        task.id = Array("id-\(number)".utf8)
        task.fields = Array(#"{"text":"text \#(number)"}"#.utf8)
        task.metadata = Array(metadata(number).utf8)
        task.line = number
        _ = try writer.add(task)
      }
    }
  }

  /// A project whose `postil.toml` is there and can be changed.
  convenience init(toml: String, tasks: Int) throws {
    try self.init(try ProjectFile(text: toml).project, tasks: tasks)
    try write(toml)
    watched = try ProjectFolder(folder.path)
  }

  /// Changes `postil.toml`.
  func write(_ toml: String) throws {
    Files.remove(folder.path + "/postil.toml")
    try Files.create(folder.path + "/postil.toml", Array(toml.utf8))
  }

  func desk(_ annotator: String) throws -> Workspace {
    let file = try SessionFile(directory: folder.path + "/state", project: store.identifier, annotator: annotator)
    let counter = counter
    let workspace = try Workspace(
      project: project, annotator: annotator, guidelines: Guidelines(text: "", version: "v"), readOnlyReason: nil,
      store: store, sessionFile: file, folder: watched, makeToken: { counter.next() }, clock: { [unowned self] in now },
      wake: {})
    workspace.start()
    workspace.settle()
    return workspace
  }

  /// The review desk of a lead, as it begins.
  func review(_ reviewer: String = "mo") throws -> ReviewWorkspace {
    let setup = ReviewSetup(project: project, reviewer: reviewer, roster: try store.roster())
    let workspace = ReviewWorkspace(
      setup: setup, store: store, folder: watched, clock: { [unowned self] in now }, wake: {})
    workspace.start()
    workspace.settle()
    return workspace
  }

  /// Lets time pass, and lets desks do what is due on the way.
  func wait(_ milliseconds: Int64, _ desks: [Workspace]) {
    let end = now.milliseconds + milliseconds
    while let due = desks.compactMap(\.wakesAt).min(), due.milliseconds <= end {
      now = max(now, due)
      for desk in desks where desk.wakesAt.map({ $0 <= now }) == true {
        desk.wake()
        desk.settle()
      }
    }
    now.milliseconds = end
  }
}

extension ReviewWorkspace {
  /// Does something, and waits until the project has answered.
  func act(_ actions: ReviewAction...) {
    for action in actions {
      perform(action)
      settle()
    }
  }
}

extension Workspace {
  /// What the queue shows, in order.
  var shown: [Int] { (0..<session.queue.count).compactMap { session.queue.number(at: $0) } }

  /// Does something, and waits until the project has answered.
  func act(_ action: SessionAction) {
    perform(action)
    settle()
  }

  func choose(_ choice: String) { act(.choose(question: "feeling", choice: choice)) }
}
