import PostilCore
import PostilModel
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

/// What keys do at the review desk: a state, keys, the state after them.
@Suite struct ReviewDeskTests {
  private func desk() -> ReviewDeskWorld { ReviewDeskWorld(ReviewSamples.hotelReviews()) }

  @Test func oneKeyEach() {
    var world = desk()
    world.type("a")
    #expect(world.bottom().contains("There is no majority"))
    world.type("2")
    #expect(world.tasks[1]?.resolution?.taken == "li")
    #expect(world.session.current == 2, "on to the next")
    world.type("a")
    #expect(world.tasks[2]?.resolution?.method == .aggregated("majority"))
    #expect(world.tasks[2]?.resolution?.answers == ["sentiment": "positive"])
    world.type("l l Enter")
    #expect(world.tasks[3]?.resolution?.taken == "li", "Enter accepts the person under the cursor")
    world.type("u u u")
    #expect(world.tasks.values.allSatisfy { $0.resolution == nil })
    #expect(world.session.current == 1)
    world.type("C-r")
    #expect(world.tasks[1]?.resolution?.taken == "li")
  }

  @Test func aNumberThatNobodyHasIsTold() {
    var world = desk()
    world.type("7")
    #expect(world.bottom().contains("Only 3 have answered: there is no number 7."))
    #expect(world.decisions.isEmpty)
  }

  @Test func anAnswerOfOnesOwnIsGivenWithTheKeysOfTheAnnotatingDesk() {
    var world = desk()
    world.type("e")
    #expect(world.screen().contains("Your answer"))
    #expect(world.screen().contains("dana"), "the others' answers stay in view")
    world.type("n Enter")
    world.write("the lift")
    world.type("Esc C-s")
    #expect(world.tasks[1]?.resolution?.answers == ["sentiment": "negative", "why": "the lift"])
    #expect(world.tasks[1]?.resolution?.method == .adjudicated)
    #expect(world.tasks[1]?.resolution?.taken == nil)
    #expect(world.session.current == 2)
    world.type("u")
    #expect(world.tasks[1]?.resolution == nil)
  }

  @Test(arguments: ["e n", "b"])
  func whatIsHalfDoneStaysWhileTasksAreMeasured(keys: String) {
    var world = desk()
    _ = world.session.receive(.refreshed(measured: 256, isDone: false), at: world.now)
    world.type(keys)
    if keys == "b" { world.write("look at") }
    let task = world.session.current
    let isAnswering = world.desk.answering != nil
    world.measured()
    #expect(world.session.current == task)
    #expect((world.desk.answering != nil) == isAnswering)
    #expect(isAnswering || !world.desk.layers.isEmpty, "something is half-done")
    #expect(world.session.message?.text.contains("reload the queue") == true)
  }

  @Test func anAnswerOfOnesOwnCanBeLeft() {
    var world = desk()
    world.type("e p Esc")
    #expect(world.decisions.isEmpty && world.desk.answering == nil)
    world.type("e q")
    #expect(world.intents.isEmpty, "q leaves the answer, not the desk")
    world.type("e s")
    #expect(world.bottom().contains("belongs to the annotating desk"))
    world.type("g f x")
    #expect(world.decisions.isEmpty)
  }

  @Test func anAnswerOfOnesOwnTakesClicksAndWhatAnotherEditorWrote() throws {
    var world = desk()
    world.type("e")
    let choice = try #require(world.desk.targets.first { $0.action == .choice(question: "sentiment", choice: 1) })
    world.click(choice.area.x + 3, choice.area.y)
    #expect(world.desk.answering?.answer.session.current?.answers["sentiment"] == "negative")
    _ = world.desk.externalEdit(question: "why", text: "the lift\n", session: world.session)
    #expect(world.desk.answering?.answer.session.current?.answers["why"] == "the lift")
  }

  @Test func aRankingOfOnesOwn() {
    var world = ReviewDeskWorld(ReviewSamples.rankings())
    world.type("e 3 1 4 Enter")
    #expect(world.tasks[1]?.resolution?.answers["order"]?.jsonText == #"{"ranking":[["c"],["a"],["d"],["b"]]}"#)
  }

