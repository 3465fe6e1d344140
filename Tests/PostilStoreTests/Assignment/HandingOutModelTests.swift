import PostilModel
import PostilTestSupport
import Testing

@testable import PostilStore

/// Whatever people do in whatever order: what cursors and counters say is what a look at everything says.
@Suite struct HandingOutModelTests {
  fileprivate static let people = ["dana", "li", "sam", "eve"]
  fileprivate static let lead = "chief"

  /// One run of random deeds.
  private struct Run {
    var project: HandingOut
    var random: SeededGenerator
    var second = 0

    init(_ order: AssignmentOrder, seed: Int) throws {
      random = SeededGenerator(seed: UInt64(seed))
      let metadata = (0..<20).map { place in
        let needs = place % 4 == 0 ? #","needs":"law:\#(place % 3 + 1)""# : ""
        return #"{"lang":"\#(place % 3 == 0 ? "zh" : "en")","priority":\#(place % 5)\#(needs)}"#
      }
      project = try HandingOut(metadata: metadata)
      project.plan.order = order
      project.plan.annotatorsPerTask = 2
      project.plan.leaseMilliseconds = 20_000
      project.plan.asks = Skill(name: "law", level: 2)
      project.plan.addsOneWhenFlagged = true
      if seed % 2 == 0 { project.plan.quotas = [Quota(key: "lang", value: "zh", share: 0.5)] }
      try project.setSkills("law:1", of: "li")
      try project.setSkills("law:3", of: "eve")
    }

    mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

    /// The free tasks that somebody could be given, by a look at everything.
    func there(for who: String) throws -> [Int] {
      try project.store.engine.read { connection throws(StoreError) in
        let number = try Annotators.number(of: who, in: connection)
        let skills = try connection.text("SELECT skills FROM annotator WHERE number = ?", [.integer(number)]) ?? ""
        let known = skills.split(separator: " ").compactMap { Skill(String($0)) }
        let rows = try connection.statement(
          """
          SELECT p.task, p.need FROM pool p WHERE p.taken < p.wanted AND p.settled = 0
            AND p.task NOT IN (SELECT task FROM annotation WHERE annotator = ?)
            AND p.task NOT IN (SELECT task FROM lease WHERE annotator = ?)
            AND p.task NOT IN (SELECT task FROM ask WHERE asker = ?)
          ORDER BY p.position, p.task
          """
        ).all([.integer(number), .integer(number), .integer(number)]) { row throws(StoreError) in
          (task: row.integer(0), need: row.integer(1))
        }
        var tasks: [Int] = []
        for row in rows {
          guard let need = try Needs(connection).skill(of: row.need) else {
            tasks.append(row.task)
            continue
          }
          if known.meet(need) { tasks.append(row.task) }
        }
        return tasks
      }
    }

    /// The tasks about which somebody asked and was answered that they could be given, by a look at everything.
    func thereAgain(for who: String) throws -> [Int] {
      try project.store.engine.read { connection throws(StoreError) in
        let number = try Annotators.number(of: who, in: connection)
        let skills = try connection.text("SELECT skills FROM annotator WHERE number = ?", [.integer(number)]) ?? ""
        let known = skills.split(separator: " ").compactMap { Skill(String($0)) }
        let rows = try connection.statement(
          """
          SELECT p.task, p.need FROM pool p WHERE p.taken < p.wanted AND p.settled = 0
            AND p.task IN (SELECT task FROM ask WHERE asker = ? AND state = 2)
            AND p.task NOT IN (SELECT task FROM annotation WHERE annotator = ? AND state IN (2, 3))
            AND p.task NOT IN (SELECT task FROM lease WHERE annotator = ?)
          ORDER BY p.position, p.task
          """
        ).all([.integer(number), .integer(number), .integer(number)]) { row throws(StoreError) in
          (task: row.integer(0), need: row.integer(1))
        }
        var tasks: [Int] = []
        for row in rows {
          if let need = try Needs(connection).skill(of: row.need), !known.meet(need) { continue }
          tasks.append(row.task)
        }
        return tasks
      }
    }

    /// Whether a question waits that somebody could answer.
    func isAsked(_ who: String) throws -> Bool {
      try project.store.engine.read { connection throws(StoreError) in
        let claimant = try Annotators.number(of: who, in: connection)
        let skills = try connection.text("SELECT skills FROM annotator WHERE number = ?", [.integer(claimant)]) ?? ""
        let known = skills.split(separator: " ").compactMap { Skill(String($0)) }
        return try Needs(connection).met(by: known).contains { need in
          (try? Asks(connection).first(for: claimant, need: need)) != nil && need != 0
        }
      }
    }

