import ArgumentParser

/// `postil roster`: the people of the project.
struct RosterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster",
    abstract: "The people of the project: roles, skills, pay.",
    discussion: """
      Who somebody is comes from the operating system's user. Until there is a lead, everybody may see and do \
      everything. From then on, annotators see only what is their own; reviewers see and settle others' answers; leads \
      do everything, also under another's name (--as), which the log tells.

      Examples:
        postil roster add anna --role lead
        postil roster add bo --skills "law:2 zh:1" --pay "0.12 EUR/task"
        postil roster import people.csv
        postil roster me country=DE "age band=30-39"
        postil roster
      """,
    subcommands: [
      RosterListCommand.self, RosterAddCommand.self, RosterEditCommand.self, RosterRetireCommand.self,
      RosterImportCommand.self, RosterMeCommand.self, RosterTotalsCommand.self,
    ],
    defaultSubcommand: RosterListCommand.self)
}
