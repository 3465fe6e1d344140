import ArgumentParser
import PostilCore
import PostilModel
import PostilStore

/// `postil roster add`: puts somebody on the roster.
struct RosterAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Put somebody on the roster.",
    discussion: """
      Examples:
        postil roster add anna --role lead
        postil roster add bo --skills "law:2 zh:1" --pay "18 EUR/hour"
        postil roster add model-a --kind model
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: JSONOption

  @Argument(help: "The name: the operating system's name of the user.")
  var name: String

  @OptionGroup var entry: EntryOptions

  func run() throws {
    let store = try project.open().store
    let caller = try Caller(store)
    try caller.require(.lead, to: "change the roster")
    if let known = caller.roster.person(named: name) {
      throw ValidationError(
        "\(name) is on the roster already\(known.isRetired ? " and retired" : ""); change the entry with "
          + "`postil roster edit \(name)\(known.isRetired ? " --back" : "")`")
    }
    try RosterChange(store: store, caller: caller).run([try entry.person(from: Person(name: name))], json: output.json)
  }
}
