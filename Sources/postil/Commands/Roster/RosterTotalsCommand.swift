import ArgumentParser
import PostilCore
import PostilModel
import PostilStore

/// `postil roster totals`: what people told of themselves, where five or more told the same.
struct RosterTotalsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "totals",
    abstract: "Print what people told of themselves, where five or more told the same.",
    discussion: """
      Example:
        postil roster totals --json
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: JSONOption

  func run() throws {
    let store = try project.open().store
    try Caller(store).require(.lead, to: "see what people told of themselves")
    let totals = try store.attributeTotals()
    if output.json {
      let values: [JSONValue] = totals.map {
        ["attribute": .string($0.attribute), "value": .string($0.value), "people": .integer(Int64($0.people))]
      }
      return StandardOutput.write(.array(values))
    }
    if totals.isEmpty { return StandardOutput.write("There is nothing that five people or more told of themselves.\n") }
    StandardOutput.writeSafe(totals.map { "\($0.attribute)  \($0.value)  \($0.people)\n" }.joined())
  }
}
