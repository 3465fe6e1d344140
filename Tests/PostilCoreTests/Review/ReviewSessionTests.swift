import PostilModel
import PostilTestSupport
import Testing

@testable import PostilCore

@Suite("A review session")
struct ReviewSessionTests {
  @Test("shows what is to settle by disagreement, most first")
  func order() {
    let world = ReviewWorld()
    #expect(world.rows == [1, 2, 3])
    #expect(world.session.current == 1)
    #expect(world.session.task?.answered.count == 3)
    #expect(world.session.totals?.toSettle == 3)
  }

  @Test("makes the majority the final answer, says how it came about, and goes on")
  func majority() {
    var world = ReviewWorld()
    world.perform(.acceptMajority)
    #expect(world.message.contains("no majority"))
    #expect(world.decisions.isEmpty)
    world.perform(.move(by: 1), .setErrorType("misread"), .acceptMajority)
    let resolution = world.tasks[2]?.resolution
    #expect(resolution?.answers == ["feeling": "good"])
    #expect(resolution?.method == .aggregated("majority"))
    #expect(resolution?.errorType == "misread")
    #expect(resolution?.by == "mo")
    #expect(resolution?.said.map(\.annotator) == ["dana", "li", "sam"])
    #expect(resolution?.said.last?.answers == ["feeling": "bad"])
    #expect(world.session.current == 3)
    #expect(world.rows == [1, 2, 3], "what was settled stays in the list")
    #expect(world.session.queue.row(at: 1)?.state == .resolved)
  }

  @Test("takes somebody's answer, or one of the reviewer's own")
  func adjudication() {
    var world = ReviewWorld()
    world.perform(.accept(annotator: "li"))
    #expect(world.tasks[1]?.resolution?.method == .adjudicated)
    #expect(world.tasks[1]?.resolution?.taken == "li")
    #expect(world.tasks[1]?.resolution?.answers == ["feeling": "bad"])
    world.perform(.resolve(["feeling": "nonsense"]))
    #expect(world.message.contains("cannot be the final answer"))
    world.perform(.resolve(["feeling": "mixed", "why": "the lift"]))
    #expect(world.tasks[2]?.resolution?.taken == nil)
    #expect(world.tasks[2]?.resolution?.answers["why"] == "the lift")
    world.perform(.accept(annotator: "nobody"))
    #expect(world.message.contains("nobody has not answered #3"))
  }

  @Test("an answer to a question that is not asked any more is not in the final answer")
  func irrelevant() {
    var project = ReviewWorld.project()
    project.questions[1].condition = Condition(question: "feeling", values: ["bad"])
    var world = ReviewWorld(["good bad mixed"], project: project)
    world.memory.tasks[1]?.annotations[0].annotation.answers["why"] = "lingers"
    world.perform(.reload, .accept(annotator: "dana"))
    #expect(world.tasks[1]?.resolution?.answers == ["feeling": "good"])
  }

  private static let decisions: [(ReviewAction, @Sendable (ReviewWorld) -> Bool)] = [
    (.accept(annotator: "dana"), { $0.memory.tasks[1]?.resolution != nil }),
    (.resolve(["feeling": "bad"]), { $0.memory.tasks[1]?.resolution?.answers == ["feeling": "bad"] }),
    (.sendBack(annotator: "li", text: "look again"), { $0.memory.tasks[1]?.returned == ["li"] }),
    (.askOneMore, { $0.memory.wanted[1] == 4 }),
    (.toggleChecked, { $0.memory.tasks[1]?.standing.isChecked == true }),
  ]

  @Test("undoes and does again each decision", arguments: decisions.indices)
  func undo(index: Int) {
    var world = ReviewWorld()
    let (action, holds) = Self.decisions[index]
    let before = world.memory.tasks[1]
    world.perform(action)
    #expect(holds(world))
    world.perform(.move(by: 1), .undo)
    #expect(!holds(world))
    #expect(world.session.current == 1, "undo shows the task that it is about")
    #expect(world.memory.tasks[1]?.resolution == before?.resolution)
    #expect(world.memory.tasks[1]?.messages == before?.messages)
    #expect(world.session.task?.standing.state == .toSettle)
    #expect(world.message.hasPrefix("Undid "))
    world.perform(.redo)
    #expect(holds(world))
    world.perform(.undo, .undo)
    #expect(world.message == "There is nothing to undo.")
  }

  @Test("undoes a changed final answer to the earlier one, and gold to what it was")
  func undoOverEarlier() {
    var world = ReviewWorld()
    world.perform(.accept(annotator: "dana"), .moveTo(rank: 0), .accept(annotator: "li"))
    #expect(world.tasks[1]?.resolution?.taken == "li")
    world.perform(.undo)
    #expect(world.tasks[1]?.resolution?.taken == "dana")
    world.perform(.toggleGold)
    #expect(world.tasks[1]?.gold?.answers == ["feeling": "good"])
    world.perform(.toggleGold)
    #expect(world.tasks[1]?.gold == nil)
    world.perform(.undo)
    #expect(world.tasks[1]?.gold != nil)
    world.perform(.undo, .reopen)
    #expect(world.tasks[1]?.gold == nil && world.tasks[1]?.resolution == nil)
    world.perform(.undo)
    #expect(world.tasks[1]?.resolution?.taken == "dana")
  }