  @Test func aProjectOfOneKeyIsAnsweredByIt() {
    var project = Samples.oneKey
    project.annotatorsPerTask = 2
    let said = ["dana": "warm", "li": "cold"].sorted { $0.key < $1.key }.map {
      ($0.key, ["tone": JSONValue.string($0.value)])
    }
    var world = ReviewDeskWorld(ReviewInMemory(project, records: Samples.tasks(2), said: [1: said, 2: said]))
    world.type("e n")
    #expect(world.tasks[1]?.resolution?.answers == ["tone": "neutral"])
    #expect(world.session.current == 2)
  }

  @Test func sendingBackAsksForWords() {
    var world = desk()
    world.type("l l b")
    // Nothing of the footer shows through.
    #expect(world.bottom().contains("Back to li  "))
    world.write("look again")
    world.type("Enter")
    #expect(world.tasks[1]?.returned == ["li"])
    #expect(world.tasks[1]?.messages.last?.text == "look again")
    #expect(world.screen().contains("mo sent it back to li"))
    world.type("u")
    #expect(world.tasks[1]?.returned == [])
    world.type("b Esc")
    #expect(world.decisions.count == 2)
  }

  @Test func errorTypesAreChosenFromTheProjectsList() {
    var world = desk()
    world.type("x 2 1")
    #expect(world.tasks[1]?.resolution?.errorType == "guideline unclear")
    world.type("[ x j Enter")
    #expect(world.tasks[1]?.resolution?.errorType == "typing error")
    #expect(world.screen().contains("[typing error]"))
    var other = ReviewDeskWorld(ReviewSamples.rankings())
    other.type("x")
    #expect(other.bottom().contains("error_types"))
  }

  @Test func theOtherDecisions() {
    var world = desk()
    world.type("t")
    #expect(world.wanted[1] == 4)
    world.type("c *")
    #expect(world.tasks[1]?.standing.isChecked == true)
    #expect(world.bottom().contains("no final answer yet"))
    world.type("1 [ *")
    #expect(world.tasks[1]?.gold?.answers["sentiment"] == "mixed")
    world.type("R")
    #expect(world.tasks[1]?.resolution == nil)
  }

  @Test func unanimousTasksInOneGo() {
    var world = desk()
    world.type("U")
    #expect(world.screen().contains("Check 1 more of the 2 unanimous tasks first"))
    world.type("f")
    world.write("state:unanimous")
    world.type("Enter ]")
    #expect(world.bottom().contains("spot check 0 of 1") && !world.bottom().contains("accept 2"))
    world.type("U")
    #expect(world.tasks[4]?.resolution == nil, "passing over is no check")
    world.type("[ c")
    #expect(world.bottom().contains("#4 is checked: spot check 1 of 1. The others can be accepted"))
    world.type("l")
    #expect(world.bottom().contains("U accept 2 unanimous"))
    world.type("U")
    #expect(world.tasks[4]?.resolution?.method == .unanimous)
    #expect(world.tasks[5]?.resolution?.method == .unanimous)
    world.type("u")
    #expect(world.tasks[4]?.resolution == nil)
  }

  @Test func theKnownAnswerOfGoldIsShownAndContradictingItIsTold() {
    var world = desk()
    world.type("# 3 Enter l")
    #expect(world.screen().contains("known answer: negative"))
    #expect(world.draw().lines.contains { $0.contains("known  ") && $0.contains("negative") })
    world.type("3")
    #expect(world.bottom().contains("! #3 is gold, and this is not its known answer (sentiment negative)."))
    #expect(world.session.current == 3)
    world.type("u")
    #expect(world.tasks[3]?.resolution == nil)
  }

  @Test func theFooterOfAnOwnAnswerTellsWhetherOneKeyMakesItFinal() {
    var project = ReviewSamples.hotels
    project.questions.removeSubrange(1...)
    var world = ReviewDeskWorld(ReviewSamples.hotelReviews(project))
    // Nobody agrees about the first task; two of three about the second.
    world.type("e")
    #expect(world.bottom().contains("p n m make it final    Esc leave it"), "\(world.bottom())")
    world.type("p")
    #expect(world.desk.answering == nil && world.tasks[1]?.resolution?.answers == ["sentiment": "positive"])
    world.type("# 2 Enter e")
    #expect(world.bottom().contains("p n m make it final    Enter make it final"), "\(world.bottom())")
    world.type("Enter")
    #expect(world.tasks[2]?.resolution?.answers == ["sentiment": "positive"])
  }

