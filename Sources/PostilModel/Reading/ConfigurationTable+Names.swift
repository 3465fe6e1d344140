import PostilConfiguration

extension ConfigurationTable {
  /// A text of one line that is not blank and has no control characters: what stands on a status line or as a heading.
  mutating func heading(_ key: String) -> String? {
    guard let text = string(key) else { return nil }
    if let reason = Names.problem(withTitle: text) {
      complain("\(named(key)) \(reason)", about: key)
      return nil
    }
    return text
  }

  /// A name for a field or a question. Complains when it is absent.
  mutating func name(_ key: String, reserved: Set<String>, because reason: String) -> String? {
    guard value(key) != nil else {
      complainAboutAbsence(of: key)
      return nil
    }
    guard let name = string(key) else { return nil }
    if let problem = Names.problem(withName: name) {
      complain("the name \"\(name)\" of \(place) \(problem)", about: key)
      return nil
    }
    if reserved.contains(name) {
      complain("the name \"\(name)\" of \(place) is taken: \(reason)", about: key, hint: "Choose another.")
      return nil
    }
    return name
  }
}