    /// Whether a question of somebody's own comes back to them, as nobody is left to answer it.
    func isUnanswered(_ who: String) throws -> Bool {
      try project.store.engine.read { connection throws(StoreError) in
        let number = SQLValue.integer(try Annotators.number(of: who, in: connection))
        let waiting = try connection.statement(
          """
          SELECT k.task, k.need FROM ask k WHERE k.asker = ? AND k.state = 0
            AND k.task NOT IN (SELECT task FROM resolution)
            AND k.task NOT IN (SELECT task FROM annotation WHERE annotator = ? AND state IN (2, 3))
            AND k.task NOT IN (SELECT task FROM lease WHERE annotator = ?)
          """
        ).all([number, number, number]) { row throws(StoreError) in (task: row.integer(0), need: row.integer(1)) }
        for question in waiting {
          let others = try connection.statement(
            """
            SELECT skills FROM annotator WHERE number > 0 AND number <> ?
              AND number NOT IN (SELECT annotator FROM annotation WHERE task = ?)
              AND number NOT IN (SELECT asker FROM ask WHERE task = ?)
            """
          ).all([number, .integer(question.task), .integer(question.task)]) { row throws(StoreError) in row.text(0) }
          guard let need = try Needs(connection).skill(of: question.need) else { continue }
          let isAny = others.contains { skills in
            skills.split(separator: " ").compactMap { Skill(String($0)) }.meet(need)
          }
          if !isAny { return true }
        }
        return false
      }
    }

    mutating func claim(_ who: String) throws {
      // Leases end at a claim: an empty one has them end before the look.
      _ = try project.store.claim(
        for: "nobody", desk: 1, count: 0, plan: project.plan, at: moment(second * 1000))
      let there = try there(for: who)
      let isAsked = try isAsked(who) || isUnanswered(who)
      let again = try thereAgain(for: who)
      let got = try project.claim(who, at: second)
      let all = there + again
      #expect(got.isEmpty == (all.isEmpty && !isAsked), "\(who) at \(second): \(got) of \(all)")
      let isFixed = [.imported, .shuffled, .priority].contains(project.plan.order) && project.plan.quotas.isEmpty
      if isFixed, !isAsked { #expect(got.first == all.first) }
      if !isAsked, let task = got.first { #expect((there.isEmpty ? again : there).contains(task)) }
    }

    mutating func act() throws {
      second += number(0..<4)
      let who = HandingOutModelTests.people[number(0..<4)]
      let held = try project.assigned(who, at: second).leases.map(\.task)
      let touched = try project.assigned(who, at: second).touched
      let task = number(1..<21)
      switch number(0..<17) {
      case 0...5: try claim(who)
      case 6...8: if let task = held.first { try project.save(who, task, flagged: number(0..<5) == 0, at: second) }
      case 9: if let task = held.last { try project.save(who, task, .skipped, at: second) }
      case 10: try project.store.giveBack(for: who, desk: 1, keeping: Set(held.prefix(1)))
      case 11: if let task = touched.first { try project.save(who, task, .open, kind: .retracted, at: second) }
      case 12:
        if let task = held.first, try !ask(who, task) {
          #expect(try project.assigned(who, at: second).leases.map(\.task) == held)
        }
      case 13: _ = try project.isFull(who, touched.last ?? task, at: second)
      case 14: try lead(task)
      case 15:
        for task in 1...20 {
          _ = try project.store.takeBackAsk(
            task: task, by: who, desk: 1, plan: project.plan, at: moment(second * 1000))
        }
      default: try project.store.addOne(toTask: task, by: HandingOutModelTests.lead, at: moment(second * 1000))
      }
    }

    /// Asks about a task. Returns false where nobody could answer.
    private func ask(_ who: String, _ task: Int) throws -> Bool {
      do {
        try project.store.ask(
          "?", task: task, by: who, token: "\(who) \(task) \(second)", plan: project.plan, at: moment(second * 1000))
        return true
      } catch {
        guard case .nobodyToAsk = error else { throw error }
        return false
      }
    }

    private mutating func lead(_ task: Int) throws {
      let at = moment(second * 1000)
      switch number(0..<4) {
      case 0:
        try project.store.setGold(
          GoldTask(task: task, answers: ["feeling": "x"]), by: HandingOutModelTests.lead, at: at)
      case 1: try project.store.dropGold(task: task, by: HandingOutModelTests.lead, at: at)
      case 2:
        try project.store.resolve([
          Resolution(task: task, answers: [:], method: .unanimous, by: HandingOutModelTests.lead, at: at)
        ])
      default: try project.store.unresolve(task: task, by: HandingOutModelTests.lead, at: at)
      }
    }
  }

  @Test(arguments: AssignmentOrder.allCases, [1, 10])
  func nothingIsMissedAndNothingIsCountedWrong(order: AssignmentOrder, seed: Int) throws {
    var run = try Run(order, seed: seed)
    for step in 0..<180 {
      try run.act()
      if step % 10 == 0 || step == 179 {
        let report = try run.project.store.integrityReport()
        try #require(report == [], "after \(step)")
      }
      if step == 125 { try run.project.add(["{}", #"{"lang":"zh"}"#]) }
    }
  }
}
