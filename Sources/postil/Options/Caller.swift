import PostilCore
import PostilModel
import PostilStore

/// Who runs a subcommand, and what they may do. All permissions of the command line are asked for here.
///
/// Who one is comes from the operating system, whatever the environment says. Until somebody on the roster leads, everybody
/// may do everything.
struct Caller {
  /// The operating system's name of the user.
  let name: String
  /// The people of the project.
  let roster: Roster

  /// The caller of a project's commands.
  init(_ store: ProjectStore, name: String = Surroundings.userName) throws(StoreError) {
    self.name = name
    roster = try store.roster()
  }

  /// What the caller may do.
  var role: PersonRole { roster.role(of: name) }

  /// Whether the caller sees nothing but what is their own.
  var seesOnlyOwn: Bool { role == .annotator }

  /// Refuses what only those of a role (or of one that may do more) may do.
  ///
  /// - Parameter deed: what it is, in words that go on after "only a lead may".
  /// - Throws: `PermissionError.notAllowed`.
  func require(_ wanted: PersonRole, to deed: String) throws(PermissionError) {
    guard role < wanted else { return }
    throw .notAllowed(name: name, role: role, wanted: wanted, deed: deed, leads: leads)
  }

  /// Whom the caller works as: with `--as`, a lead may be somebody else, which the log tells.
  ///
  /// - Parameter isRecorded: false where nothing can be saved under the name, and nobody needs to hide anything.
  /// - Throws: `PermissionError.notAllowed`, `.stranger` for a name that nobody has, `StoreError`.
  func acting(as other: String?, in store: ProjectStore, isRecorded: Bool = true) throws -> String {
    guard let other, other != name else { return name }
    try require(.lead, to: "work as somebody else")
    let known = Set(roster.people.map(\.name) + (try store.annotatorNames()))
    guard !roster.hasLead || known.contains(other) else {
      throw PermissionError.stranger(name: other, known: known.sorted())
    }
    if let problem = Person.problem(withName: other) { throw PermissionError.badName("a name \(problem)") }
    if isRecorded { try store.actAs(other, by: name, at: LocalTime.now()) }
    return other
  }

  private var leads: [String] { roster.people.filter { $0.role == .lead && !$0.isRetired }.map(\.name) }
}
