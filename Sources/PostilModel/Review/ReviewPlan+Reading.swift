import PostilConfiguration

extension ReviewPlan {
  /// Reads the table `[review]`; the defaults when it is absent.
  static func read(_ top: inout ConfigurationTable) -> ReviewPlan {
    let read = top.table("review", place: "[review]") { table -> ReviewPlan? in
      var plan = ReviewPlan()
      plan.errorTypes = readErrorTypes(&table)
      plan.spotCheck = table.share("spot_check", upTo: 1) ?? plan.spotCheck
      plan.hasLeaderboard = table.bool("leaderboard") ?? plan.hasLeaderboard
      if let speed = table.number("reading_speed") {
        if speed > 0 {
          plan.readingSpeed = speed
        } else {
          table.complain("\(table.named("reading_speed")) wants a number above 0", about: "reading_speed")
        }
      }
      return plan
    }
    return read ?? ReviewPlan()
  }

  private static func readErrorTypes(_ table: inout ConfigurationTable) -> [String] {
    guard table.keys.contains("error_types"), let elements = table.list("error_types") else { return [] }
    var types: [String] = []
    for element in elements {
      guard case .string(let name) = element.content else {
        table.complain("an error type wants a text in quotes, has \(element.words)", line: element.line)
        continue
      }
      if let reason = Names.problem(withLabel: name) {
        table.complain("the error type \"\(name)\" \(reason)", line: element.line)
      } else if types.contains(name) {
        table.complain("the error type \"\(name)\" is there twice", line: element.line)
      } else {
        types.append(name)
      }
    }
    return types
  }
}
