import PostilModel
import PostilStore
import PostilTestSupport
import Testing

@testable import PostilCore

/// What a session promises, as (state, actions, state).
@Suite struct SessionTests {
  static let feeling = Question(
    name: "feeling",
    kind: LabelQuestion(choices: [Choice(name: "good", key: "p"), Choice(name: "bad", key: "n"), Choice(name: "mixed")])
  )
  static let single = Project(name: "one", fields: [FieldDefinition(name: "text")], questions: [feeling])
  static let several = Project(
    name: "many", fields: [FieldDefinition(name: "text")],
    questions: [
      feeling,
      Question(
        name: "why", isRequired: true, condition: Condition(question: "feeling", values: ["mixed"]),
        kind: TextQuestion()),
      Question(
        name: "topics", isRequired: false, kind: LabelsQuestion(choices: [Choice(name: "a"), Choice(name: "b")])),
      Question(name: "stars", isRequired: false, kind: RatingQuestion()),
    ])

  static func world(_ project: Project, count: Int = 10, suggestions: [Int: [Suggestion]] = [:]) -> FakeWorld {
    var world = FakeWorld(project: project, count: count, suggestions: suggestions)
    world.start()
    return world
  }

  @Test func oneKeyAnswersSavesAndGoesOn() {
    var world = Self.world(Self.single)
    world.perform(.choose(question: "feeling", choice: "bad"))
    #expect(world.annotations[1]?.state == .submitted)
    #expect(world.annotations[1]?.answers == ["feeling": "bad"])
    #expect(world.annotations[1]?.guidelinesVersion == "abc123")
    #expect(world.session.current?.number == 2)
    #expect(world.session.saving == .saved(1))
    #expect(world.session.progress.submitted == 1)
    #expect(world.outbox.isEmpty)
  }

  @Test func aDraftThatWasLeftIsKnownToTheQueue() {
    var world = Self.world(Self.several)
    world.perform(.choose(question: "feeling", choice: "bad"))
    #expect(world.session.draft(ofTask: 1) == ["feeling": "bad"])
    world.perform(.move(by: 1))
    #expect(world.session.draft(ofTask: 1) == ["feeling": "bad"])
    #expect(world.session.draft(ofTask: 2) == nil)
    world.perform(.move(by: -1))
    world.perform(.answer(question: "feeling", nil))
    world.perform(.move(by: 1))
    #expect(world.session.draft(ofTask: 1) == nil)
  }

  @Test func whatWasReadBeforeASaveDoesNotHideIt() {
    var world = Self.world(Self.single)
    world.perform(.choose(question: "feeling", choice: "bad"))
    // Rows and a task that were read before the save arrive after its receipt.
    let stale = world.tasks.map {
      TaskSummary(
        number: $0.number, id: $0.id, preview: "", state: .open, isFlagged: false, answers: [:], hasSuggestion: false,
        hasComment: false, savedAt: nil)
    }
    let generation = world.session.queue.generation
    world.run(world.session.receive(.page(page: 0, generation: generation, stale), at: world.now))
    world.run(
      world.session.receive(.tasks([LoadedTask(task: world.tasks[0], annotation: Annotation())]), at: world.now))
    #expect(world.session.queue.summary(at: 0)?.state == .submitted)
    world.perform(.move(by: -1))
    #expect(world.session.current?.stored.state == .submitted)
    world.perform(.choose(question: "feeling", choice: "good"))
    #expect(world.annotations[1]?.answers == ["feeling": "good"])
    #expect(world.drafts.isEmpty)
  }

  @Test func whatOneKeyDidIsTakenBackByUndo() {
    var world = Self.world(Self.single)
    world.perform(.choose(question: "feeling", choice: "bad"))
    world.perform(.undo)
    #expect(world.session.current?.number == 1)
    #expect(world.session.current?.answers == [:])
    #expect(world.annotations[1]?.state == .open)
    #expect(world.events.map(\.kind) == [.submitted, .retracted])
    world.perform(.redo)
    #expect(world.annotations[1]?.state == .submitted)
    #expect(world.annotations[1]?.answers == ["feeling": "bad"])
    #expect(world.events.map(\.kind) == [.submitted, .retracted, .restored])
  }