  @Test func whereNobodyLeadsNobodyIsCalledALead() {
    var world = ReviewDeskWorld(ReviewSamples.hotelReviews(), roster: Roster([Person(name: "dana")]))
    #expect(world.draw().lines[0].contains("mo (nobody leads)"))
    world.resize(80, 24)
    #expect(world.draw().lines[0].contains("Hotel reviews · mo (no lead)"))
    world.type("R")
    #expect(world.bottom().contains("#1 has no final answer"))
  }

  @Test func theTopLineTellsWhichQuestionHasNoAgreementYet() {
    var memory = ReviewSamples.hotelReviews()
    memory.report = ReviewSamples.report
    memory.report?.questions[0].alpha = .undefined("no task has two answers")
    var world = ReviewDeskWorld(memory)
    #expect(world.draw().lines[0].contains("agreement on sentiment: no task has two answers"))
  }

  @Test func theFilterIsTypedAndMended() {
    var world = desk()
    world.type("f")
    world.write("stat:all")
    world.type("Enter")
    #expect(world.screen().contains("did you mean"))
    world.type("C-u")
    world.write("st")
    world.type("Tab")
    world.write("al")
    world.type("Tab Enter")
    #expect(world.session.queue.filter.states.isEmpty)
    #expect(world.session.queue.count == 6)
    world.type("g a")
    #expect(world.session.queue.count == 4)
  }

  @Test func movingKeysMoveInTheFocusedPane() {
    var world = desk()
    world.type("j j k")
    #expect(world.session.current == 2)
    world.type("l j")
    #expect(world.desk.row == 1 && world.session.current == 2)
    world.type("l l l")
    #expect(world.desk.column == 2)
    #expect(world.bottom().contains("last one who answered"))
    world.type("h h h j")
    #expect(world.session.current == 3, "back in the queue")
    world.type("] [")
    #expect(world.session.current == 3)
    world.type("g g")
    #expect(world.session.current == 1)
  }

  @Test func theOverviewOpensAndClosesAndDecidesNothing() {
    var world = desk()
    world.type("o")
    #expect(world.screen().contains("There is no overview: nobody has worked yet."))
    world.type("a 1")
    #expect(world.decisions.isEmpty)
    world.type("q")
    #expect(world.intents.isEmpty && world.screen().contains("To settle"))
    world.type("q")
    #expect(world.intents == [.quit(0)])
  }

  @Test func aClickChoosesATaskAndAnAnswer() {
    var world = desk()
    world.click(10, 6)
    #expect(world.session.current == 3)
    let row = world.draw().lines.firstIndex { $0.contains("sentiment") && $0.contains("positive") } ?? 0
    let column = world.draw().lines[row].unicodeScalars.count - 60
    world.click(column, row)
    #expect(world.desk.focused == .answers)
  }

  @Test func whatIsNotSavedIsLoud() {
    var world = desk()
    world.memory.failure = "disk is full"
    world.type("1")
    #expect(world.draw().lines[0].contains("NOT SAVED: disk is full"))
    world.type("q")
    #expect(world.intents.isEmpty)
    world.type("q")
    #expect(world.intents == [.quit(0)])
  }

  @Test func nobodyReviewsTheirOwn() {
    var memory = ReviewSamples.hotelReviews()
    memory.reviewer = "dana"
    let roster = Roster([Person(name: "mo", role: .lead), Person(name: "dana", role: .reviewer)])
    var world = ReviewDeskWorld(memory, roster: roster)
    for key in ["a", "1", "e", "b", "t", "x", "c", "R"] {
      world.type(key)
      #expect(world.screen().contains("nobody reviews their own"), "\(key)")
      world.type("Esc")
    }
    #expect(world.decisions.isEmpty)
    #expect(world.draw().lines[0].contains("reviewer: dana"))
  }

  @Test func helpAndPaletteNameEveryCommandOfThisDesk() {
    var world = desk()
    world.resize(120, 120)
    world.type("?")
    let screen = world.screen()
    for row in CommandTable.all where row.contexts.contains(.review) {
      #expect(screen.contains(row.name), "\(row.name)")
    }
    world.type("Esc :")
    world.write("own")
    world.type("Enter")
    #expect(world.desk.answering != nil)
  }
}
