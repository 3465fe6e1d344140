import PostilConfiguration

extension ConfigurationTable {
  /// A length of time with its unit, `"90s"`, `"30m"`, `"2h"` or `"1d"`, in milliseconds.
  mutating func duration(_ key: String, in bounds: ClosedRange<Int64>) -> Int64? {
    guard let text = string(key) else { return nil }
    let units: [Character: Int64] = ["s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000]
    guard let unit = text.last.flatMap({ units[$0] }), let count = Int64(text.dropLast()), count > 0,
      !count.multipliedReportingOverflow(by: unit).overflow
    else {
      complain(
        "\(named(key)) wants a length of time, has \"\(text)\"", about: key,
        hint: "For example \"90s\", \"30m\", \"2h\" or \"1d\"")
      return nil
    }
    let milliseconds = count * unit
    guard bounds.contains(milliseconds) else {
      complain(
        "\(named(key)) wants from \(bounds.lowerBound / 1000) seconds to \(bounds.upperBound / 86_400_000) days, has "
          + "\"\(text)\"", about: key)
      return nil
    }
    return milliseconds
  }

  /// A skill with its level: `"law:2"`.
  mutating func skill(_ key: String) -> Skill? {
    guard let text = string(key) else { return nil }
    if let skill = Skill(text) { return skill }
    let hint =
      "For example \"law:2\": a name, and a level from \(Skill.levels.lowerBound) to \(Skill.levels.upperBound)"
    complain("\(named(key)) wants a skill, has \"\(text)\"", about: key, hint: hint)
    return nil
  }

  /// A share above 0.
  mutating func share(_ key: String, upTo most: Double) -> Double? {
    guard let share = number(key) else { return nil }
    if share > 0, share <= most { return share }
    complain("\(named(key)) wants a share above 0 and at most \(most), has \(share)", about: key)
    return nil
  }

  /// A moment as a text: `"2026-12-31"` for the end of that day, or `"2026-12-31T18:00:00Z"`, both in universal time.
  mutating func moment(_ key: String) -> Timestamp? {
    guard let text = string(key) else { return nil }
    if let moment = Timestamp(iso8601: text) ?? Timestamp(iso8601: text + "T23:59:59.999Z") { return moment }
    let hint = "For example \"2026-12-31\", or \"2026-12-31T18:00:00Z\""
    complain("\(named(key)) wants a moment, has \"\(text)\"", about: key, hint: hint)
    return nil
  }
}
