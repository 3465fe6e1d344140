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
      answer will do. explanation and qualification (yes or no) are taken too. All of the table is taken, or nothing; \
      with --skip-unknown all but what is of no task, and then the exit code is 2.

      Examples:
        postil gold import gold.csv --value 1=entailment --value 0=neutral
        postil gold import --skip-unknown gold.csv
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: JSONOption

  @Argument(help: "A CSV, TSV or JSONL file; - for standard input.", completion: .file())
  var file: String

  @OptionGroup var meanings: ValueOptions

  @Flag(help: "Take the rest where ids are of no task of the project, and say which were left out.")
  var skipUnknown = false

  func run() throws {
    let opened = try project.open()
    let caller = try Caller(opened.store)
    try GoldCommand.check(caller)
    let values = try meanings.values(for: opened.project)
    let reader = GoldReader(project: opened.project, store: opened.store, values: values)
    let read = try reader.read(file, skipsUnknown: skipUnknown)
    let known = Dictionary(uniqueKeysWithValues: try opened.store.goldTasks().map { ($0.task, $0) })
    let new = read.tasks.filter { gold in
      guard var other = known[gold.task] else { return true }
      other.isPromoted = gold.isPromoted
      return other != gold
    }
    try opened.store.setGold(new, by: caller.name, at: LocalTime.now())
    tell(read, new: new.count)
    if !read.strangers.isEmpty { throw ExitCode(ProgramExit.rejected) }
  }

  private func tell(_ read: GoldFile, new: Int) {
    let old = read.tasks.count - new
    if output.json {
      let strangers: [JSONValue] = read.strangers.map { ["id": .string($0.id), "line": .integer(Int64($0.line))] }
      return StandardOutput.write([
        "imported": .integer(Int64(new)), "already_there": .integer(Int64(old)), "left_out": .array(strangers),
        "remarks": .array(read.remarks.map { .string($0) }),
      ])
    }
    StandardOutput.write("\(new) \(new == 1 ? "task is" : "tasks are") gold now\n")
    if old > 0 { StandardOutput.write("\(old) known so already\n") }
    for remark in read.remarks { StandardOutput.writeSafe("\(remark)\n") }
    if let words = read.strangersWords { StandardOutput.writeSafe("left out: \(words)\n") }
  }
}
