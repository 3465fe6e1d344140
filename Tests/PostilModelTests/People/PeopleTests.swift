import PostilModel
import Testing

/// Who people are, what they can do, and what they are paid.
struct PeopleTests {
  @Test func skillsAreReadAsTheyAreWritten() {
    #expect(Skill("law:2") == Skill(name: "law", level: 2))
    #expect(Skill("zh") == Skill(name: "zh", level: 1))
    #expect(Skill(name: "law", level: 2).description == "law:2")
    for wrong in ["", ":2", "law:", "law:0", "law:10", "law:x", "law:2:3", "two words:1"] {
      #expect(Skill(wrong) == nil, "\(wrong)")
    }
  }

  @Test func aHigherLevelMeetsALowerNeed() {
    let skills = [Skill(name: "law", level: 3), Skill(name: "zh")]
    #expect(skills.meet(Skill(name: "law", level: 2)))
    #expect(!skills.meet(Skill(name: "zh", level: 2)))
    #expect(!skills.meet(Skill(name: "medicine")))
  }

  @Test func payIsByTaskOrByHour() throws {
    let byTask = try #require(Pay("0.12 EUR/task"))
    #expect(byTask.cost(tasks: 50, activeMilliseconds: 99) == 6)
    #expect(byTask.description == "0.12 EUR/task")
    let byHour = try #require(Pay("18/hour"))
    #expect(byHour.description == "18/hour")
    #expect(byHour.cost(tasks: 50, activeMilliseconds: 1_800_000) == 9)
    for wrong in ["", "12", "12/day", "-1/task", "a/task", "1 E U/task", "nan/task"] {
      #expect(Pay(wrong) == nil, "\(wrong)")
    }
  }

  @Test func everybodyLeadsUntilSomebodyDoes() {
    var roster = Roster([Person(name: "dana")])
    #expect(roster.role(of: "dana") == .lead)
    #expect(roster.role(of: "stranger") == .lead)
    roster.people.append(Person(name: "mo", role: .lead))
    #expect(roster.role(of: "dana") == .annotator)
    #expect(roster.role(of: "stranger") == .annotator)
    #expect(roster.role(of: "mo") == .lead)
    roster.people[1].isRetired = true
    #expect(roster.role(of: "dana") == .lead)
  }

  @Test func rolesGrow() {
    #expect(PersonRole.annotator < .reviewer)
    #expect(PersonRole.reviewer < .lead)
  }
}
