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

  @Argument(help: "The task's number or id.")
  var task: String

  func run() throws {
    let opened = try project.open()
    let caller = try Caller(opened.store)
    try GoldCommand.check(caller)
    let number = try opened.number(ofTask: task)
    guard try opened.store.goldTask(number) != nil else { return StandardOutput.write("#\(number) is not gold.\n") }
    try opened.store.dropGold(task: number, by: caller.name, at: LocalTime.now())
    StandardOutput.write("#\(number) is gold no more.\n")
  }
}
