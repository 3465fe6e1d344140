import PostilConfiguration
import PostilModel
import Testing

/// The tables `[queue]` and `[review]` of `postil.toml`.
struct QueueTableTests {
  private static let rest = """
    [project]
    name = "P"
    annotators_per_task = 3
    [[field]]
    name = "text"
    [[question]]
    name = "feeling"
    type = "label"
    labels = ["good", "bad"]

    """

  private func project(_ tables: String) throws -> Project {
    try ProjectFile(text: Self.rest + tables).project
  }

  private func complaint(_ tables: String) -> String {
    do {
      _ = try project(tables)
      return ""
    } catch { return String(describing: error) }
  }

  @Test func withoutTheTableNothingIsHandedOut() throws {
    let project = try project("")
    #expect(project.assignment == nil)
    #expect(project.review == ReviewPlan())
  }

  @Test func anEmptyTableHandsTasksOutAsImported() throws {
    let plan = try #require(try project("[queue]\n").assignment)
    #expect(plan.annotatorsPerTask == 3)
    #expect(plan.leaseMilliseconds == 1_800_000)
    #expect(plan.order == .imported)
    #expect(plan.goldRate == 0)
  }

  @Test func everythingIsRead() throws {
    let plan = try #require(
      try project(
        """
        [queue]
        lease = "90s"
        order = "fewest-answers"
        seed = 7
        needs = "law:2"
        asks = "law:3"
        one_more_when_flagged = true
        gold = 0.1
        feedback = "immediate"
        pass_mark = 0.8
        cap_per_day = 200
        deadline = "2026-12-31"
        quotas = [ { key = "lang", value = "zh", share = 0.4 } ]
        [review]
        error_types = ["misread", "careless"]
        spot_check = 0.2
        leaderboard = true
        reading_speed = 50
        """
      ).assignment)
    #expect(plan.leaseMilliseconds == 90_000)
    #expect(plan.order == .fewestAnswers)
    #expect(plan.seed == 7)
    #expect(plan.needs == Skill(name: "law", level: 2))
    #expect(plan.asks == Skill(name: "law", level: 3))
    #expect(plan.addsOneWhenFlagged)
    #expect(plan.goldRate == 0.1)
    #expect(plan.feedback == .immediate)
    #expect(plan.qualification == .init(passMark: 0.8))
    #expect(plan.capPerDay == 200)
    #expect(plan.deadline?.iso8601 == "2026-12-31T23:59:59.999Z")
    #expect(plan.quotas == [Quota(key: "lang", value: "zh", share: 0.4)])
  }

  @Test func goldIsNotMixedIntoTheOrderOfTheImportWhereItsNumberWouldShowIt() throws {
    #expect(try project("[queue]").assignment?.order == .imported)
    #expect(try project("[queue]\ngold = 0.1").assignment?.order == .shuffled)
    #expect(try project("[queue]\ngold = 0.1\norder = \"priority\"").assignment?.order == .priority)
    let words = complaint("[queue]\norder = \"imported\"\ngold = 0.1")
    #expect(words.contains("it would show by its number. Say order = \"shuffled\", or leave it out."))
  }

  @Test func whatIsWrongIsToldWithItsLine() {
    let words = complaint(
      """
      [queue]
      lease = "soon"
      order = "shufled"
      needs = "law:99"
      gold = 0.9
      quotas = [ { key = "lang", value = "zh", share = 0.7 }, { key = "lang", value = "en", share = 0.7 } ]
      deadline = "tomorrow"
      pass_mark = 2
      """)
    #expect(words.contains("postil.toml:11: \"lease\" of [queue] wants a length of time, has \"soon\""))
    #expect(words.contains("did you mean \"shuffled\"?"))
    #expect(words.contains("wants a skill, has \"law:99\""))
    #expect(words.contains("wants a share above 0 and at most 0.5, has 0.9"))
    #expect(words.contains("the shares of the quotas are more than 1 together"))
    #expect(words.contains("wants a moment, has \"tomorrow\""))
    #expect(words.contains("wants a share above 0 and at most 1"))
  }
}
