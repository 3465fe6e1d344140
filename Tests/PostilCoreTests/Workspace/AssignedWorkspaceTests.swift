import PostilModel
import PostilStore
import PostilTestSupport
import Testing

@testable import PostilCore

@Suite("Desks at a database that hands tasks out")
struct AssignedWorkspaceTests {
  private static func project(_ change: (inout AssignmentPlan) -> Void = { _ in }) -> Project {
    AssignedWorld.project(change: change)
  }

  @Test func twoDesksWorkThroughAProjectWithGold() throws {
    let handed = try HandedProject(
      Self.project {
        $0.annotatorsPerTask = 2
        $0.goldRate = 0.2
        $0.feedback = .immediate
      }, tasks: 24)
    for task in [5, 11, 17, 23] {
      let gold = GoldTask(task: task, answers: ["feeling": "bad"], explanation: "It is.")
      try handed.store.setGold(gold, by: "mo", at: handed.now)
    }
    let desks = [try handed.desk("dana"), try handed.desk("li")]
    var told = 0
    for round in 0..<40 {
      for desk in desks where desk.session.current != nil {
        handed.now.milliseconds += 2000
        desk.choose(round % 3 == 0 ? "bad" : "good")
        if desk.session.message?.text.contains("the answer to “feeling” is bad. It is.") == true { told += 1 }
      }
    }
    handed.wait(20_000, desks)
    for desk in desks {
      #expect(desk.session.current == nil && desk.session.work?.nothingLeft != nil)
      #expect(desk.session.progress.left == 0)
      #expect(desk.session.openCount == 0 && desk.session.progress.submitted == desk.shown.count)
    }
    var answers = 0
    for task in 1...24 {
      let found = try #require(try handed.store.reviewTask(number: task)).annotations.map(\.annotator)
      #expect(Set(found).count == found.count, "nobody twice")
      #expect(found.count == 2 || found.count <= 2 && [5, 11, 17, 23].contains(task))
      answers += found.count
    }
    #expect(desks.map(\.session.progress.submitted).reduce(0, +) == answers)
    #expect(told > 0)
  }

  /// Nobody has looked at the review queue: the desk itself has measured what people disagree on.
  @Test func tasksThatPeopleDisagreeOnComeFirst() throws {
    let handed = try HandedProject(
      Self.project {
        $0.annotatorsPerTask = 3
        $0.order = .disagreement
      }, tasks: 6)
    for (who, labels) in [("a", ["good", "good", "bad"]), ("b", ["good", "bad", "bad"])] {
      for (place, label) in labels.enumerated() {
        let said = Annotation(state: .submitted, answers: ["feeling": .string(label)])
        let save = AnnotationSave(
          token: "\(who)\(place)", task: place + 3, annotator: who, kind: .submitted, annotation: said, at: handed.now)
        _ = try handed.store.save(save)
      }
    }
    let dana = try handed.desk("dana")
    #expect(dana.session.current?.number == 4)
  }

  @Test func whoLeavesGivesBackWhatIsUntouchedAndKeepsDrafts() throws {
    let why = Question(name: "why", isRequired: false, kind: TextQuestion())
    let handed = try HandedProject(AssignedWorld.project([SessionTests.feeling, why]), tasks: 4)
    let li: Workspace
    do {
      let dana = try handed.desk("dana")
      dana.choose("good")
      #expect(dana.shown == [1, 2, 3])
      li = try handed.desk("li")
      #expect(li.shown == [4])
      _ = dana.close()
    }
    handed.wait(20_000, [li])
    li.act(.submit)
    li.choose("bad")
    li.act(.submit)
    #expect(li.shown == [4, 2, 3], "1 has a draft")
    let again = try handed.desk("dana")
    #expect(again.session.current?.number == 1 && again.session.current?.answers == ["feeling": "good"])
  }

