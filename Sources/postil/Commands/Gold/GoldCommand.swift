import ArgumentParser
import PostilModel

/// `postil gold`: tasks whose answers are known.
struct GoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gold",
    abstract: "Tasks whose answers are known: they measure annotators, who cannot tell them from others.",
    discussion: """
      How often they come, and whether annotators are told, stands in [queue] of postil.toml: gold = 0.1, \
      feedback = "immediate". Those of the qualification come before all others. Only reviewers and leads see them.

      Examples:
        postil gold set 12 sentiment=positive --explanation "The last line counts."
        postil gold import gold.csv --value 1=positive --value 0=negative
        postil gold
        postil gold drop 12
      """,
    subcommands: [GoldListCommand.self, GoldSetCommand.self, GoldImportCommand.self, GoldDropCommand.self],
    defaultSubcommand: GoldListCommand.self)

  /// What it takes to see or change what is known.
  static func check(_ caller: Caller) throws(PermissionError) {
    try caller.require(.reviewer, to: "see or change the known answers")
  }
}