  @Test func severalQuestionsWaitForSubmitAndFocusGoesOn() {
    var world = Self.world(Self.several)
    world.perform(.choose(question: "feeling", choice: "mixed"))
    #expect(world.session.current?.number == 1)
    #expect(world.session.focusedQuestion == "why")
    #expect(world.drafts[1] == ["feeling": "mixed"])
    world.perform(.submit)
    #expect(world.events.isEmpty)
    #expect(world.session.focusedQuestion == "why")
    #expect(world.session.message?.kind == .warning)
    world.perform(.edit(question: "why", text: "b"))
    world.perform(.edit(question: "why", text: "both"))
    world.perform(.choose(question: "topics", choice: "b"))
    world.perform(.choose(question: "topics", choice: "a"))
    world.perform(.submit)
    #expect(world.annotations[1]?.answers == ["feeling": "mixed", "why": "both", "topics": ["a", "b"]])
    #expect(world.session.current?.number == 2)
    #expect(world.drafts.isEmpty)
  }

  @Test func answersBehindAClosedConditionAreNotSubmitted() {
    var world = Self.world(Self.several)
    world.perform(.choose(question: "feeling", choice: "mixed"))
    world.perform(.edit(question: "why", text: "both"))
    world.perform(.choose(question: "feeling", choice: "good"))
    world.perform(.submit)
    #expect(world.annotations[1]?.answers == ["feeling": "good"])
  }

  @Test func typingIsOneUndoStep() {
    var world = Self.world(Self.several)
    world.perform(.choose(question: "feeling", choice: "mixed"))
    for text in ["b", "bo", "bot", "both"] { world.perform(.edit(question: "why", text: text)) }
    world.perform(.undo)
    #expect(world.session.current?.answers == ["feeling": "mixed"])
    world.perform(.redo)
    #expect(world.session.current?.answers == ["feeling": "mixed", "why": "both"])
    world.perform(.undo)
    world.perform(.undo)
    #expect(world.session.current?.draft == nil)
    #expect(world.drafts.isEmpty)
  }

  @Test func undoGoesBackThroughTasksAndARestart() {
    var world = Self.world(Self.single)
    for choice in ["good", "bad", "mixed"] { world.perform(.choose(question: "feeling", choice: choice)) }
    world.killAndRestart()
    #expect(world.session.current?.number == 4)
    for _ in 0..<3 { world.perform(.undo) }
    #expect(world.session.current?.number == 1)
    #expect(world.progress.submitted == 0)
    #expect(!world.session.canUndo)
    for _ in 0..<3 { world.perform(.redo) }
    #expect(world.annotations[3]?.answers == ["feeling": "mixed"])
  }

  @Test func aDraftSurvivesAKillInTheMiddleOfAWord() {
    var world = Self.world(Self.several)
    world.perform(.move(by: 2))
    world.perform(.choose(question: "feeling", choice: "mixed"))
    world.perform(.edit(question: "why", text: "the lif"))
    world.killAndRestart()
    #expect(world.session.current?.number == 3)
    #expect(world.session.current?.answers == ["feeling": "mixed", "why": "the lif"])
    #expect(world.session.current?.state == .draft)
    world.perform(.undo)
    #expect(world.session.current?.answers == ["feeling": "mixed"])
    world.perform(.redo)
    #expect(world.session.current?.answers == ["feeling": "mixed", "why": "the lif"])
  }

  @Test func redoLeadsBackOverATextThatAKillInterrupted() {
    var world = Self.world(Self.several)
    world.perform(.choose(question: "feeling", choice: "mixed"))
    world.perform(.edit(question: "why", text: "half"))
    world.killAndRestart()
    #expect(world.session.focusedQuestion == "why")
    world.perform(.edit(question: "why", text: "half!!"))
    for _ in 0..<3 { world.perform(.undo) }
    #expect(world.session.current?.answers == [:])
    for _ in 0..<3 { world.perform(.redo) }
    #expect(world.session.current?.answers == ["feeling": "mixed", "why": "half!!"])
    #expect(!world.session.canRedo)
  }

