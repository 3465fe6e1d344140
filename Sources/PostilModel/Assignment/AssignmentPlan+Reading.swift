import PostilConfiguration

extension AssignmentPlan {
  /// Reads the table `[queue]`; nil when it is absent.
  static func read(_ top: inout ConfigurationTable, annotatorsPerTask: Int) -> AssignmentPlan? {
    top.table("queue", place: "[queue]") { table in
      var plan = AssignmentPlan()
      plan.annotatorsPerTask = annotatorsPerTask
      if let lease = table.duration("lease", in: minimumLease...maximumLease) { plan.leaseMilliseconds = lease }
      plan.order = table.word("order", as: AssignmentOrder.self, called: "order") ?? plan.order
      plan.seed = table.integer("seed", in: 0...Int(Int32.max)) ?? plan.seed
      plan.quotas = readQuotas(&table)
      plan.needs = table.skill("needs")
      plan.asks = table.skill("asks")
      plan.addsOneWhenFlagged = table.bool("one_more_when_flagged") ?? plan.addsOneWhenFlagged
      plan.goldRate = table.share("gold", upTo: 0.5) ?? plan.goldRate
      settleOrder(&plan, &table)
      plan.feedback = table.word("feedback", as: Feedback.self, called: "feedback") ?? plan.feedback
      plan.qualification = table.share("pass_mark", upTo: 1).map { Qualification(passMark: $0) }
      plan.capPerDay = table.integer("cap_per_day", in: 1...1_000_000)
      plan.deadline = table.moment("deadline")
      return plan
    }
  }

  /// Gold that is mixed into the order of the import would show itself by its number, out of the row of the others.
  private static func settleOrder(_ plan: inout AssignmentPlan, _ table: inout ConfigurationTable) {
    guard plan.goldRate > 0, plan.order == .imported else { return }
    if table.keys.contains("order") {
      table.complain(
        "\(table.named("order")) is \"imported\", and gold is mixed in: it would show by its number", about: "order",
        hint: "Say order = \"shuffled\", or leave it out.")
    } else {
      plan.order = .shuffled
    }
  }

  private static let minimumLease: Int64 = 10_000
  private static let maximumLease: Int64 = 7 * 86_400_000

  private static func readQuotas(_ table: inout ConfigurationTable) -> [Quota] {
    guard let value = table.value("quotas"), let elements = table.list("quotas") else { return [] }
    var quotas: [Quota] = []
    for (place, element) in elements.enumerated() {
      let example = "A quota is a table like { key = \"lang\", value = \"zh\", share = 0.4 }"
      guard case .table(let members) = element.content else {
        table.complain("quota \(place + 1) wants a table, has \(element.words)", line: element.line, hint: example)
        continue
      }
      let quota = table.read(members, place: "quota \(place + 1)", line: element.line) { inner -> Quota? in
        let key = inner.string("key")
        let value = inner.string("value")
        let share = inner.share("share", upTo: 1)
        for name in ["key", "value", "share"] where !inner.keys.contains(name) {
          inner.complainAboutAbsence(of: name, hint: example)
        }
        guard let key, let value, let share else { return nil }
        return Quota(key: key, value: value, share: share)
      }
      if let quota { quotas.append(quota) }
    }
    if quotas.reduce(0, { $0 + $1.share }) > 1 + 1e-9 {
      table.complain("the shares of the quotas are more than 1 together", line: value.line)
    }
    return quotas
  }
}
