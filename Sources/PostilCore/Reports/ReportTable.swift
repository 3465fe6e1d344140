import PostilModel

/// A report as one long table: a row a figure, with the part, whose it is, what it is, and its value or why there is none.
public struct ReportTable {
  private let report: ProjectReport

  /// Writes a report.
  public init(_ report: ProjectReport) { self.report = report }

  /// Comma-separated values with a header.
  public var csv: String {
    var out = "part,of,figure,value,undefined\n"
    for row in rows { out += row.map(Self.cell).joined(separator: ",") + "\n" }
    return out
  }

  private var rows: [[String]] { work + questions + people }

  private static func row(_ part: String, _ of: String, _ figure: String, _ value: Int) -> [String] {
    [part, of, figure, String(value), ""]
  }

  private static func row(_ part: String, _ of: String, _ figure: String, _ value: Double?) -> [[String]] {
    value.map { [[part, of, figure, String($0), ""]] } ?? []
  }

  private static func row(_ part: String, _ of: String, _ figure: String, _ measure: ReportMeasure) -> [String] {
    [part, of, figure, measure.value.map { String($0) } ?? "", measure.reason ?? ""]
  }

  private var work: [[String]] {
    let work = report.work
    let counts = [
      ("tasks", work.tasks), ("begun_tasks", work.begunTasks), ("answered_tasks", work.answeredTasks),
      ("resolved_tasks", work.resolvedTasks), ("flagged_tasks", work.flaggedTasks), ("answers", work.answers),
      ("wanted_answers", work.wantedAnswers),
    ].map { Self.row("work", "", $0.0, $0.1) }
    let pace = [
      ("answers_per_person_hour", report.pace.perPersonHour), ("person_hours_left", report.pace.personHoursLeft),
      ("answers_per_day", report.pace.perDay), ("days_left", report.pace.daysLeft),
    ].flatMap { Self.row("pace", "", $0.0, $0.1) }
    let costs = report.costs.flatMap { cost in
      Self.row("cost", cost.currency, "so_far", cost.soFar)
        + Self.row("cost", cost.currency, "at_the_end", cost.atTheEnd)
    }
    return counts + pace + costs
  }

  private var questions: [[String]] {
    report.questions.flatMap { question in
      let name = question.name
      var rows = [
        Self.row("agreement", name, "answers", question.answers),
        Self.row("agreement", name, "compared_tasks", question.comparedTasks),
        Self.row("agreement", name, "percent", question.percent),
        Self.row("agreement", name, "alpha_\(question.scale.rawValue)", question.alpha),
      ]
      rows += Self.row("agreement", name, "alpha_low", question.interval?.lowerBound)
      rows += Self.row("agreement", name, "alpha_high", question.interval?.upperBound)
      for label in question.labels {
        let of = "\(name)=\(label.name)"
        rows.append(Self.row("label", of, "answers", label.answers))
        rows.append(Self.row("label", of, "alpha", label.alpha))
      }
      return rows
    }
  }

  private var people: [[String]] {
    report.people.flatMap { one in
      let name = one.person.name
      var rows = [
        Self.row("person", name, "submitted", one.submitted), Self.row("person", name, "skipped", one.skipped),
        Self.row("person", name, "flagged", one.flagged), Self.row("person", name, "resolved", one.resolutions),
      ]
      let figures = [
        ("seconds_per_task", one.secondsPerTask), ("keys_per_task", one.keysPerTask),
        ("agreement", one.agreement?.share), ("gold", one.gold?.share), ("gold_low", one.gold?.interval.lowerBound),
        ("gold_high", one.gold?.interval.upperBound), ("cost", one.cost),
      ]
      rows += figures.flatMap { Self.row("person", name, $0.0, $0.1) }
      rows += one.flags.map { ["person", name, "look_at_\($0.kind)", $0.words, ""] }
      return rows
    }
  }

  /// RFC 4180.
  private static func cell(_ text: String) -> String {
    guard text.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