  @Test("what the work costs is for leads", arguments: [("mo", 1), ("eve", 0)])
  func costs(reviewer: String, count: Int) {
    var world = ReviewWorld(reviewer: reviewer)
    world.receive(
      .report(
        ProjectReport(
          project: "Stays", at: world.now,
          work: .init(
            tasks: 6, begunTasks: 6, answeredTasks: 5, resolvedTasks: 0, answers: 16, openAnswers: 2, flaggedTasks: 0),
          pace: .init(hours: []), costs: [.init(currency: "EUR", soFar: 16, atTheEnd: 18)], questions: [], people: [])))
    #expect(world.session.report?.costs.count == count && world.session.report?.work.answers == 16)
  }

  @Test("gold needs a final answer, and a lead")
  func gold() {
    var world = ReviewWorld()
    world.perform(.toggleGold)
    #expect(world.message.contains("no final answer yet"))
    var other = ReviewWorld(reviewer: "eve")
    other.perform(.accept(annotator: "dana"), .moveTo(rank: 0), .toggleGold)
    #expect(other.message.contains("Only leads"))
    #expect(other.decisions.count == 1)
  }

  @Test("sends back with a comment, and finds the thread and the new answer after the annotator's")
  func sendBack() {
    var world = ReviewWorld()
    world.perform(.sendBack(annotator: "li", text: "  "))
    #expect(world.decisions.isEmpty)
    world.perform(.sendBack(annotator: "li", text: "read the last sentence"))
    #expect(world.session.task?.standing.state == .sentBack)
    #expect(world.session.current == 1)
    world.perform(.sendBack(annotator: "li", text: "again"))
    #expect(world.message.contains("with li already"))
    // li answers: what was sent back is answered with the submit.
    world.memory.tasks[1]?.annotations[1].annotation.answers = ["feeling": "good"]
    world.memory.tasks[1]?.returned = []
    world.memory.tasks[1]?.messages.append(
      ThreadMessage(number: 2, task: 1, kind: .reply, from: "li", to: "mo", at: world.now, text: "you are right"))
    world.memory.measure(1)
    world.perform(.reload)
    #expect(world.session.queue.row(at: 0)?.reasons == ["2:1 feeling"])
    world.perform(.goTo("1"))
    #expect(world.session.task?.messages.map(\.kind) == [.sentBack, .reply])
    world.perform(.acceptMajority)
    #expect(world.tasks[1]?.resolution?.answers == ["feeling": "good"])
  }

  @Test("sending a settled task back reopens it, and undo settles it again")
  func sendBackSettled() {
    var world = ReviewWorld()
    world.perform(.accept(annotator: "dana"), .moveTo(rank: 0), .sendBack(annotator: "sam", text: "why mixed?"))
    #expect(world.tasks[1]?.resolution == nil)
    world.perform(.undo)
    #expect(world.tasks[1]?.resolution?.taken == "dana")
    #expect(world.tasks[1]?.returned == [])
  }

  @Test("an error type that is chosen after the final answer changes it")
  func errorType() {
    var world = ReviewWorld()
    world.perform(.accept(annotator: "dana"), .moveTo(rank: 0), .setErrorType("misread"))
    #expect(world.tasks[1]?.resolution?.errorType == "misread")
    #expect(world.tasks[1]?.resolution?.taken == "dana")
    world.perform(.undo)
    #expect(world.tasks[1]?.resolution?.errorType == "")
  }

  @Test("an error type that is chosen before the final answer is a step of its own")
  func earlyErrorType() {
    var world = ReviewWorld()
    world.perform(.setErrorType("misread"), .setErrorType("typing error"), .undo)
    #expect(world.session.errorType == "misread")
    #expect(world.message == "Undid the error type of #1.")
    world.perform(.undo)
    #expect(world.session.errorType.isEmpty && !world.session.canUndo)
    world.perform(.redo, .move(by: 1), .undo)
    #expect(world.session.current == 1 && world.session.errorType.isEmpty)
    world.perform(.redo, .accept(annotator: "dana"))
    #expect(world.tasks[1]?.resolution?.errorType == "misread")
    #expect(world.decisions.count == 1, "the project is told with the final answer")
  }

  @Test("one answer is no unanimity: who accepts it decides for it")
  func oneAnswer() {
    var filter = ReviewFilter()
    filter.states = [.waiting]
    var world = ReviewWorld(filter: filter)
    #expect(world.session.task?.answered.count == 1)
    world.perform(.acceptMajority)
    let resolution = world.tasks[6]?.resolution
    #expect(resolution?.method == .adjudicated && resolution?.taken == "dana" && resolution?.by == "mo")
    #expect(world.session.task?.unanimousResolution(in: world.project, by: "mo", at: world.now)?.method == .adjudicated)
  }

  @Test("a final answer against a known one is told, and stays before the eyes")
  func againstGold() {
    var world = ReviewWorld()
    world.memory.tasks[1]?.gold = GoldTask(task: 1, answers: ["feeling": "good"])
    world.perform(.reload, .accept(annotator: "li"))
    #expect(
      world.message == "#1 is gold, and this is not its known answer (feeling good). Undo takes it back.")
    #expect(world.session.message?.kind == .warning)
    #expect(world.session.current == 1)
    world.perform(.undo, .accept(annotator: "dana"))
    #expect(world.message.isEmpty && world.session.current == 2)
  }

  @Test("where nothing is handed out, one more cannot be asked")
  func openDesk() {
    var world = ReviewWorld(project: ReviewWorld.project(hasQueue: false))
    world.perform(.askOneMore)
    #expect(world.message.contains("[queue]"))
    #expect(world.decisions.isEmpty)
  }
}
