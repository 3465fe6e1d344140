import PostilConfiguration
import PostilModel

/// Something that somebody may not do, or somebody who is not there.
enum PermissionError: Error, CustomStringConvertible {
  /// The caller's role does not allow it; who could.
  case notAllowed(name: String, role: PersonRole, wanted: PersonRole, deed: String, leads: [String])
  /// Nobody here has the name.
  case stranger(name: String, known: [String])
  /// A name that cannot be one: why.
  case badName(String)

  /// What is refused, and whom to ask.
  var description: String {
    switch self {
    case .notAllowed(let name, let role, let wanted, let deed, let leads):
      "\(wanted == .lead ? "only a lead" : "only a reviewer or a lead") may \(deed), and \(name) is "
        + "\(role == .reviewer ? "a reviewer" : "an annotator") here; ask \(leads.joined(separator: " or "))"
    case .stranger(let name, let known):
      "nobody here is called \"\(name)\""
        + (DidYouMean.nearest(to: name, among: known).map { ", did you mean \"\($0)\"?" }
          ?? "; `postil roster` lists the people")
    case .badName(let reason): reason
    }
  }
}
