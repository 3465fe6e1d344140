import ArgumentParser
import PostilCore
import PostilModel
import PostilStore

/// `postil gold import`: known answers from a table.
struct GoldImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take known answers from a table.",
    discussion: """
      The columns are task (or id) and one for each question by its name; where there is one question, gold, label or \
      answer will do. explanation and qualification (yes or no) are taken too. All of the table is taken, or nothing.

      Example:
        postil gold import gold.csv --value 1=entailment --value 0=neutral
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: JSONOption

  @Argument(help: "A CSV, TSV or JSONL file; - for standard input.", completion: .file())
  var file: String

  @OptionGroup var meanings: ValueOptions

  func run() throws {
    let opened = try project.open()
    let caller = try Caller(opened.store)
    try GoldCommand.check(caller)
    let values = try meanings.values(for: opened.project)
    let read = try GoldReader(project: opened.project, store: opened.store, values: values).read(file)
    let known = Dictionary(uniqueKeysWithValues: try opened.store.goldTasks().map { ($0.task, $0) })
    let new = read.filter { gold in
      guard var other = known[gold.task] else { return true }
      other.isPromoted = gold.isPromoted
      return other != gold
    }
    try opened.store.setGold(new, by: caller.name, at: LocalTime.now())
    if output.json {
      return StandardOutput.write([
        "imported": .integer(Int64(new.count)), "already_there": .integer(Int64(read.count - new.count)),
      ])
    }
    StandardOutput.write("\(new.count) \(new.count == 1 ? "task is" : "tasks are") gold now\n")
    if read.count > new.count { StandardOutput.write("\(read.count - new.count) known so already\n") }
  }
}
