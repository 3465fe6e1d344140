import PostilCore
import PostilModel
import PostilScreen

/// How a project stands, laid out for a width: the work, agreement, people.
struct OverviewContent: Sendable {
  /// Columns of a bar: fewer where the words beside it would be cut.
  private static func bar(_ width: Int) -> Int { isNarrow(width) ? 10 : 24 }
  private static func isNarrow(_ width: Int) -> Bool { width < 76 }
  let rows: [OverviewRow]

  init(_ report: ProjectReport, project: Project, width: Int) {
    var rows = Self.work(report, width: width)
    rows += [OverviewRow()] + Self.agreement(report, project: project, width: width)
    rows += [OverviewRow()] + Self.people(report, width: width)
    self.rows = rows
  }

  // MARK: The work

  private static func work(_ report: ProjectReport, width: Int) -> [OverviewRow] {
    let work = report.work
    var rows: [OverviewRow] = [.heading("Work")]
    let bar = bar(width)
    let days = left(report.pace)
    func line(_ name: String, _ done: Int, _ total: Int, _ note: String = "") {
      var row = OverviewRow(pieces: [(2, 10, .text(name, .textDim)), (13, bar, .bar(done: done, of: total))])
      row.pieces.append((13 + bar + 2, width, .text(counted(done, total) + note, .text)))
      rows.append(row)
    }
    line("answers", work.answers, work.wantedAnswers, " wanted" + (days.isEmpty || isNarrow(width) ? "" : ", " + days))
    line("answered", work.answeredTasks, work.tasks, " tasks")
    line("settled", work.resolvedTasks, work.tasks, " tasks")
    if work.flaggedTasks > 0 { rows.append(.text("\(NumberText.grouped(work.flaggedTasks)) not sure", .text, x: 13)) }
    rows += told("pace", [pace(report.pace), isNarrow(width) ? days : ""], width: width)
    let saves = report.pace.savesByHour
    if saves.count > 1 {
      rows.append(
        OverviewRow(pieces: [
          (2, 10, .text("saves", .textDim)), (13, min(48, width - 30), .spark(saves)),
          (13 + min(48, width - 30, saves.count) + 2, 40, .text("by the hour", .textDim)),
        ]))
    }
    for cost in report.costs {
      let unit = cost.currency.isEmpty ? "" : " " + cost.currency
      var words = "\(NumberText.decimal(cost.soFar, places: 2))\(unit) so far"
      if let end = cost.atTheEnd { words += ", about \(NumberText.decimal(end, places: 2))\(unit) at the end" }
      rows += told("cost", [words], width: width)
    }
    return rows
  }

  /// What is said under a name, on as many rows as it takes.
  private static func told(_ name: String, _ words: [String], width: Int) -> [OverviewRow] {
    let words = words.filter { !$0.isEmpty }.joined(separator: ", ")
    guard !words.isEmpty else { return [] }
    var rows = lines(words, width: width - 13).map { OverviewRow.text($0, x: 13) }
    rows[0].pieces.insert((2, 10, .text(name, .textDim)), at: 0)
    return rows
  }

  private static func lines(_ words: String, width: Int) -> [String] {
    let layout = TextLayout(words, width: max(8, width))
    let bytes = Array(words.utf8)
    return (0..<layout.count).map { String(decoding: bytes[layout.range(ofLine: $0)], as: UTF8.self) }
  }

  private static func counted(_ done: Int, _ total: Int) -> String {
    "\(NumberText.grouped(done)) of \(NumberText.grouped(total))"
  }

  private static func left(_ pace: ProjectReport.Pace) -> String {
    guard let days = pace.daysLeft, days > 0 else { return "" }
    return days < 1.5 ? "about a day left" : "about \(Int(days.rounded())) days left"
  }

  private static func pace(_ pace: ProjectReport.Pace) -> String {
    var words: [String] = []
    if let hour = pace.perPersonHour {
      words.append("\(NumberText.decimal(hour, places: 0)) an hour a person")
    }
    if let day = pace.perDay { words.append("\(NumberText.grouped(Int(day.rounded()))) a day") }
    if let hours = pace.personHoursLeft, hours > 0 {
      let whole = Int(hours.rounded(.up))
      words.append(whole == 1 ? "an hour of work left" : "\(NumberText.grouped(whole)) hours of work left")
    }
    return words.joined(separator: ", ")
  }

  // MARK: Agreement

