import PostilCore
import PostilModel
import PostilScreen
import PostilStore
import PostilUI

/// How far a project is, for people and for programs. Pure: the clock is passed in.
struct StatusReport {
  /// One of those who have submitted most.
  struct Leader {
    var name: String
    var submitted: Int
  }

  let project: String
  let progress: ProjectProgress
  let now: Timestamp
  /// Where tasks are handed out: the answers that there are, and with them those that are still wanted. What one annotator
  /// will get is not known there, so nobody has a time left.
  var answers: (given: Int, wanted: Int)?
  /// Those who have submitted most, where the project wants that to be seen; else empty.
  var leaderboard: [Leader] = []

  /// One annotator's part in words and numbers.
  private func estimate(of annotator: AnnotatorProgress) -> (perHour: Double?, hoursLeft: Double?) {
    guard let perHour = HourlyPace(of: annotator).tasksPerHour else { return (nil, nil) }
    if answers != nil { return (perHour, nil) }
    return (perHour, Double(Self.open(annotator.progress)) / perHour)
  }

  private static func open(_ progress: Progress) -> Int { progress.total - progress.submitted - progress.skipped }

  /// The report as one JSON object.
  var json: JSONValue {
    let annotators: [JSONValue] = progress.annotators.map { one in
      let (perHour, hoursLeft) = estimate(of: one)
      return [
        "annotator": .string(one.annotator), "submitted": .integer(Int64(one.progress.submitted)),
        "skipped": .integer(Int64(one.progress.skipped)), "flagged": .integer(Int64(one.progress.flagged)),
        "open": answers == nil ? .integer(Int64(Self.open(one.progress))) : .null, "saves": .integer(Int64(one.saves)),
        "first_saved_at": one.firstSavedAt.map { .string($0.iso8601) } ?? .null,
        "last_saved_at": one.lastSavedAt.map { .string($0.iso8601) } ?? .null,
        "tasks_per_hour": perHour.map { .number($0) } ?? .null,
        "hours_left": hoursLeft.map { .number($0) } ?? .null,
        "hours": .array(
          one.hours.map {
            ["start": .string($0.start.iso8601), "saves": .integer(Int64($0.saves)), "done": .integer(Int64($0.done))]
          }),
      ]
    }
    var object = JSONObject([
      ("project", .string(project)), ("at", .string(now.iso8601)), ("tasks", .integer(Int64(progress.tasks))),
      ("submitted_tasks", .integer(Int64(progress.submittedTasks))), ("saves", .integer(Int64(progress.saves))),
      ("annotators", .array(annotators)),
    ])
    if let answers {
      object["answers"] = .integer(Int64(answers.given))
      object["wanted_answers"] = .integer(Int64(answers.wanted))
    }
    if !leaderboard.isEmpty {
      object["leaderboard"] = .array(
        leaderboard.map { ["annotator": .string($0.name), "submitted": .integer(Int64($0.submitted))] })
    }
    return .object(object)
  }

  /// The report in words.
  func text(alphabet: Alphabet) -> String {
    var out = "\(SafeText.line(project))  "
    let tasks = "\(NumberText.grouped(progress.submittedTasks)) of \(NumberText.grouped(progress.tasks)) tasks"
    if let answers {
      // A task that has one answer of several is begun and not done.
      out += "\(NumberText.grouped(answers.given)) of \(NumberText.grouped(answers.wanted)) answers, \(tasks) begun"
    } else {
      out += "\(tasks) done"
    }
    let saves = progress.saves == 1 ? "1 save" : "\(NumberText.grouped(progress.saves)) saves"
    out += progress.saves > 0 ? ", \(saves)\n" : "\n"
    if progress.tasks == 0 { return out + "\nThere are no tasks yet. Bring some in with: postil import FILE\n" }
    let sources = progress.annotators.filter { AnnotatorName.isSource($0.annotator) }
    for source in sources {
      out += "\(NumberText.grouped(source.progress.submitted)) judgements came with imports: "
      out += "\(SafeText.line(source.annotator))\n"
    }
    let people = progress.annotators.filter { !AnnotatorName.isSource($0.annotator) }
    if people.isEmpty {
      // Others' lines are not an annotator's to see.
      let who = progress.submittedTasks > 0 ? "You have not" : "Nobody has"
      return out + "\n\(who) begun yet. Open the desk with: postil\n" + leaderboardText
    }
    out += "\n"
    let names = people.map { SafeText.line($0.annotator) }
    let width = names.map { TextWidth.columns(of: $0) }.max() ?? 0
    for (one, name) in zip(people, names) {
      out += "  " + name + String(repeating: " ", count: width - TextWidth.columns(of: name)) + "  "
      out += line(of: one, alphabet: alphabet) + "\n"
    }
    let plot = SavesPlot(hours: progress.annotators.flatMap(\.hours)).text(alphabet: alphabet)
    return out + (plot.isEmpty ? "" : "\n" + plot) + leaderboardText
  }

  private var leaderboardText: String {
    guard !leaderboard.isEmpty else { return "" }
    let rows = leaderboard.prefix(20).enumerated().map { place, leader in
      ["\(place + 1)", SafeText.line(leader.name), NumberText.grouped(leader.submitted)]
    }
    let lines = TextColumns.text(rows, rightAligned: [0, 2]).split(separator: "\n")
    return "\n  Leaderboard\n" + lines.map { "  \($0)\n" }.joined()
  }

  private func line(of one: AnnotatorProgress, alphabet: Alphabet) -> String {
    let done = one.progress.submitted
    var parts =
      answers == nil
      ? [
        ProgressBar.text(done: done, of: progress.tasks, columns: 24, alphabet: alphabet),
        "\(NumberText.grouped(done)) of \(NumberText.grouped(progress.tasks))",
      ] : ["\(NumberText.grouped(done)) submitted"]
    if one.progress.skipped > 0 { parts.append("\(one.progress.skipped) skipped") }
    if one.progress.flagged > 0 { parts.append("\(one.progress.flagged) not sure") }
    let (perHour, hoursLeft) = estimate(of: one)
    if let perHour { parts.append("\(Int(perHour.rounded()))/h") }
    if let hoursLeft, Self.open(one.progress) > 0 { parts.append(RelativeTime.left(hours: hoursLeft)) }
    return parts.joined(separator: "  ")
  }
}
