import PostilCore
import PostilModel
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

@Suite("The desk where tasks are handed out")
struct AssignedDeskTests {
  @Test func notSureAsksSomebodyWhoHasTheSkill() {
    var world = AssignedSamples.desk()
    world.type("f")
    #expect(world.bottom().contains("Ask somebody with law:2"))
    world.write("Is it?")
    world.type("Esc")
    #expect(world.handing?.asked == [] && world.session.current?.number == 4)
    world.type("f")
    world.write("Is it?")
    world.type("Enter")
    #expect(world.handing?.asked == [4] && world.session.current?.number == 2)
    #expect(world.handing?.messages.map(\.text) == ["Is it?"])
    #expect(world.bottom().contains("#4 goes to somebody who knows."))
    world.type("u")
    #expect(world.handing?.asked == [] && world.session.current?.number == 4)
  }

  @Test func notSureIsAMarkWhereNobodyCanBeAsked() throws {
    var world = AssignedSamples.desk { $0.asks = nil }
    world.type("f")
    #expect(world.session.current?.stored.isFlagged == true)
    var open = Samples.desk()
    open.type("f")
    #expect(open.session.current?.stored.isFlagged == true)
  }

  @Test func aHalfTypedQuestionIsBeforeTheEyesAgain() throws {
    var world = AssignedSamples.desk()
    world.type("f")
    world.write("Is i")
    let next = try world.restarted()
    guard case .prompt(let prompt) = next.desk.layers.last else {
      Issue.record("no prompt")
      return
    }
    #expect(prompt.entry.text == "Is i" && prompt.purpose == .ask(Skill(name: "law", level: 2)))
  }

  @Test func whatCameBackIsSubmittedWithAReply() {
    var world = AssignedSamples.sentBack()
    #expect(world.screen().contains("mo sends this back"))
    #expect(world.screen().contains("The breakfast and the lift"))
    world.type("m C-s")
    #expect(world.bottom().contains("Reply"))
    world.write("You are right.")
    world.type("Enter")
    #expect(world.annotations[4]?.answers["sentiment"] == "mixed" && world.annotations[4]?.revision == 2)
    #expect(world.handing?.messages.last?.text == "You are right.")
    #expect(world.session.current?.number == 9)
    world.type("g g")
    #expect(!world.screen().contains("mo sends this back"))
    world.type("g h")
    let history = world.screen()
    #expect(history.contains("mo sends this back") && history.contains("You replied"))
    #expect(history.contains("You are right."))
  }

