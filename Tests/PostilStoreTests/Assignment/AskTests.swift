import PostilModel
import PostilTestSupport
import Testing

@testable import PostilStore

@Suite struct AskTests {
  private func project() throws -> HandingOut {
    var project = try HandingOut(metadata: [#"{"needs": "law:1"}"#, "{}", "{}", "{}"])
    project.plan.asks = Skill(name: "law", level: 2)
    project.plan.leaseMilliseconds = 60_000
    try project.setSkills("law:2", of: "eve")
    try project.setSkills("law:2", of: "ada")
    return project
  }

  private func ask(_ project: HandingOut, _ who: String, _ task: Int, token: String? = nil, at seconds: Int = 0) throws
  {
    try project.store.ask(
      "which law?", task: task, by: who, token: token ?? "ask-\(who)-\(task)", plan: project.plan,
      at: moment(seconds * 1000))
  }

  @Test func aQuestionGoesToSomebodyWhoHasTheSkillAndTheAnswerComesBack() throws {
    let project = try project()
    #expect(try project.claim("dana", 3) == [2, 3, 4])
    try ask(project, "dana", 3)
    #expect(try project.assigned("dana").leases.map(\.task) == [2, 4])
    #expect(try project.store.integrityReport() == [])
    // Not to those who lack the skill, nor back to the asker; before everything else to those who have it.
    #expect(try project.reason("li") == .withOthers(count: 2, until: moment(60_000)))
    #expect(try project.claim("eve", 1) == [3])
    let question = try #require(try project.store.messages(ofTask: 3, for: "eve").first)
    #expect(question.kind == .question && question.from == "dana" && question.text == "which law?")
    #expect(try project.store.integrityReport() == [])
    try project.save("eve", 3, label: "civil", at: 5)
    let answer = try #require(try project.store.unseenMessages(for: "dana").first)
    #expect(answer.kind == .answer && answer.from == "eve" && answer.task == 3)
    #expect(answer.answers == ["feeling": "civil"])
    #expect(try project.store.management(ofTask: 3).map(\.kind) == [.asked, .answered])
    // One annotator was wanted, and one has answered.
    #expect(try project.isFull("dana", 3, at: 6))
    #expect(try project.store.integrityReport() == [])
  }

  @Test func aQuestionThatWasTakenAndLeftGoesToTheNext() throws {
    let project = try project()
    _ = try project.claim("dana", 1)
    try ask(project, "dana", 2)
    #expect(try project.claim("eve", 1) == [2])
    #expect(try project.claim("ada", 1) == [1])
    try project.save("eve", 2, .skipped, at: 1)
    #expect(try project.store.integrityReport() == [])
    #expect(try project.claim("eve", 1, at: 2) != [2])
    #expect(try project.claim("ada", 1, at: 3) == [2])
    // Her lease ends: it waits again, for nobody is left but her.
    #expect(try project.claim("ada", 1, at: 100) == [2])
    #expect(try project.store.messages(ofTask: 2, for: "ada").count == 1)
    // She is late, and nobody was quicker: the place was kept.
    #expect(try project.claim("li", 9, at: 300).contains(2) == false)
    try project.save("ada", 2, at: 301)
    #expect(try project.store.unseenMessages(for: "dana").map(\.kind) == [.answer])
    #expect(try project.store.integrityReport() == [])
  }

  @Test func whoLacksTheSkillIsToldThatItIsNeeded() throws {
    let project = try project()
    #expect(try project.claim("dana", 9) == [2, 3, 4])
    try ask(project, "dana", 2)
    for task in [3, 4] { try project.save("dana", task) }
    let lacking = [Skill(name: "law", level: 1), Skill(name: "law", level: 2)]
    #expect(try project.reason("li") == .needsSkills(lacking, count: 2))
    #expect(try project.reason("dana") == .needsSkills([Skill(name: "law", level: 1)], count: 1))
  }

  @Test func aQuestionDeliveredTwiceIsAskedOnce() throws {
    let project = try project()
    _ = try project.claim("dana", 1)
    try ask(project, "dana", 2, token: "one")
    try ask(project, "dana", 2, token: "one")
    #expect(try project.store.messages(ofTask: 2).count == 1)
    #expect(throws: StoreError.self) { try ask(project, "dana", 2, token: "two") }
    #expect(try project.store.messages(ofTask: 2).count == 1)
  }

  @Test func whatCannotBeAskedIsRefusedInWords() throws {
    var project = try project()
    project.plan.asks = nil
    _ = try project.claim("dana", 1)
    #expect {
      try ask(project, "dana", 2)
    } throws: { error in
      (error as? StoreError)?.description.contains("asks =") == true
    }
    project.plan.asks = Skill(name: "law", level: 2)
    try project.save("dana", 2)
    #expect(throws: StoreError.self) { try ask(project, "dana", 2) }
    // A task that others hold has no place for a question.
    _ = try project.claim("li", 1)
    #expect {
      try ask(project, "dana", 3)
    } throws: { error in
      if case .full(3)? = error as? StoreError { true } else { false }
    }
    #expect(try project.store.integrityReport() == [])
  }