  @Test func skippedIsNotDone() {
    var world = Self.world(Self.single)
    world.perform(.skip(reason: "no text"))
    #expect(world.annotations[1]?.state == .skipped)
    #expect(world.annotations[1]?.skipReason == "no text")
    #expect(world.session.progress.submitted == 0)
    #expect(world.session.progress.skipped == 1)
    #expect(world.session.current?.number == 2)
    world.perform(.undo)
    #expect(world.annotations[1]?.state == .open)
    #expect(world.annotations[1]?.skipReason == "")
  }

  @Test func flagAndCommentAreSavedBesideADraft() {
    var world = Self.world(Self.several)
    world.perform(.choose(question: "feeling", choice: "good"))
    world.perform(.setFlagged(true))
    world.perform(.comment("is this irony?"))
    #expect(world.annotations[1]?.isFlagged == true)
    #expect(world.annotations[1]?.comment == "is this irony?")
    #expect(world.annotations[1]?.answers == [:])
    #expect(world.session.current?.answers == ["feeling": "good"])
    world.perform(.submit)
    #expect(world.annotations[1]?.isFlagged == true)
    #expect(world.annotations[1]?.answers == ["feeling": "good"])
  }

  @Test func savesWaitWhileTheProjectCannotBeWritten() {
    var world = Self.world(Self.single)
    world.failsToSave = "the disk is full"
    world.perform(.choose(question: "feeling", choice: "good"))
    world.perform(.choose(question: "feeling", choice: "bad"))
    #expect(world.session.saving == .waiting(count: 2, reason: "the disk is full"))
    #expect(world.outbox.count == 2)
    world.killAndRestart()
    #expect(world.session.saving == .waiting(count: 2, reason: "the disk is full"))
    #expect(world.session.current?.number == 3)
    world.failsToSave = nil
    world.perform(.choose(question: "feeling", choice: "mixed"))
    #expect(world.session.saving == .saved(3))
    #expect(world.annotations[2]?.answers == ["feeling": "bad"])
  }

  @Test func anotherDesksSaveIsNeverOverwrittenUnseen() {
    var world = Self.world(Self.single)
    world.annotations[1] = Annotation(state: .submitted, answers: ["feeling": "good"], revision: 1)
    world.perform(.choose(question: "feeling", choice: "bad"))
    #expect(world.annotations[1]?.answers == ["feeling": "good"])
    #expect(world.session.message?.kind == .warning)
    #expect(world.drafts[1] == ["feeling": "bad"])
    world.perform(.goTo("#1"))
    #expect(world.session.current?.answers == ["feeling": "bad"])
    world.perform(.submit)
    #expect(world.annotations[1]?.answers == ["feeling": "bad"])
    #expect(world.annotations[1]?.revision == 2)
  }

  @Test func nothingIsAnsweredUnseen() {
    var world = Self.world(Self.single, count: 1000)
    world.holdsReplies = true
    world.perform(.goTo("#900"))
    #expect(world.session.isSettling)
    world.perform(.choose(question: "feeling", choice: "good"))
    #expect(world.outbox.isEmpty)
    world.release()
    #expect(!world.session.isSettling)
    #expect(world.session.current?.task?.id == "id-900")
  }

  @Test func aDraftOverAnAnswerThatAnotherDeskReplacedIsToldAtTheNextStart() {
    var world = Self.world(Self.several)
    world.perform(.answer(question: "feeling", "good"))
    // The other desk.
    world.annotations[1] = Annotation(state: .submitted, answers: ["feeling": "bad"], revision: 1)
    world.killAndRestart()
    #expect(world.session.message?.text.contains("another desk") == true)
    #expect(world.session.current?.answers["feeling"] == "good")
    #expect(world.session.current?.stored.answers["feeling"] == "bad")
    world.killAndRestart()
    #expect(world.session.message == nil, "it is said once")
    world.perform(.submit)
    #expect(world.annotations[1]?.answers["feeling"] == "good")
    #expect(world.annotations[1]?.revision == 2)
  }

  @Test func aMarkOnOnesOwnDraftIsNoOtherDesks() {
    var world = Self.world(Self.several)
    world.perform(.answer(question: "feeling", "good"))
    world.perform(.setFlagged(true))
    world.perform(.comment("why"))
    world.perform(.undo)
    world.killAndRestart()
    #expect(world.session.message == nil)
    #expect(world.session.current?.answers["feeling"] == "good")
  }

