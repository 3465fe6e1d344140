import PostilConfiguration
import PostilModel
import PostilStore

/// Writes entries of the roster and says what changed.
struct RosterChange {
  let store: ProjectStore
  let caller: Caller

  /// Writes the entries, all or none.
  func run(_ people: [Person], json: Bool, mayLeaveNoLead: Bool = false) throws {
    let count = try store.setPeople(people, by: caller.name, at: LocalTime.now(), mayLeaveNoLead: mayLeaveNoLead)
    let roster = try store.roster()
    if json {
      return StandardOutput.write([
        "changed": .integer(Int64(count)), "people": RosterReport(people, hasLead: roster.hasLead).json,
      ])
    }
    var text = count == 0 ? "Nothing changed.\n" : RosterReport(people, hasLead: true).text
    if !caller.roster.hasLead, roster.hasLead, roster.role(of: caller.name) != .lead {
      text += "There is a lead now, and you (\(caller.name)) see only what is your own.\n"
    }
    if caller.roster.hasLead, !roster.hasLead {
      text += "Nobody leads any more: everybody may see and do everything.\n"
    }
    StandardOutput.writeSafe(text)
  }
}

extension Caller {
  /// Somebody on the roster.
  ///
  /// - Throws: `PermissionError.stranger`.
  func person(named name: String) throws(PermissionError) -> Person {
    if let person = roster.person(named: name) { return person }
    throw .stranger(name: name, known: roster.people.map(\.name))
  }
}
