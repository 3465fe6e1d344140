import ArgumentParser
import PostilCore
import PostilModel
import PostilScreen
import PostilStore

/// `postil log`: who did what to a task, and when.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Print the history of a task: who, what and when, every revision.",
    discussion: """
      Examples:
        postil log 313
        postil log review-0313 --json
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: JSONOption

  @Argument(help: "The task's number or id. #12 is always a number; 12 is an id first, if a task has it.")
  var task: String

  func run() throws {
    let opened = try project.open()
    let number = try opened.number(ofTask: task)
    guard let record = try opened.store.task(number: number) else { throw TaskLookupError.unknown(task) }
    let events = try opened.store.history(ofTask: number)
    if output.json {
      StandardOutput.write(
        [
          "task": .integer(Int64(number)), "id": .string(record.id), "events": .array(events.map(Self.json)),
        ])
      return
    }
    var text = "#\(number)  \(SafeText.line(record.id))\n"
    if events.isEmpty { text += "Nobody has done anything to this task yet.\n" }
    let width = events.map { TextWidth.columns(of: SafeText.line($0.annotator)) }.max() ?? 0
    for event in events { text += Self.line(of: event, asking: opened.project, width: width) }
    StandardOutput.write(text)
  }

  private static func line(of event: AnnotationEvent, asking project: Project, width: Int) -> String {
    let name = SafeText.line(event.annotator)
    var parts = [
      LocalTime.minute(event.at), name + String(repeating: " ", count: width - TextWidth.columns(of: name)),
      event.kind.rawValue, "revision \(event.annotation.revision)",
    ]
    let answers = project.relevantAnswers(event.annotation.answers)
    for question in project.questions {
      guard let answer = answers[question.name] else { continue }
      parts.append("\(question.name): \(SafeText.line(question.kind.summary(of: answer)))")
    }
    if !event.annotation.skipReason.isEmpty { parts.append("reason: \(SafeText.line(event.annotation.skipReason))") }
    if event.annotation.isFlagged { parts.append("not sure") }
    if !event.annotation.comment.isEmpty { parts.append("comment: \(SafeText.line(event.annotation.comment))") }
    return parts.joined(separator: "  ") + "\n"
  }

  private static func json(of event: AnnotationEvent) -> JSONValue {
    let annotation = event.annotation
    let answers = annotation.answers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return [
      "number": .integer(Int64(event.number)), "at": .string(event.at.iso8601), "annotator": .string(event.annotator),
      "kind": .string(event.kind.rawValue), "state": .string(annotation.state.rawValue),
      "revision": .integer(Int64(annotation.revision)), "answers": .object(JSONObject(answers)),
      "flagged": .bool(annotation.isFlagged), "comment": .string(annotation.comment),
      "skip_reason": .string(annotation.skipReason), "guidelines": .string(annotation.guidelinesVersion),
      "active_seconds": .number(Double(annotation.activeMilliseconds) / 1000),
    ]
  }
}