  @Test func activeTimeOfADraftOutlivesLeavingTheTaskAndTheProgram() throws {
    var world = Self.world(Self.several)
    world.perform(.answer(question: "feeling", "good"), after: 4_000)
    world.perform(.move(by: 1), after: 5_000)
    world.perform(.move(by: -1), after: 30_000)
    world.perform(.answer(question: "stars", 3), after: 12_000)
    world.killAndRestart()
    world.now.milliseconds += 500_000
    world.perform(.answer(question: "stars", 4), after: 2_000)
    world.perform(.answer(question: "stars", 5), after: 60_000)
    world.perform(.submit, after: 60_001)
    // A pause of more than a minute does not count; the part after the last answer was written before the kill.
    #expect(try #require(world.annotations[1]).activeMilliseconds == 4_000 + 5_000 + 12_000 + 60_000)
    #expect(world.places.keys.contains { $0.hasPrefix("active") } == false)
  }

  @Test func aTaskTakenBackIsTheNextOpenOneThoughTheProjectDoesNotKnowYet() {
    var world = Self.world(Self.single)
    for _ in 1...2 { world.perform(.choose(question: "feeling", choice: "good")) }
    world.holdsReplies = true
    // The rows at hand are forgotten, so that the project has to be asked.
    world.perform(.setFilter(QueueFilter()))
    world.perform(.undo)
    world.perform(.move(by: -1))
    world.perform(.choose(question: "feeling", choice: "bad"))
    #expect(world.session.isSettling)
    world.run(world.session.receive(.open(task: 3), at: world.now))
    #expect(world.session.current?.number == 2)
  }

  @Test func afterTheLastTaskItBeginsAgainAtTheFirstOpenOne() {
    var world = Self.world(Self.single, count: 300)
    world.perform(.goTo("#300"))
    world.perform(.choose(question: "feeling", choice: "good"))
    #expect(world.session.current?.number == 1)
    for _ in 1...299 { world.perform(.choose(question: "feeling", choice: "good")) }
    #expect(world.progress.submitted == 300)
    world.perform(.goToNextOpen)
    #expect(world.session.message?.text.contains("Nothing is left open") == true)
  }

  @Test func suggestionsAreTakenOnlyByHand() {
    let suggestion = Suggestion(question: "feeling", answer: "mixed", model: "model-a", score: 0.7)
    var world = Self.world(Self.single, suggestions: [1: [suggestion]])
    #expect(world.session.current?.answers == [:])
    #expect(world.session.suggestion(for: "feeling") == suggestion)
    world.perform(.takeSuggestion(question: "feeling"))
    #expect(world.annotations[1]?.answers == ["feeling": "mixed"])
  }

  @Test func numbersAndIdsAreBothPlaces() {
    var world = Self.world(Self.single)
    world.perform(.goTo("id-7"))
    #expect(world.session.current?.number == 7)
    world.perform(.goTo("3"))
    #expect(world.session.current?.number == 3)
    world.perform(.goTo("nobody"))
    #expect(world.session.current?.number == 3)
    #expect(world.session.message?.kind == .warning)
    world.perform(.goBack)
    #expect(world.session.current?.number == 7)
  }

  @Test func aFilterShowsItsTasksAndGoingElsewhereTakesItOff() {
    var world = Self.world(Self.single)
    world.perform(.skip(reason: ""))
    world.perform(.skip(reason: ""))
    var filter = QueueFilter()
    filter.states = [.skipped]
    world.perform(.setFilter(filter))
    #expect(world.session.queue.count == 2)
    #expect(world.session.current?.number == 1)
    world.killAndRestart()
    #expect(world.session.queue.count == 2)
    world.perform(.goTo("#9"))
    #expect(world.session.queue.count == 10)
    #expect(world.session.current?.number == 9)
  }

  @Test func pausesDoNotCountAsWork() {
    var world = Self.world(Self.single)
    world.perform(.move(by: 0), after: 5000)
    world.perform(.choose(question: "feeling", choice: "good"), after: 3_600_000)
    #expect(world.annotations[1]?.activeMilliseconds == 5_000)
  }
}
