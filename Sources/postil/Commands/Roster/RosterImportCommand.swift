import ArgumentParser
import PostilCore
import PostilModel
import PostilStore

/// `postil roster import`: people from a table.
struct RosterImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Put people of a table on the roster, or change their entries.",
    discussion: """
      The columns are \(PeopleReader.columns.joined(separator: ", ")); only name is needed. Who is there already is \
      changed where the table says something. All of the table is taken, or nothing.

      Examples:
        postil roster import people.csv
        postil roster import --map name=Person --map role=Job staff.csv
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: JSONOption

  @Argument(help: "A CSV, TSV or JSONL file; - for standard input.", completion: .file())
  var file: String

  @Option(
    name: .customLong("map"),
    help: ArgumentHelp("What a column is called in the table, where it differs. Repeatable.", valueName: "name=column"))
  var mapping: [FieldMapping] = []

  @OptionGroup var leaving: LeaveNoLeadOption

  func run() throws {
    let store = try project.open().store
    let caller = try Caller(store)
    try caller.require(.lead, to: "change the roster")
    let people = try PeopleReader(changing: caller.roster, mapping: mapping.columns).read(file)
    try RosterChange(store: store, caller: caller).run(
      people, json: output.json, mayLeaveNoLead: leaving.leaveNoLead)
  }
}
