import ArgumentParser
import PostilCore
import PostilModel
import PostilStore

/// `postil roster retire`: somebody works here no more.
struct RosterRetireCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire",
    abstract: "Say that somebody works here no more; what they did stays.",
    discussion: """
      Example:
        postil roster retire bo
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: JSONOption

  @Argument(help: "The name.")
  var name: String

  @OptionGroup var leaving: LeaveNoLeadOption

  func run() throws {
    let store = try project.open().store
    let caller = try Caller(store)
    try caller.require(.lead, to: "change the roster")
    var person = try caller.person(named: name)
    person.isRetired = true
    try RosterChange(store: store, caller: caller).run(
      [person], json: output.json, mayLeaveNoLead: leaving.leaveNoLead)
  }
}