  /// Nobody would ever find such a question.
  @Test func aQuestionThatNobodyCouldAnswerIsRefused() throws {
    var project = try HandingOut(tasks: 3)
    project.plan.asks = Skill(name: "law", level: 2)
    project.plan.annotatorsPerTask = 2
    func refusal(_ who: String, _ task: Int) throws -> Bool? {
      do {
        try ask(project, who, task)
        return nil
      } catch StoreError.nobodyToAsk(task: task, skill: Skill(name: "law", level: 2), let isSpent) {
        return isSpent
      }
    }
    // The asker's own skill, a lower level, another skill, somebody retired and a model are of no help.
    for (name, skills) in [("dana", "law:3"), ("li", "law:1"), ("sam", "zh:9"), ("gone", "law:9"), ("m", "law:9")] {
      try project.setSkills(skills, of: name)
    }
    try project.store.engine.write { (connection) throws(StoreError) in
      try connection.run("UPDATE annotator SET retired = 1 WHERE name = 'gone'")
      try connection.run("UPDATE annotator SET kind = 'model' WHERE name = 'm'")
    }
    _ = try project.claim("dana", 3)
    #expect(try refusal("dana", 1) == false)
    // Nothing was changed by it.
    #expect(try project.assigned("dana").leases.map(\.task) == [1, 2, 3])
    #expect(try project.store.messages(ofTask: 1).isEmpty)
    // Somebody who has the skill comes, and has answered the first task already.
    try project.setSkills("law:2", of: "eve")
    #expect(try project.claim("eve", 1) == [1])
    try project.save("eve", 1)
    #expect(try refusal("dana", 1) == true)
    #expect(try refusal("dana", 2) == nil)
    #expect(try project.claim("eve", 1) == [2])
    #expect(try project.store.integrityReport() == [])
  }

  /// Who is asked holds the task for their own: what they submit answers the question, and its place is free again.
  @Test func whoIsAtTheTaskAlreadyAnswersTheQuestionWithTheirOwnAnswer() throws {
    var project = try HandingOut(tasks: 2)
    project.plan.asks = Skill(name: "law", level: 2)
    project.plan.annotatorsPerTask = 2
    try project.setSkills("law:2", of: "eve")
    #expect(try project.claim("eve", 2) == [1, 2])
    #expect(try project.claim("dana", 2) == [1, 2])
    for task in [1, 2] { try ask(project, "dana", task) }
    #expect(try project.store.integrityReport() == [])
    #expect(try project.reason("sam") != nil, "both places are taken")
    try project.save("eve", 1, label: "civil", at: 1)
    let answer = try #require(try project.store.unseenMessages(for: "dana").first)
    #expect(answer.kind == .answer && answer.from == "eve" && answer.answers == ["feeling": "civil"])
    #expect(try project.store.messages(ofTask: 1, for: "eve").map(\.kind) == [.question, .answer])
    #expect(try project.store.integrityReport() == [])
    // Two are still wanted, and no more.
    #expect(try project.work("sam") == [1])
    #expect(try project.isFull("dana", 1, at: 2))
    // Passed over, the other one waits for somebody else, and comes back as there is nobody.
    try project.save("eve", 2, .skipped, at: 3)
    #expect(try project.claim("dana", 1, at: 4) == [2])
    #expect(try project.store.integrityReport() == [])
  }

