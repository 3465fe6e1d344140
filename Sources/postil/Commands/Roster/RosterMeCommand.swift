import ArgumentParser
import PostilCore
import PostilModel
import PostilStore

/// `postil roster me`: what somebody tells of themselves.
struct RosterMeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "me",
    abstract: "Tell something of yourself (country, age band …), or see what you told.",
    discussion: """
      Only you can write it, and it is your choice. Leads see totals of five or more people, never who is what.

      Examples:
        postil roster me country=DE "age band=30-39"
        postil roster me country=
        postil roster me
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: JSONOption

  @Argument(help: ArgumentHelp("What you tell; without a value it is taken back.", valueName: "attribute=value"))
  var attributes: [String] = []

  func run() throws {
    let store = try project.open().store
    let name = Surroundings.userName
    var told = try store.attributes(of: name)
    for attribute in attributes {
      guard let sign = attribute.firstIndex(of: "="), sign > attribute.startIndex else {
        throw ValidationError("\"\(attribute)\" is not like country=DE")
      }
      let key = String(attribute[..<sign])
      let value = String(attribute[attribute.index(after: sign)...])
      if value.isEmpty {
        told[key] = nil
      } else if let problem = Person.problem(withAttribute: key, value: value) {
        throw ValidationError(problem)
      } else {
        told[key] = value
      }
    }
    if !attributes.isEmpty { try store.setAttributes(of: name, told) }
    let sorted = told.sorted { $0.key < $1.key }
    if output.json {
      StandardOutput.write(.object(JSONObject(sorted.map { ($0.key, .string($0.value)) })))
    } else if sorted.isEmpty {
      StandardOutput.write("You have told nothing of yourself.\n")
    } else {
      StandardOutput.writeSafe(sorted.map { "\($0.key)=\($0.value)\n" }.joined())
    }
  }
}
