import PostilModel
import PostilStore
import PostilTestSupport
import Testing

@testable import PostilCore

/// The review session with a real project.
@Suite("A review of a project on disk")
struct ReviewWorkspaceTests {
  private let folder: TemporaryFolder
  private let project: Project

  init() throws {
    folder = try TemporaryFolder()
    var plan = ReviewPlan()
    plan.spotCheck = 0
    var project = ReviewWorld.project(plan)
    project.annotatorsPerTask = 2
    project.assignment?.annotatorsPerTask = 2
    self.project = project
  }

  /// A project in which dana and li have said these words.
  private func store(_ words: [String]) throws -> ProjectStore {
    let store = try ProjectStore.create(atPath: folder.path + "/postil.db")
    try store.withTaskWriter(source: ImportSource(file: "made", format: "jsonl", at: Timestamp(milliseconds: 1))) {
      writer in
      for number in 1...words.count {
        var task = NewTask()
        task.id = Array("id-\(number)".utf8)
        task.fields = Array(#"{"text":"text \#(number)"}"#.utf8)
        task.line = number
        _ = try writer.add(task)
      }
    }
    for (place, line) in words.enumerated() {
      for (name, word) in zip(["dana", "li"], line.split(separator: " ")) {
        try submit(store, task: place + 1, name, String(word))
      }
    }
    return store
  }

  private func submit(
    _ store: ProjectStore, task: Int, _ name: String, _ word: String, revision: Int = 0, reply: String = ""
  ) throws {
    let annotation = Annotation(
      state: .submitted, answers: ["feeling": .string(word)], activeMilliseconds: 9000, revision: revision)
    _ = try store.save(
      AnnotationSave(
        token: "\(name)-\(task)-\(revision)", task: task, annotator: name, kind: revision == 0 ? .submitted : .revised,
        annotation: annotation, at: Timestamp(milliseconds: 100 + Int64(revision)), reply: reply))
  }

  private func open(
    _ store: ProjectStore, _ filter: ReviewFilter = ReviewFilter(), by reviewer: String = "mo"
  ) -> ReviewWorkspace {
    var setup = ReviewSetup(project: project, reviewer: reviewer, roster: ReviewWorld.roster)
    setup.filter = filter
    let workspace = ReviewWorkspace(
      setup: setup, store: store, clock: { Timestamp(milliseconds: 5000) }, wake: {})
    workspace.start()
    workspace.settle()
    return workspace
  }

  private func perform(_ workspace: ReviewWorkspace, _ actions: ReviewAction...) {
    for action in actions {
      workspace.perform(action)
      workspace.settle()
    }
  }

  @Test("what was sent back comes back with an answer, and the thread stays")
  func roundTrip() throws {
    let store = try store(["good bad", "good good"])
    let workspace = open(store)
    #expect(workspace.session.queue.rows.map(\.number) == [1])
    #expect(workspace.session.totals?.unanimous == 1)
    perform(workspace, .sendBack(annotator: "li", text: "read it again"))
    #expect(workspace.session.task?.standing.state == .sentBack)
    #expect(try store.messages(ofTask: 1, for: "li").map(\.text) == ["read it again"])
    try submit(store, task: 1, "li", "good", revision: 1, reply: "so it is")
    perform(workspace, .reload, .goTo("1"))
    #expect(workspace.session.task?.messages.map(\.kind) == [.sentBack, .reply])
    #expect(workspace.session.task?.messages.last?.text == "so it is")
    #expect(workspace.session.task?.returned == [])
    // All say the same now, and the reviewer is to meet the answer all the same.
    #expect(workspace.session.task?.standing.state == .toSettle)
    perform(workspace, .acceptMajority)
    let resolution = try store.reviewTask(number: 1)?.resolution
    #expect(resolution?.method == .unanimous)
    #expect(resolution?.said.map(\.answers) == [["feeling": "good"], ["feeling": "good"]])
    #expect(resolution?.thread.map(\.kind) == [.sentBack, .reply])
    #expect(resolution?.thread.map(\.text) == ["read it again", "so it is"])
    #expect(resolution?.thread.map(\.from) == ["mo", "li"])
    #expect(workspace.close().lines == [])
  }

  @Test("each decision and its undoing are in the project, and the row says how the task stands without it")
  func undo() throws {
    let store = try store(["good bad"])
    let workspace = open(store)
    perform(workspace, .accept(annotator: "li"))
    #expect(try store.reviewTask(number: 1)?.resolution?.taken == "li")
    perform(workspace, .toggleGold)
    #expect(try store.reviewTask(number: 1)?.gold?.answers == ["feeling": "bad"])
    #expect(try store.goldTask(1)?.isPromoted == true)
    perform(workspace, .undo)
    #expect(try store.reviewTask(number: 1)?.gold == nil)
    perform(workspace, .undo)
    #expect(try store.reviewTask(number: 1)?.resolution == nil)
    #expect(workspace.session.task?.standing.state == .toSettle)
    #expect(workspace.session.totals?.toSettle == 1)
    perform(workspace, .askOneMore)
    #expect(workspace.session.task?.standing.state == .waiting)
    perform(workspace, .undo)
    #expect(workspace.session.task?.standing.state == .toSettle)
    perform(workspace, .sendBack(annotator: "dana", text: "look"), .undo)
    #expect(try store.messages(ofTask: 1, for: nil).isEmpty)
    #expect(workspace.session.task?.standing.state == .toSettle)
  }

  @Test("hundreds of unanimous tasks are accepted in one go, and taken back")
  func unanimous() throws {
    let store = try store(Array(repeating: "good good", count: 600) + ["good bad"])
    let workspace = open(store)
    perform(workspace, .acceptUnanimous)
    #expect(workspace.session.message?.text == "Accepted 600 unanimous tasks.")
    #expect(try store.standingCounts()[.resolved] == 600)
    #expect(workspace.session.totals?.resolved == 600)
    perform(workspace, .undo)
    #expect(workspace.session.totals?.resolved == 0)
    #expect(workspace.session.totals?.unanimous == 600)
  }

  @Test("two reviewers do not overwrite each other: the slower one is told, and sees what stands")
  func twoReviewers() throws {
    let store = try store(["good bad", "bad good"])
    let one = open(store)
    let other = open(store, by: "eve")
    perform(one, .accept(annotator: "dana"))
    perform(other, .accept(annotator: "li"), .goTo("1"))
    #expect(try store.reviewTask(number: 1)?.resolution?.by == "mo")
    #expect(other.session.task?.resolution?.by == "mo")
    #expect(!other.session.canUndo, "there is nothing of eve's to take back")
    perform(other, .accept(annotator: "li"))
    #expect(try store.reviewTask(number: 1)?.resolution?.taken == "li", "eve has seen it now")
    perform(one, .undo)
    #expect(one.session.message?.text.contains("eve settled #1") == true)
    #expect(one.session.task?.resolution?.by == "eve")
    #expect(try store.reviewTask(number: 1)?.resolution?.by == "eve")
  }

  @Test("what was answered since the queue was read is not accepted with the unanimous ones")
  func staleUnanimous() throws {
    let store = try store(["good good", "bad bad"])
    let workspace = open(store)
    try submit(store, task: 2, "li", "good", revision: 1)
    perform(workspace, .acceptUnanimous)
    #expect(workspace.session.message?.text == "Accepted 1 unanimous task.")
    #expect(try store.reviewTask(number: 2)?.resolution == nil)
    #expect(try store.reviewTask(number: 2)?.standing.state == .toSettle)
  }

  @Test("undo of all in one go leaves what somebody else has settled since")
  func undoOfAll() throws {
    let store = try store(["good good", "bad bad", "good good"])
    let workspace = open(store)
    perform(workspace, .acceptUnanimous)
    try store.resolve([
      Resolution(
        task: 2, answers: ["feeling": "mixed"], method: .adjudicated, by: "eve", at: Timestamp(milliseconds: 6000))
    ])
    perform(workspace, .undo)
    #expect(workspace.session.message?.text.contains("#2 is left") == true)
    #expect(try (1...3).map { try store.reviewTask(number: $0)?.resolution?.by } == [nil, "eve", nil])
  }

  @Test("a step of two parts is done whole or not at all")
  func wholeSteps() throws {
    let store = try store(["good bad"])
    let workspace = open(store)
    perform(workspace, .accept(annotator: "dana"), .goTo("1"))
    // li takes hers back while the lead reads it: there is nothing to send back, so the final answer stays.
    _ = try store.save(
      AnnotationSave(
        token: "back", task: 1, annotator: "li", kind: .retracted,
        annotation: Annotation(state: .open, revision: 1), at: Timestamp(milliseconds: 200)))
    let events = try store.lastEventNumber()
    perform(workspace, .sendBack(annotator: "li", text: "look"))
    #expect(workspace.session.message?.text.contains("li has not submitted #1") == true)
    #expect(try store.reviewTask(number: 1)?.resolution?.taken == "dana")
    #expect(try store.lastEventNumber() == events)
    #expect(workspace.session.task?.resolution?.taken == "dana", "the desk shows what stands")
    // With all of it possible, both parts are done, and undone.
    perform(workspace, .sendBack(annotator: "dana", text: "look"))
    #expect(try store.reviewTask(number: 1)?.resolution == nil && store.returned(to: "dana") == [1])
    perform(workspace, .undo)
    #expect(try store.reviewTask(number: 1)?.resolution?.taken == "dana" && store.returned(to: "dana").isEmpty)
  }

  @Test("a portion with one task at its end is taken back like the others")
  func unevenUndo() throws {
    let store = try store(Array(repeating: "good good", count: 257))
    let workspace = open(store)
    perform(workspace, .acceptUnanimous)
    try store.resolve([
      Resolution(
        task: 257, answers: ["feeling": "mixed"], method: .adjudicated, by: "eve", at: Timestamp(milliseconds: 6000))
    ])
    perform(workspace, .undo)
    #expect(workspace.session.message?.text.contains("#257 is left") == true)
    #expect(try store.standingCounts()[.resolved] == 1)
  }

  @Test("what a project has no room for is told, and what it holds is shown")
  func refused() throws {
    let store = try store(["good bad"])
    let workspace = open(store)
    perform(workspace, .sendBack(annotator: "li", text: "look"))
    // li answers before the lead takes it back: there is nothing to take back any more.
    try submit(store, task: 1, "li", "good", revision: 1)
    perform(workspace, .undo)
    #expect(workspace.session.message?.text.contains("li has answered #1 already") == true)
    #expect(workspace.session.task?.messages.map(\.kind) == [.sentBack, .reply])
  }
}