  @Test func aLeaseThatEndsUnderAnOpenDraftIsToldAndAFullTaskKeepsIt() throws {
    let why = Question(name: "why", isRequired: false, kind: TextQuestion())
    let handed = try HandedProject(
      AssignedWorld.project([SessionTests.feeling, why]) { $0.leaseMilliseconds = 600_000 }, tasks: 1)
    let dana = try handed.desk("dana")
    dana.choose("good")
    handed.now.milliseconds += 700_000
    let li = try handed.desk("li")
    #expect(li.session.current?.number == 1, "nobody has touched a key for longer than the lease")
    dana.act(.edit(question: "why", text: "late"))
    handed.wait(150_000, [dana])
    #expect(
      dana.session.message?.text
        == "#1 is no longer yours: the lease ended at 22:23. Your draft is kept; submit it if a place is still free.")
    li.choose("bad")
    li.act(.submit)
    dana.act(.submit)
    #expect(dana.session.current == nil)
    #expect(dana.session.message?.text.hasPrefix("#1 has all the answers that it wants") == true)
    dana.act(.move(by: -1))
    #expect(dana.session.current?.answers == ["feeling": "good", "why": "late"])
    #expect(try handed.store.annotation(ofTask: 1, by: "dana") == nil)
  }

  @Test func leasesLastAsLongAsSomebodyWorks() throws {
    let handed = try HandedProject(Self.project { $0.leaseMilliseconds = 600_000 }, tasks: 3)
    let dana = try handed.desk("dana")
    for _ in 0..<20 {
      dana.act(.move(by: 0))
      handed.wait(160_000, [dana])
    }
    let li = try handed.desk("li")
    #expect(li.session.current == nil)
    #expect(li.session.work?.nothingLeft?.reason.contains("3 tasks are left, all with others") == true)
    handed.wait(700_000, [li])
    #expect(li.session.current?.number == 1, "a desk that nobody touches gives its tasks up")
  }

  @Test func whatIsSentBackIsAnsweredWithAReply() throws {
    let handed = try HandedProject(Self.project(), tasks: 6)
    let dana = try handed.desk("dana")
    dana.choose("good")
    dana.choose("good")
    try handed.store.sendBack(task: 1, to: "dana", text: "Read on.", by: "mo", at: handed.now)
    dana.act(.reload)
    #expect(dana.shown.first == 1 && dana.session.current?.number == 3)
    dana.act(.moveTo(rank: 0))
    #expect(dana.session.thread.map(\.text) == ["Read on."])
    #expect(try handed.store.unseenMessages(for: "dana").isEmpty, "it has been before the eyes")
    dana.act(.answerReturned(reply: "I stand by it."))
    let messages = try handed.store.messages(ofTask: 1)
    #expect(messages.map(\.kind) == [.sentBack, .reply] && messages.last?.text == "I stand by it.")
    #expect(try handed.store.annotation(ofTask: 1, by: "dana")?.revision == 2)
    #expect(dana.session.current?.number == 3)
    let again = try handed.desk("dana")
    #expect(again.session.work?.sentBack == [])
  }

  @Test func aQuestionGoesToWhoHasTheSkillAndItsAnswerComesBack() throws {
    let handed = try HandedProject(Self.project { $0.asks = Skill(name: "law", level: 2) }, tasks: 6)
    try handed.store.setPerson(
      Person(name: "li", skills: [Skill(name: "law", level: 3)]), by: "mo", at: handed.now)
    let dana = try handed.desk("dana")
    dana.act(.ask(note: "Is that a contract?"))
    #expect(dana.session.current?.number == 2)
    let li = try handed.desk("li")
    #expect(li.session.current?.number == 1 && li.session.thread.map(\.text) == ["Is that a contract?"])
    dana.act(.undo)
    #expect(dana.session.message?.text == "Somebody is at #1 already: the question stays.")
    li.choose("bad")
    dana.act(.reload)
    #expect(dana.shown.first == 1 && dana.session.work?.mark(of: 1) == .answered)
    dana.act(.moveTo(rank: 0))
    #expect(dana.session.thread.map(\.kind) == [.question, .answer])
    #expect(dana.session.thread.last?.answers == ["feeling": "bad"])
    #expect(try handed.store.unseenMessages(for: "dana").isEmpty)
  }

  @Test func aQuestionThatNobodyIsAtIsTakenBack() throws {
    let handed = try HandedProject(Self.project { $0.asks = Skill(name: "law", level: 2) }, tasks: 1)
    try handed.store.setPerson(
      Person(name: "li", skills: [Skill(name: "law", level: 3)]), by: "mo", at: handed.now)
    let dana = try handed.desk("dana")
    dana.act(.ask(note: "?"))
    #expect(dana.session.current == nil)
    dana.act(.undo)
    #expect(dana.session.current?.number == 1)
    #expect(try handed.store.messages(ofTask: 1).isEmpty)
    dana.choose("good")
    #expect(try handed.store.annotation(ofTask: 1, by: "dana")?.state == .submitted)
    #expect(try handed.store.tasksLeft() == 0)
  }

  @Test func aQuestionThatNobodyCouldAnswerLeavesTheTaskTheDraftAndTheNote() throws {
    let handed = try HandedProject(Self.project { $0.asks = Skill(name: "law", level: 2) }, tasks: 6)
    let dana = try handed.desk("dana")
    dana.act(.answer(question: "feeling", "bad"))
    dana.act(.ask(note: "Is that a contract?"))
    #expect(dana.session.message?.text.contains("nobody else on the roster has law:2") == true)
    #expect(dana.shown.contains(1) && dana.session.work?.isWaiting(1) == true)
    dana.act(.moveTo(rank: 0))
    #expect(dana.session.current?.number == 1 && dana.session.current?.draft == ["feeling": "bad"])
    #expect(dana.session.unsentNote == "Is that a contract?")
    // Undo has nothing to ask the project for.
    dana.act(.undo)
    #expect(dana.session.message?.text == "Undid “question” on #1.")
    try handed.store.setPerson(
      Person(name: "li", skills: [Skill(name: "law", level: 3)]), by: "mo", at: handed.now)
    dana.act(.ask(note: dana.session.unsentNote ?? ""))
    #expect(try handed.desk("li").session.current?.number == 1)
    #expect(dana.session.unsentNote == nil)
  }

  @Test func aQuestionWhoseOnlyExpertGoesComesBackAndSaysSo() throws {
    let handed = try HandedProject(Self.project { $0.asks = Skill(name: "law", level: 2) }, tasks: 3)
    let law = [Skill(name: "law", level: 3)]
    try handed.store.setPerson(Person(name: "li", skills: law), by: "mo", at: handed.now)
    let dana = try handed.desk("dana")
    dana.act(.ask(note: "Is that a contract?"))
    dana.choose("good")
    dana.choose("good")
    #expect(dana.session.current == nil)
    try handed.store.setPerson(Person(name: "li", skills: law, isRetired: true), by: "mo", at: handed.now)
    handed.wait(AssignedWork.pause, [dana])
    #expect(dana.session.current?.number == 1 && dana.session.work?.mark(of: 1) == nil)
    #expect(dana.session.message?.text.contains("Nobody is left who could answer what you asked about #1") == true)
    #expect(dana.session.thread.map(\.kind) == [.unanswered])
    #expect(dana.session.thread.first?.text.contains("law:2") == true)
    dana.choose("bad")
    #expect(try handed.store.annotation(ofTask: 1, by: "dana")?.state == .submitted)
    #expect(try handed.store.integrityReport() == [])
  }

  /// A look at each heartbeat reads what has changed, and the queue is the same as if all were read.
  @Test func whatHasChangedIsAddedToWhatWasKnown() throws {
    let handed = try HandedProject(Self.project(), tasks: 12)
    let dana = try handed.desk("dana")
    for _ in 0..<4 {
      handed.now.milliseconds += 1000
      dana.choose("good")
    }
    #expect(dana.session.work?.touched.isEmpty == true, "its own saves are in the queue without a look")
    handed.wait(300_000, [dana])
    dana.act(.move(by: 0))
    handed.wait(300_000, [dana])
    #expect(dana.session.work?.touched == [1, 2, 3, 4])
    #expect(dana.shown == [1, 2, 3, 4, 5, 6, 7])
    // One comes back, its lease of another ends, and another desk of hers has answered a third.
    try handed.store.sendBack(task: 2, to: "dana", text: "Read on.", by: "mo", at: handed.now)
    let said = Annotation(state: .submitted, answers: ["feeling": "bad"])
    _ = try handed.store.save(
      AnnotationSave(token: "other", task: 6, annotator: "dana", kind: .submitted, annotation: said, at: handed.now),
      plan: handed.project.assignment)
    dana.act(.move(by: 0))
    handed.wait(600_000, [dana])
    #expect(dana.session.work?.touched == [1, 2, 3, 4, 6])
    #expect(dana.shown.prefix(7) == [2, 1, 3, 4, 5, 6, 7])
    let shown = dana.shown
    dana.act(.reload)
    #expect(Set(dana.shown) == Set(shown) && dana.shown.first == 2)
  }

  @Test func whatIsTakenBackIsTheirsAgain() throws {
    let handed = try HandedProject(Self.project(), tasks: 2)
    let dana = try handed.desk("dana")
    dana.choose("good")
    dana.act(.undo)
    #expect(dana.session.current?.number == 1 && dana.session.current?.stored.state == .open)
    handed.wait(600_000, [dana])
    dana.choose("bad")
    #expect(try handed.store.annotation(ofTask: 1, by: "dana")?.answers == ["feeling": "bad"])
  }

  @Test func whatIsLeftIsWhatStillWantsAnswers() throws {
    let handed = try HandedProject(
      Self.project {
        $0.annotatorsPerTask = 2
        $0.goldRate = 0.5
      }, tasks: 4)
    #expect(try handed.store.tasksLeft() == nil, "nothing was handed out yet")
    try handed.store.setGold(GoldTask(task: 4, answers: ["feeling": "bad"]), by: "mo", at: handed.now)
    let dana = try handed.desk("dana")
    #expect(dana.session.progress.left == 7, "two answers to each of three, and the known one")
    while dana.session.current != nil { dana.choose("good") }
    #expect(try handed.store.tasksLeft() == 3, "each wants one more")
    let li = try handed.desk("li")
    while li.session.current != nil { li.choose("good") }
    #expect(try handed.store.tasksLeft() == 0)
  }
}
