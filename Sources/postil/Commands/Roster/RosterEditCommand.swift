import ArgumentParser
import PostilCore
import PostilModel
import PostilStore

/// `postil roster edit`: changes an entry.
struct RosterEditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change somebody's entry; what is not named stays.",
    discussion: """
      Examples:
        postil roster edit bo --role reviewer
        postil roster edit bo --skills "law:3" --pay ""
        postil roster edit bo --back
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: JSONOption

  @Argument(help: "The name.")
  var name: String

  @OptionGroup var entry: EntryOptions

  @Flag(help: "They are retired no more.")
  var back = false

  @OptionGroup var leaving: LeaveNoLeadOption

  func run() throws {
    let store = try project.open().store
    let caller = try Caller(store)
    try caller.require(.lead, to: "change the roster")
    var person = try entry.person(from: try caller.person(named: name))
    if back { person.isRetired = false }
    try RosterChange(store: store, caller: caller).run(
      [person], json: output.json, mayLeaveNoLead: leaving.leaveNoLead)
  }
}
