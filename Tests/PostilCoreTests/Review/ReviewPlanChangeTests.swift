import PostilModel
import PostilStore
import PostilTestSupport
import Testing

@testable import PostilCore

/// `postil.toml` is changed while a review desk is open.
@Suite("The plan changes while somebody reviews")
struct ReviewPlanChangeTests {
  private static func toml(annotators: Int = 1, review: String = "", queue: String = "", label: String = "bad")
    -> String
  {
    """
    [project]
    name = "P"
    annotators_per_task = \(annotators)

    \(queue)

    [review]
    \(review)

    [[field]]
    name = "text"

    [[question]]
    name = "feeling"
    type = "label"
    labels = ["good", "\(label)"]
    """
  }

  private static let news = "postil.toml has changed: this desk goes by its new plan from now on."

  /// Three tasks, each answered alike by dana and li.
  private func opened() throws -> (HandedProject, ReviewWorkspace) {
    let handed = try HandedProject(toml: Self.toml(), tasks: 3)
    for (name, task) in ["dana", "li"].flatMap({ name in (1...3).map { (name, $0) } }) {
      let said = Annotation(state: .submitted, answers: ["feeling": "good"], activeMilliseconds: 10)
      _ = try handed.store.save(
        AnnotationSave(
          token: "\(name)\(task)", task: task, annotator: name, kind: .submitted, annotation: said, at: handed.now))
    }
    let desk = try handed.review()
    #expect(desk.session.totals?.unanimous == 3)
    return (handed, desk)
  }

  @Test func howManyAreWantedAndHowIsReviewedIsTakenUp() throws {
    let (handed, desk) = try opened()
    let before = try #require(desk.session.report)
    #expect(before.work.answeredTasks == 3 && before.work.openAnswers == 0)
    try handed.write(Self.toml(annotators: 3, review: #"error_types = ["irony"]"#))
    desk.act(.reload)
    #expect(desk.session.message?.text == Self.news)
    #expect(desk.session.project.review.errorTypes == ["irony"])
    #expect(desk.session.totals?.unanimous == 0, "each wants one more answer")
    desk.act(.report)
    #expect(desk.session.report?.work.answeredTasks == 0 && desk.session.report?.work.openAnswers == 3)
    desk.act(.dismissMessage, .reload)
    #expect(desk.session.message?.text.contains("postil.toml") == false, "it is told once")
  }

  /// Nobody has to ask for it: a decision is followed by a look too.
  @Test func aDecisionIsFollowedByALook() throws {
    let (handed, desk) = try opened()
    try handed.write(Self.toml(review: "spot_check = 0.9"))
    desk.act(.goTo("1"), .acceptMajority)
    #expect(desk.session.project.review.spotCheck == 0.9)
    #expect(desk.session.reasonAgainstAcceptingAll?.contains("90 %") == true)
  }

  @Test func aBrokenFileIsToldAndWhatIsAskedWaitsForTheNextStart() throws {
    let (handed, desk) = try opened()
    try handed.write("[review]\nspot_check = ")
    desk.act(.reload)
    #expect(desk.session.message?.kind == .warning)
    #expect(desk.session.message?.text.contains("stays in force") == true)
    try handed.write(Self.toml(label: "worse"))
    desk.act(.reload)
    #expect(desk.session.message?.text.contains("start the desk again") == true)
    #expect(String(reflecting: desk.session.project.questions) == String(reflecting: handed.project.questions))
  }
}
