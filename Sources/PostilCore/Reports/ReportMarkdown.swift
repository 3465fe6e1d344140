import PostilModel

/// A report as Markdown, to be read as it is or shown as a page.
public struct ReportMarkdown {
  private let report: ProjectReport
  private var out = ""

  /// Writes a report.
  public init(_ report: ProjectReport) {
    self.report = report
    out = "# \(Self.cell(report.project))\n\n\(report.at.iso8601.prefix(16).replacing("T", with: " ")) UTC\n"
    addWork()
    addAgreement()
    addLabels()
    addPeople()
    addFlags()
  }

  /// The text.
  public var text: String { out }

  private mutating func addWork() {
    let work = report.work
    out += "\n## Work\n\n"
    out += "- \(work.tasks) tasks: \(work.begunTasks) begun, \(work.answeredTasks) with all answers, "
    out += "\(work.resolvedTasks) settled, \(work.flaggedTasks) not sure\n"
    out += "- \(work.answers) of \(work.wantedAnswers) answers\n"
    if let pace = report.pace.perPersonHour {
      out += "- \(ReportNumber.text(pace, places: 0)) answers in an hour of one person's work"
      out += report.pace.personHoursLeft.map { ", \(ReportNumber.text($0, places: 1)) such hours left" } ?? ""
      out += "\n"
    }
    if let pace = report.pace.perDay {
      out += "- \(ReportNumber.text(pace, places: 0)) answers in a day of work"
      out += report.pace.daysLeft.map { ", \(ReportNumber.text($0, places: 1)) such days left" } ?? ""
      out += "\n"
    }
    for cost in report.costs {
      out += "- \(Self.money(cost.soFar, cost.currency)) so far"
      out += cost.atTheEnd.map { ", \(Self.money($0, cost.currency)) at the end" } ?? ""
      out += "\n"
    }
  }

  private mutating func addAgreement() {
    out += "\n## Agreement\n"
    addTable(
      ["question", "scale", "tasks", "agree", "alpha", "95 %"],
      report.questions.map { question in
        [
          question.name, question.scale == .none ? "" : question.scale.rawValue, String(question.comparedTasks),
          ReportNumber.text(question.percent, ReportNumber.percent),
          ReportNumber.text(question.alpha) { ReportNumber.text($0, places: 3) },
          question.interval.map(Self.interval) ?? "",
        ]
      })
  }

  private mutating func addLabels() {
    let rows = report.questions.flatMap { question in
      question.labels.map { label in
        [
          question.name, label.name, String(label.answers), ReportNumber.percent(label.share),
          ReportNumber.text(label.alpha) { ReportNumber.text($0, places: 3) },
        ]
      }
    }
    guard !rows.isEmpty else { return }
    out += "\n## Labels\n"
    addTable(["question", "label", "answers", "share", "alpha"], rows)
  }

  private mutating func addPeople() {
    guard !report.people.isEmpty else { return }
    out += "\n## People\n"
    addTable(
      ["name", "role", "judged", "skipped", "not sure", "settled", "s/task", "keys/task", "agree", "gold", "cost"],
      report.people.map { one in
        [
          one.person.name,
          one.person.kind == .model ? "model" : one.person.isRetired ? "retired" : one.person.role.rawValue,
          String(one.submitted), String(one.skipped), String(one.flagged), String(one.resolutions),
          one.secondsPerTask.map { ReportNumber.text($0, places: 1) } ?? "",
          one.keysPerTask.map { ReportNumber.text($0, places: 1) } ?? "",
          one.agreement.map { ReportNumber.percent($0.share) } ?? "",
          one.gold.map { "\($0.right)/\($0.of), \(Self.interval($0.interval))" } ?? "",
          one.cost.map { Self.money($0, one.person.pay?.currency ?? "") } ?? "",
        ]
      })
  }

  private mutating func addFlags() {
    let flagged = report.people.filter { !$0.flags.isEmpty }
    guard !flagged.isEmpty else { return }
    out += "\n## To look at\n\nHints, no verdicts: each can have a good reason.\n\n"
    for one in flagged {
      for flag in one.flags { out += "- **\(Self.cell(one.person.name))**: \(Self.cell(flag.words))\n" }
    }
  }

  /// A table whose columns stand below each other in plain text too, where all letters are one column wide.
  private mutating func addTable(_ head: [String], _ rows: [[String]]) {
    let cells = ([head] + rows).map { $0.map(Self.cell) }
    let widths = head.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    for (index, row) in cells.enumerated() {
      let padded = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      out += (index == 0 ? "\n| " : "| ") + padded.joined(separator: " | ") + " |\n"
      if index == 0 { out += "|" + widths.map { String(repeating: "-", count: $0 + 2) + "|" }.joined() + "\n" }
    }
  }

  private static func interval(_ range: ClosedRange<Double>) -> String {
    "\(ReportNumber.text(range.lowerBound, places: 2)) to \(ReportNumber.text(range.upperBound, places: 2))"
  }

  private static func money(_ amount: Double, _ currency: String) -> String {
    ReportNumber.text(amount, places: 2) + (currency.isEmpty ? "" : " " + cell(currency))
  }

  /// Text that ends neither a cell nor a line.
  private static func cell(_ text: String) -> String {
    text.replacing("|", with: "\\|").split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