  /// Without a lease: it had ended, or the task is answered from a list.
  @Test func anAnswerFromAnywhereMeetsAQuestionThatWaits() throws {
    let project = try project()
    _ = try project.claim("dana", 3)
    try ask(project, "dana", 2)
    #expect(try project.isFull("li", 2, at: 1), "who lacks the skill finds no place")
    try project.save("eve", 2, label: "civil", at: 1)
    #expect(try project.store.unseenMessages(for: "dana").map(\.from) == ["eve"])
    #expect(try project.claim("ada", 1, at: 2) != [2])
    #expect(try project.isFull("dana", 2, at: 3))
    #expect(try project.store.integrityReport() == [])
  }

  /// Two answers are wanted; the question was answered by one of those two, and the asker's is still to come.
  @Test func whoWasAnsweredGetsTheTaskAgainWhileAPlaceIsFree() throws {
    var project = try HandingOut(tasks: 3)
    project.plan.asks = Skill(name: "law", level: 2)
    project.plan.annotatorsPerTask = 2
    project.plan.leaseMilliseconds = 60_000
    try project.setSkills("law:2", of: "eve")
    #expect(try project.claim("dana", 2) == [1, 2])
    #expect(try project.claim("eve", 3) == [1, 2, 3])
    try ask(project, "dana", 1)
    try project.save("dana", 2)
    #expect(try project.claim("dana") == [3])
    #expect(try project.reason("dana") == .allDone, "the question waits")
    for task in [2, 3] { try project.save("eve", task, at: 1) }
    try project.save("eve", 1, label: "civil", at: 1)
    #expect(try project.store.integrityReport() == [])
    // Her own, marked so that it is seen that she has been answered, and only once.
    #expect(
      try project.outcome("dana", 3, at: 2)
        == .claimed([Lease(task: 1, until: moment(62_000), isAnswered: true)]))
    #expect(try project.reason("dana", at: 2) == .allDone)
    #expect(try project.assigned("dana", at: 2).leases.map(\.task) == [3, 1])
    #expect(try project.store.integrityReport() == [])
    // She holds the last place: others wait for it, and she does where it is theirs.
    #expect(try project.reason("sam", at: 2) == .withOthers(count: 2, until: moment(60_000)))
    #expect(try project.claim("sam", 9, at: 70) == [1, 3])
    #expect(try project.reason("dana", at: 71) == .withOthers(count: 2, until: moment(130_000)))
    try project.store.giveBack(for: "sam", desk: 1, keeping: [])
    #expect(try project.claim("dana", 9, at: 72) == [3, 1], "after all that she has said nothing about")
    try project.save("dana", 1, label: "civil", at: 73)
    #expect(try project.isFull("sam", 1, at: 74))
    // What she has answered or passed over is hers no more.
    try project.save("dana", 3, at: 74)
    #expect(try project.reason("dana", at: 75) == .allDone)
    #expect(try project.store.integrityReport() == [])
  }

  @Test func whatIsPassedOverOrFullDoesNotComeAgain() throws {
    var project = try project()
    project.plan.annotatorsPerTask = 2
    _ = try project.claim("dana", 3)
    for task in [2, 3] { try ask(project, "dana", task) }
    // A comment written before is in nobody's way.
    try project.save("dana", 3, .open, kind: .marked)
    #expect(try project.claim("eve", 2) == [2, 3])
    for task in [2, 3] { try project.save("eve", task) }
    try project.save("dana", 4)
    #expect(try project.claim("li", 1) == [2])
    #expect(try project.claim("dana", 9) == [3], "the other one is with li")
    try project.save("dana", 3, .skipped)
    try project.store.giveBack(for: "li", desk: 1, keeping: [])
    #expect(try project.claim("dana", 9) == [2])
    #expect(try project.claim("dana", 9) == [])
    #expect(try project.store.integrityReport() == [])
  }

  /// Who holds a task and has the skill sees what is asked about it, and nobody else does.
  @Test func aQuestionIsSeenByThoseWhoHoldTheTaskAndCouldAnswerIt() throws {
    var project = try project()
    project.plan.annotatorsPerTask = 3
    for who in ["eve", "li", "dana"] { #expect(try project.claim(who, 9).contains(2)) }
    try ask(project, "dana", 2)
    let question = try #require(try project.store.messages(ofTask: 2).first)
    #expect(try project.store.messages(ofTask: 2, for: "eve") == [question])
    #expect(try project.assigned("eve").questions == [2: question.number])
    for who in ["li", "ada"] {
      #expect(try project.store.messages(ofTask: 2, for: who).isEmpty)
      #expect(try project.assigned(who).questions.isEmpty)
    }
    // Another is at it.
    #expect(try project.claim("ada", 1) == [2])
    #expect(try project.store.messages(ofTask: 2, for: "eve").isEmpty)
    #expect(try project.assigned("eve").questions.isEmpty)
    #expect(try project.store.messages(ofTask: 2, for: "ada").count == 1)
  }

  @Test func whoAsksIsCountedAmongThoseWhoAreNotSure() throws {
    var project = try project()
    project.plan.annotatorsPerTask = 2
    _ = try project.claim("dana", 9)
    for task in [2, 3] { try ask(project, "dana", task) }
    try project.save("dana", 2, flagged: true)
    try project.save("dana", 4, flagged: true)
    let survey = try project.store.judgementSurvey()
    #expect(survey.annotators.first { $0.person.name == "dana" }?.progress.progress.flagged == 3, "each task once")
    #expect(survey.askedTasks == [2, 3])
  }

  @Test func aQuestionWhoseLastExpertGoesComesBackToTheAsker() throws {
    let project = try project()
    _ = try project.claim("dana", 1)
    try ask(project, "dana", 2)
    for name in ["eve", "ada"] {
      #expect(try project.store.messages(ofTask: 2, for: "dana").map(\.kind) == [.question])
      try project.store.setPerson(
        Person(name: name, skills: [Skill(name: "law", level: 2)], isRetired: true), by: "mo", at: moment(1000))
    }
    // Others are told what is missing; the asker has the task again, with its place, and reads why.
    for task in [3, 4] { try project.save("li", task, at: 2) }
    let law = [Skill(name: "law", level: 1), Skill(name: "law", level: 2)]
    #expect(try project.reason("li", at: 2) == .needsSkills(law, count: 2))
    #expect(try project.claim("dana", 2, at: 2) == [2])
    #expect(try project.assigned("dana", at: 2).leases.map(\.task) == [2])
    let told = try #require(try project.store.messages(ofTask: 2, for: "dana").last)
    #expect(told.kind == .unanswered && told.from.isEmpty && told.text.contains("law:2"))
    #expect(try project.store.integrityReport() == [])
    try project.save("dana", 2, at: 3)
    #expect(try project.store.integrityReport() == [])
  }

  /// It was skipped since by the asker: the place is free for others.
  @Test func aQuestionThatNobodyWantsAnyMoreLeavesNoPlaceBehind() throws {
    let project = try project()
    _ = try project.claim("dana", 1)
    try ask(project, "dana", 2)
    try project.save("dana", 2, .skipped)
    for name in ["eve", "ada"] { try project.setSkills("", of: name) }
    #expect(try project.claim("dana", 3, at: 1) == [3, 4])
    #expect(try project.claim("li", 1, at: 1) == [2])
    #expect(try project.store.integrityReport() == [])
  }

  /// One of two annotators asks: the other still gets the task, and the expert makes the second.
  @Test func aQuestionTakesNoMoreThanItsAskersPlace() throws {
    var project = try project()
    project.plan.annotatorsPerTask = 2
    _ = try project.claim("dana", 1)
    try ask(project, "dana", 2)
    #expect(try project.work("li").contains(2))
    #expect(try !project.work("sam").contains(2))
    #expect(try project.work("eve").contains(2))
    #expect(try project.store.integrityReport() == [])
  }

  // MARK: No more answers than are wanted

  /// The expert is at the only place: both questions go on together, and one answer is given.
  @Test func anExpertWhoAsksTooHandsTheOneQuestionOn() throws {
    let project = try project()
    _ = try project.claim("dana", 1)
    try ask(project, "dana", 2)
    #expect(try project.claim("eve", 1) == [2])
    try ask(project, "eve", 2)
    #expect(try project.store.integrityReport() == [])
    // The first asker cannot take the question from the second.
    #expect(
      try project.store.takeBackAsk(task: 2, by: "dana", desk: 1, plan: project.plan, at: moment(1)) == nil)
    #expect(try project.claim("ada", 1) == [2])
    #expect(try project.store.messages(ofTask: 2, for: "ada").count == 2)
    try project.save("ada", 2, at: 1)
    #expect(try project.store.unseenMessages(for: "dana").map(\.kind) == [.answer])
    #expect(try project.store.unseenMessages(for: "eve").map(\.kind) == [.answer])
    #expect(try project.isFull("dana", 2, at: 2))
    #expect(try project.isFull("eve", 2, at: 2))
    #expect(try project.store.integrityReport() == [])
  }

  @Test func aTaskWithItsFinalAnswerIsAskedAboutNoMore() throws {
    let project = try project()
    _ = try project.claim("dana", 1)
    try ask(project, "dana", 2)
    try project.store.resolve([Resolution(task: 2, answers: [:], method: .unanimous, by: "chief", at: moment(1))])
    #expect(try project.work("eve") == [1, 3, 4])
    #expect(try project.reason("li") == .allDone)
    try project.store.unresolve(task: 2, by: "chief", at: moment(2))
    #expect(try project.claim("ada") == [2])
  }

  // MARK: Questions and undo

  @Test func aSkippedTaskIsNotAskedAbout() throws {
    let project = try project()
    _ = try project.claim("dana", 1)
    try project.save("dana", 2, .skipped)
    #expect {
      try ask(project, "dana", 2)
    } throws: { error in
      (error as? StoreError)?.description.contains("skipped") == true
    }
    #expect(try project.store.integrityReport() == [])
  }

  /// A skip between a question and its undo: the task is held once, with one place, and nothing is in the way of a save.
  @Test func whatIsHeldAlreadyIsTakenBackAllTheSame() throws {
    var project = try project()
    project.plan.annotatorsPerTask = 2
    _ = try project.claim("dana", 1)
    try ask(project, "dana", 2)
    try project.save("dana", 2, .skipped)
    func takeBack() throws -> Lease? {
      try project.store.takeBackAsk(task: 2, by: "dana", desk: 1, plan: project.plan, at: moment(1))
    }
    #expect(try takeBack() == nil)
    try project.save("dana", 2, .open, kind: .retracted)
    #expect(try takeBack() != nil)
    #expect(try project.store.integrityReport() == [])
    try project.save("dana", 2)
    #expect(try project.claim("li", 1) == [2])
    #expect(try project.claim("sam", 1) == [3])
    #expect(try project.store.integrityReport() == [])
  }
}
