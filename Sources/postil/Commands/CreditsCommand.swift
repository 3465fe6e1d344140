import ArgumentParser
import PostilCore
import PostilModel
import PostilScreen
import PostilStore

/// `postil credits`: everybody who worked on the project.
struct CreditsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "credits",
    abstract: "Name everybody who worked on the project.",
    discussion: """
      Where somebody leads, annotators see the names only.

      Example:
        postil credits
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: JSONOption

  func run() throws {
    let store = try project.open().store
    let seesCounts = try !Caller(store).seesOnlyOwn
    let all = try store.judgementSurvey().annotators.filter {
      $0.progress.progress.submitted + $0.progress.progress.skipped + $0.resolutions > 0
    }
    if output.json {
      return StandardOutput.write(
        .array(
          all.map { one in
            var object = JSONObject([("name", .string(one.person.name)), ("kind", .string(one.person.kind.rawValue))])
            if seesCounts {
              object["submitted"] = .integer(Int64(one.progress.progress.submitted))
              object["resolved"] = .integer(Int64(one.resolutions))
            }
            return .object(object)
          }))
    }
    if all.isEmpty { return StandardOutput.write("Nobody has worked here yet.\n") }
    let rows = all.map { one in
      [SafeText.line(one.person.name), one.person.kind == .model ? "model" : ""] + (seesCounts ? counts(one) : [])
    }
    StandardOutput.write(TextColumns.text(rows))
  }

  private func counts(_ one: JudgementSurvey.Annotator) -> [String] {
    func words(_ count: Int, _ deed: String) -> String {
      count > 0 ? "\(NumberText.grouped(count)) \(count == 1 ? "task" : "tasks") \(deed)" : ""
    }
    return [words(one.progress.progress.submitted, "judged"), words(one.resolutions, "settled")]
  }
}
