import ArgumentParser
import PostilModel
import PostilCore
import PostilStore

/// `postil gold drop`: makes a gold task an ordinary one.
struct GoldDropCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop",
    abstract: "Make a gold task an ordinary one again.",
    discussion: """
      Example:
        postil gold drop 12
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: JSONOption

  @Argument(help: "The task's number or id.")
  var task: String

  func run() throws {
    let opened = try project.open()
    let caller = try Caller(opened.store)
    try GoldCommand.check(caller)
    let number = try opened.number(ofTask: task)
    let wasGold = try opened.store.goldTask(number) != nil
    if wasGold { try opened.store.dropGold(task: number, by: caller.name, at: LocalTime.now()) }
    if output.json {
      return StandardOutput.write(["task": .integer(Int64(number)), "gold": false, "changed": .bool(wasGold)])
    }
    StandardOutput.write(wasGold ? "#\(number) is gold no more.\n" : "#\(number) is not gold.\n")
  }
}
