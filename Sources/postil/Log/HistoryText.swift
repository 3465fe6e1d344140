import PostilModel
import PostilScreen

/// Events as lines for people.
struct HistoryText {
  private let project: Project
  private let nameWidth: Int

  /// Lines about a project whose annotators have these names.
  init(_ project: Project, names: [String]) {
    self.project = project
    nameWidth = names.map { TextWidth.columns(of: SafeText.line($0)) }.max() ?? 0
  }

  /// A line of the whole project's history.
  func line(of event: ProjectEvent) -> String {
    switch event {
    case .imported(let event): line(of: event)
    case .annotated(let event, let id): line(of: event, place: ["#\(event.task)", SafeText.line(id)])
    case .managed(let event, let id):
      line(of: event, place: event.task > 0 ? ["#\(event.task)", SafeText.line(id)] : [])
    }
  }

  /// A line of one task's history.
  func lineInTask(of event: ProjectEvent) -> String {
    switch event {
    case .imported(let event): line(of: event)
    case .annotated(let event, _): line(of: event)
    case .managed(let event, _): line(of: event)
    }
  }

  /// A line about an annotation.
  ///
  /// - Parameter place: What names the task, where the line stands among those of others.
  func line(of event: AnnotationEvent, place: [String] = []) -> String {
    var parts = beginning(event.at, event.annotator) + place
    parts += [event.kind.rawValue, "revision \(event.annotation.revision)"]
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

  /// A line about something beside judging.
  func line(of event: ManagementEvent, place: [String] = []) -> String {
    var parts = beginning(event.at, event.by) + place + [event.kind.rawValue.replacing("_", with: " ")]
    for member in event.told.members {
      switch member.value {
      case .null, .array, .object: continue
      case .string(let text): if !text.isEmpty { parts.append("\(member.key): \(SafeText.line(text))") }
      default: parts.append("\(member.key): \(member.value.jsonText)")
      }
    }
    return parts.joined(separator: "  ") + "\n"
  }

  private func line(of event: ImportEvent) -> String {
    let files = ([event.file] + event.otherFiles).map { $0 == "-" ? "standard input" : SafeText.line($0) }
    var parts = beginning(event.at, event.user) + ["import \(event.importNumber)", files.joined(separator: ", ")]
    if !event.format.isEmpty { parts.append(SafeText.line(event.format)) }
    let counts = [(event.tasks, "task"), (event.suggestions, "suggestion"), (event.annotations, "annotation")]
      .filter { $0.0 > 0 }.map { count, word in "\(count) \(word)\(count == 1 ? "" : "s")" }
    parts.append(counts.isEmpty ? "nothing new" : counts.joined(separator: ", "))
    if event.isFinished == false { parts.append("not finished") }
    return parts.joined(separator: "  ") + "\n"
  }

  private func beginning(_ at: Timestamp, _ name: String) -> [String] {
    let shown = SafeText.line(name)
    return [
      LocalTime.minute(at), shown + String(repeating: " ", count: max(0, nameWidth - TextWidth.columns(of: shown))),
    ]
  }
}