  private static func agreement(_ report: ProjectReport, project: Project, width: Int) -> [OverviewRow] {
    var rows: [OverviewRow] = [
      .heading(
        "Agreement",
        note: isNarrow(width) ? "alpha, 95 % interval, pairs, tasks" : "alpha, 95 % interval, pairs that agree, tasks")
    ]
    let name = min(22, max(12, width / 4))
    for question in report.questions {
      var row = OverviewRow(pieces: [(2, name, .text(question.name, .question))])
      row.pieces.append((name + 4, 6, measured(question.alpha)))
      if let interval = question.interval { row.pieces.append((name + 12, 16, .text(text(interval), .textDim))) }
      if let percent = question.percent.value {
        row.pieces.append((name + 29, 6, .number(Self.percent(percent), .text)))
      }
      row.pieces.append((name + 37, 12, .number("n " + NumberText.grouped(question.comparedTasks), .textDim)))
      if let reason = question.alpha.reason { row.pieces[1] = (name + 4, width, .text(reason, .textDim)) }
      if question.alpha.reason != nil { row.pieces.removeSubrange(2...) }
      rows.append(row)
      let choices = project.question(named: question.name)?.kind.choices ?? []
      rows += question.labels.map { found in
        let title = choices.first { $0.name == found.name }?.title ?? found.name
        return label(in: question, found, title: title, name: name, width: width)
      }
    }
    return rows
  }

  private static func label(
    in question: QuestionReport, _ label: QuestionReport.Label, title: String, name: Int, width: Int
  ) -> OverviewRow {
    var row = OverviewRow(pieces: [(4, name - 2, .text(title, .label))])
    row.pieces.append((name + 4, 6, measured(label.alpha)))
    let start = name + 12
    let columns = min(20, max(0, width - start - 24))
    row.pieces.append((start, columns, .bar(done: label.answers, of: max(1, question.answers))))
    row.pieces.append(
      (start + columns + 1, 20, .text("\(percent(label.share)) of \(NumberText.grouped(question.answers))", .textDim)))
    return row
  }

  private static func measured(_ measure: ReportMeasure) -> OverviewRow.Piece {
    measure.value.map { .number(NumberText.decimal($0, places: 2), .text) } ?? .number("none", .textDim)
  }

  private static func text(_ interval: ClosedRange<Double>) -> String {
    "[\(NumberText.decimal(interval.lowerBound, places: 2)), \(NumberText.decimal(interval.upperBound, places: 2))]"
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  // MARK: People

  /// Where what is told of somebody stands: what there is no room for is left out.
  private struct Columns {
    var name: Int
    var bar: Int
    var numbers: [(x: Int, columns: Int, head: String)] = []
    var gold: Int
    var hasInterval: Bool

    init(width: Int) {
      name = min(16, max(10, width / 6))
      bar = width >= 96 ? 10 : 0
      var x = name + 3 + (bar > 0 ? bar + 1 : 0)
      let heads = [("answers", 7)] + (width >= 70 ? [("seconds", 7)] : []) + (width >= 90 ? [("keys", 5)] : [])
      for (head, columns) in heads + [("like others", 15)] {
        numbers.append((x, columns, head))
        x += columns + 1
      }
      gold = x + 2
      hasInterval = width - gold >= 22
    }
  }

  private static func people(_ report: ProjectReport, width: Int) -> [OverviewRow] {
    let people = report.people.filter { $0.person.kind == .person }
    let most = people.map(\.submitted).max() ?? 0
    var rows: [OverviewRow] = [
      .heading(
        "People",
        note: isNarrow(width)
          ? "flags advise: find out what they mean" : "flags advise: what they mean is for you to find out")
    ]
    let columns = Columns(width: width)
    if !people.isEmpty {
      var head = OverviewRow()
      for (x, columns, words) in columns.numbers { head.pieces.append((x, columns, .number(words, .textDim))) }
      head.pieces.append((columns.gold, 20, .text("gold", .textDim)))
      rows.append(head)
    }
    for person in people {
      rows.append(row(person, most: most, columns))
      for flag in person.flags {
        rows += lines(flag.words, width: width - 6).map { .text($0, .messageWarning, x: 4) }
      }
    }
    return rows
  }

  private static func row(_ person: PersonReport, most: Int, _ columns: Columns) -> OverviewRow {
    var row = OverviewRow(pieces: [(2, columns.name, .text(person.person.name, .text))])
    if columns.bar > 0 {
      row.pieces.append((columns.name + 3, columns.bar, .bar(done: person.submitted, of: max(1, most))))
    }
    for (x, width, head) in columns.numbers {
      let words =
        switch head {
        case "answers": NumberText.grouped(person.submitted)
        case "seconds": person.secondsPerTask.map { NumberText.decimal($0, places: 0) } ?? ""
        case "keys": person.keysPerTask.map { NumberText.decimal($0, places: 0) } ?? ""
        default: person.agreement.map { "\(percent($0.share)) of \(NumberText.grouped($0.of))" } ?? ""
        }
      row.pieces.append((x, width, .number(words, .text)))
    }
    if let gold = person.gold {
      let words = "\(gold.right) of \(gold.of)" + (columns.hasInterval ? " " + text(gold.interval) : "")
      row.pieces.append((columns.gold, 32, .text(words, .text)))
    }
    return row
  }
}
