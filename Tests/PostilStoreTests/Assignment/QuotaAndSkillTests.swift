import PostilModel
import PostilTestSupport
import Testing

@testable import PostilStore

@Suite struct QuotaAndSkillTests {
  // MARK: Quotas

  private func mixed(_ count: Int) -> [String] {
    (0..<count).map { place in
      // Most are English: the order alone would reach no quota.
      let language = place % 10 == 0 ? "zh" : place % 10 == 1 ? "de" : "en"
      return #"{"lang": "\#(language)"}"#
    }
  }

  @Test func quotasReachTheirSharesHoweverManyWork() throws {
    var project = try HandingOut(metadata: mixed(1000))
    project.plan.quotas = [
      Quota(key: "lang", value: "zh", share: 0.4), Quota(key: "lang", value: "de", share: 0.1),
    ]
    var counts: [String: Int] = [:]
    for step in 1...200 {
      let task = try #require(try project.claim("p\(step % 7)").first)
      let language = (task - 1) % 10 == 0 ? "zh" : (task - 1) % 10 == 1 ? "de" : "en"
      counts[language, default: 0] += 1
      if step % 50 == 0 {
        for (name, share) in [("zh", 0.4), ("de", 0.1), ("en", 0.5)] {
          #expect(abs(Double(counts[name] ?? 0) - share * Double(step)) <= 1)
        }
      }
    }
    #expect(try project.store.integrityReport() == [])
  }

  @Test func whenAQuotaHasNothingLeftTheOthersGoOn() throws {
    var project = try HandingOut(metadata: mixed(20))
    project.plan.quotas = [Quota(key: "lang", value: "zh", share: 1)]
    #expect(try project.work("dana") == [1, 11] + (2...20).filter { $0 != 11 })
    #expect(try project.reason("dana") == .allDone)
  }

  @Test func quotasLookAtNumbersTruthValuesAndLists() throws {
    var project = try HandingOut(metadata: [
      #"{"k": 1}"#, #"{"k": 3.0}"#, #"{"k": ["x", "3"]}"#, #"{"k": true}"#, #"{"k": {"3": 3}}"#,
    ])
    project.plan.quotas = [Quota(key: "k", value: "3", share: 0.9)]
    #expect(try project.work("dana") == [2, 3, 1, 4, 5])
  }

  @Test func quotasMayChangeInMidWork() throws {
    var project = try HandingOut(metadata: mixed(100))
    _ = try project.work("dana", atMost: 10)
    project.plan.quotas = [Quota(key: "lang", value: "de", share: 0.5)]
    // One German task of ten so far: they come until they are half of all.
    #expect(try project.work("dana", atMost: 8).allSatisfy { $0 % 10 == 2 })
    #expect(try project.store.integrityReport() == [])
  }

  // MARK: Skills

  @Test func aTaskGoesToThoseWhoCanDoIt() throws {
    let project = try HandingOut(metadata: [
      #"{"needs": "law:2"}"#, "{}", #"{"needs": "zh"}"#, #"{"needs": "law:3"}"#,
    ])
    try project.setSkills("law:2 zh:9", of: "dana")
    try project.setSkills("law:1", of: "li")
    #expect(try project.claim("li", 9) == [2])
    let lacking = [Skill(name: "law", level: 2), Skill(name: "law", level: 3), Skill(name: "zh", level: 1)]
    #expect(try project.reason("li") == .needsSkills(lacking, count: 3))
    #expect(try project.claim("dana", 9) == [1, 3])
    #expect(try project.reason("dana") == .withOthers(count: 1, until: moment(1_800_000)))
    try project.save("li", 2)
    #expect(try project.reason("dana") == .needsSkills([Skill(name: "law", level: 3)], count: 1))
  }

  @Test func whoLearnsMoreGetsMore() throws {
    let project = try HandingOut(metadata: [#"{"needs": "law:2"}"#, "{}"])
    #expect(try project.work("dana") == [2])
    try project.setSkills("law:2", of: "dana")
    #expect(try project.work("dana") == [1])
  }

  @Test func aTaskMaySayOtherwiseThanThePlan() throws {
    var project = try HandingOut(metadata: [
      "{}", #"{"needs": ""}"#, #"{"needs": "zh"}"#, #"{"needs": "no such:thing"}"#, #"{"needs": 3}"#,
    ])
    project.plan.needs = Skill(name: "law", level: 1)
    // What cannot be read needs nothing, and the doctor is told.
    #expect(try project.claim("dana", 9) == [2, 4, 5])
    let bad = try project.store.badNeeds()
    #expect(bad.map(\.task) == [4, 5])
    #expect(bad.map(\.text) == ["no such:thing", "3"])
    try project.setSkills("law:1", of: "li")
    #expect(try project.claim("li", 9) == [1])
  }

  @Test func tasksOfSeveralNeedsComeInOneOrder() throws {
    let project = try HandingOut(metadata: (1...12).map { #"{"needs": "s:\#($0 % 3 + 1)"}"# })
    try project.setSkills("s:3", of: "dana")
    #expect(try project.work("dana") == Array(1...12))
    #expect(try project.store.integrityReport() == [])
  }
}
