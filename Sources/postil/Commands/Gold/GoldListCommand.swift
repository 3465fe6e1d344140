import ArgumentParser
import PostilCore
import PostilModel
import PostilScreen
import PostilStore

/// `postil gold list`: all known answers.
struct GoldListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Print the tasks whose answers are known.",
    discussion: """
      Example:
        postil gold list --json
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: JSONOption

  func run() throws {
    let opened = try project.open()
    try GoldCommand.check(Caller(opened.store))
    let all = try opened.store.goldTasks()
    if output.json {
      return StandardOutput.write(.array(try all.map { try json(of: $0, in: opened.store) }))
    }
    if all.isEmpty {
      return StandardOutput.write("No answer is known. Tell one with: postil gold set TASK QUESTION=ANSWER\n")
    }
    for gold in all {
      let id = try opened.store.summaries(of: [gold.task], annotator: "").first?.id ?? ""
      var parts = ["#\(gold.task)", SafeText.line(id)]
      for question in opened.project.questions {
        guard let answer = gold.answers[question.name] else { continue }
        parts.append("\(question.name): \(SafeText.line(question.kind.summary(of: answer)))")
      }
      if gold.isQualification { parts.append("qualification") }
      if !gold.explanation.isEmpty { parts.append(SafeText.line(gold.explanation)) }
      StandardOutput.write(parts.joined(separator: "  ") + "\n")
    }
  }

  private func json(of gold: GoldTask, in store: ProjectStore) throws -> JSONValue {
    let answers = gold.answers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return [
      "task": .integer(Int64(gold.task)),
      "id": .string(try store.summaries(of: [gold.task], annotator: "").first?.id ?? ""),
      "answers": .object(JSONObject(answers)), "explanation": .string(gold.explanation),
      "qualification": .bool(gold.isQualification),
    ]
  }
}