  /// One key answers and submits; of what came back, the same answer once more asks for a reply.
  @Test(arguments: [Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 60, rows: 20)])
  func whatCameBackIsChangedByOneKeyOrStoodBy(size: Size) {
    var project = AssignedSamples.project()
    project.questions = [project.questions[0]]
    let handing = HandingOut(project.assignment ?? AssignmentPlan(), pool: [4, 2, 9])
    var world = DeskWorld(project, tasks: Samples.tasks(12), size: size, handing: handing)
    world.type("p n")
    for task in [4, 2] { world.handing?.sendBack(task, text: "Sure?", by: "mo") }
    world.type("g r")
    #expect(world.screen().contains("#4 and #2 came back with a comment. g n goes there."))
    #expect(!world.bottom().contains("Enter submit"))
    world.type("g n")
    #expect(world.screen().contains("Sure?") && world.bottom().contains("Enter submit"))
    world.type("p")
    #expect(world.bottom().contains("Reply") && world.annotations[4]?.revision == 1)
    world.write("I mean it.")
    world.type("Enter")
    #expect(world.handing?.messages.last?.text == "I mean it." && world.annotations[4]?.revision == 2)
    #expect(world.session.current?.number == 2)
    world.type("p")
    #expect(world.annotations[2]?.answers == ["sentiment": "positive"] && world.handing?.sentBack == [])
    #expect(world.session.current?.number == 9 && world.desk.layers.isEmpty)
  }

  @Test func theNewestMessageShowsWithoutAKey() {
    for size in [Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 60, rows: 20)] {
      var answered = AssignedSamples.answered()
      answered.resize(size.columns, size.rows)
      #expect(answered.screen().contains("It is one."), "\(size)")
      var long = AssignedSamples.desk()
      let why = String(repeating: "The lift and the breakfast weigh more than that. ", count: 20)
      long.type("p C-s")
      long.handing?.sendBack(4, text: why, by: "mo")
      long.resize(size.columns, size.rows)
      long.type("g r g n")
      #expect(long.screen().contains("breakfast") && long.screen().contains("g h for all"), "\(size)")
    }
  }

  @Test func whatWasToldOfAKnownAnswerIsInTheStripAndTheHistory() {
    var world = AssignedSamples.desk { $0.feedback = .immediate }
    world.handing?.gold = [4: GoldTask(task: 4, answers: ["sentiment": "negative"], explanation: "Broken.")]
    world.type("p C-s n C-s [ [")
    for size in [Size(columns: 80, rows: 24), Size(columns: 60, rows: 20), Size(columns: 120, rows: 40)] {
      world.resize(size.columns, size.rows)
      #expect(world.screen().contains("Not quite") && world.screen().contains("Broken."), "\(size)")
    }
    world.type("g h")
    #expect(world.screen().contains("The known answer"))
    world.type("Esc ]")
    #expect(!world.screen().contains("Not quite"))
    world.type("g h")
    #expect(!world.screen().contains("The known answer"))
  }

  @Test func theHistoryIsOnesOwn() {
    var world = AssignedSamples.desk()
    world.type("g h")
    #expect(world.screen().contains("You have not done anything to #4 yet."))
  }

  @Test func aLabelKeyWhereNothingIsLeftSaysWhy() {
    var world = AssignedSamples.nothingLeft()
    world.type("p")
    #expect(world.bottom().contains("Nothing is left for you here. g r looks again."))
    world.handing?.sendBack(4, text: "Sure?", by: "mo")
    world.wait(20_000)
    #expect(world.screen().contains("2 done, 1 sent back"))
  }

  @Test func readingAgainSaysSo() {
    var world = AssignedSamples.desk()
    world.type("g r")
    #expect(world.bottom().contains("The queue is read again."))
  }

  @Test func aFoldedQueueTellsOfWhatCameBackToo() {
    var world = AssignedSamples.sentBack()
    world.resize(80, 24)
    #expect(!world.screen().contains("▸ ↩1"), "it is before the eyes")
    world.type("]")
    #expect(world.screen().contains("▸ ↩1"))
  }

  @Test func anUnfinishedAnswerIsToldBeforeAReplyIsAskedFor() {
    var world = AssignedSamples.sentBack()
    world.type("g x C-s")
    #expect(world.bottom().contains("Not submitted"))
    #expect(world.desk.layers.isEmpty)
  }

  @Test func aBlindProjectNamesNobody() {
    for world in [AssignedSamples.sentBack(isBlind: true), AssignedSamples.answered(isBlind: true)] {
      var world = world
      let screens =
        world.screen()
        + {
          world.type("g h"); return world.screen()
        }()
      #expect(!screens.contains("mo ") && !screens.contains("li "))
      #expect(screens.contains("This came back") || screens.contains("The answer"))
    }
  }

  @Test func nothingLeftSaysWhyWhenAndWhatToDo() {
    var world = AssignedSamples.nothingLeft()
    let text = world.screen()
    #expect(text.contains("Nothing left for you"))
    #expect(text.contains("3 tasks are left, all with others, the first of"))
    #expect(text.contains("them until 09:18.") && text.contains("g r looks now"))
    world.type("p s")
    #expect(world.annotations.count == 2, "no key judges what is not there")
    #expect(world.bottom().contains("Nothing is left for you here."))
    world.type("[")
    #expect(world.session.current?.number == 2)
    world.type("g n")
    #expect(world.session.current?.number == nil)
    world.handing?.pool = [8]
    world.wait(20_000)
    #expect(world.session.current?.number == 8)
    #expect(world.screen().contains("#8"))
  }

  @Test func whatIsLeftIsOnTheFirstFrameOfASmallScreen() {
    var world = AssignedSamples.desk()
    world.resize(60, 20)
    #expect(world.draw().lines.first?.contains("6 answers left") == true)
  }

  @Test func goldLooksLikeAnyOtherTask() {
    var plain = AssignedSamples.desk()
    var gold = AssignedSamples.desk { $0.goldRate = 0.2 }
    gold.handing?.gold = [4: GoldTask(task: 4, answers: ["sentiment": "negative"], explanation: "No.")]
    for keys in ["", "p C-s", "[", "g h", "Esc"] {
      plain.type(keys)
      gold.type(keys)
      #expect(plain.screen() == gold.screen())
    }
  }

  @Test func aKnownAnswerIsToldWholeHoweverLong() {
    var world = AssignedSamples.desk { $0.feedback = .immediate }
    let why = String(repeating: "The breakfast ran out and the lift was out. ", count: 4) + "That settles it."
    world.handing?.gold = [4: GoldTask(task: 4, answers: ["sentiment": "negative"], explanation: why)]
    world.resize(80, 24)
    world.type("p C-s")
    #expect(world.screen().contains("the answer to “What does the writer feel?” is"))
    #expect(world.screen().contains("That settles it."))
    world.type("n")
    #expect(!world.screen().contains("That settles it."))
  }

  @Test func progressIsOnesOwnAndWhatIsLeft() {
    var world = AssignedSamples.desk()
    world.type("p C-s n C-s")
    #expect(world.screen().contains("2 done, 4 answers left"))
    #expect(!world.screen().contains("of 12"))
    world.type("p C-s n C-s")
    #expect(world.screen().contains("4 done, 2 answers left") && world.screen().contains("a minute left"))
    world.type("p C-s n")
    #expect(world.screen().contains("5 done, 1 answer left"))
    world.type("C-s")
    #expect(world.screen().contains("6 done, nothing left"))
  }
}
