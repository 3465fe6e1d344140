import PostilConfiguration

extension ConfigurationTable {
  /// A list of labels: each a text, or a table with `name`, `title`, `key` and `help`. Names and keys are unique.
  ///
  /// Complains when the key is absent or there are fewer than `least`. Returns nil when something was wrong.
  mutating func choices(_ key: String, atLeast least: Int) -> [Choice]? {
    guard let value = value(key) else {
      complainAboutAbsence(of: key, hint: "For example: \(key) = [\"yes\", \"no\"]")
      return nil
    }
    guard let elements = list(key) else { return nil }
    let before = problems.count
    let choices = elements.compactMap { choice($0) }
    if elements.count < least {
      let wants = least == 1 ? "at least one label" : "at least \(least) labels"
      complain("\(named(key)) wants \(wants), has \(elements.count)", line: value.line)
    }
    complainAboutTwins(choices, elements: elements)
    return problems.count == before ? choices : nil
  }

  private mutating func choice(_ element: ConfigurationValue) -> Choice? {
    switch element.content {
    case .string(let name):
      if let reason = Names.problem(withLabel: name) {
        complain("the label \"\(name)\" of \(place) \(reason)", line: element.line)
        return nil
      }
      return Choice(name: name)
    case .table(let members):
      return read(members, place: "a label of \(place)", line: element.line, body: Self.choice)
    default:
      let hint = "A label is a text, or a table like { name = \"yes\", key = \"y\" }"
      complain("a label of \(place) wants a text or a table, has \(element.words)", line: element.line, hint: hint)
      return nil
    }
  }

  private static func choice(from table: inout ConfigurationTable) -> Choice? {
    let name = table.string("name")
    if let name { table.place = "label \"\(name)\"" }
    let title = table.heading("title")
    let key = table.key("key")
    let help = table.string("help") ?? ""
    guard let name else {
      if !table.keys.contains("name") { table.complainAboutAbsence(of: "name") }
      return nil
    }
    if let reason = Names.problem(withLabel: name) {
      table.complain("the label \"\(name)\" \(reason)", about: "name")
      return nil
    }
    return Choice(name: name, title: title, key: key, help: help)
  }

  private mutating func key(_ key: String) -> Character? {
    guard let text = string(key) else { return nil }
    if let reason = Names.problem(withKey: text) {
      complain("\(named(key)) \(reason), has \"\(text)\"", about: key)
      return nil
    }
    return text.first
  }

  private mutating func complainAboutTwins(_ choices: [Choice], elements: [ConfigurationValue]) {
    // A label that could not be read is missing among the choices; then lines would be a guess.
    guard choices.count == elements.count else { return }
    var names: Set<String> = []
    var keys: [Character: String] = [:]
    for (choice, element) in zip(choices, elements) {
      if !names.insert(choice.name).inserted {
        complain("the label \"\(choice.name)\" of \(place) is there twice", line: element.line)
      }
      guard let key = choice.key else { continue }
      if let other = keys[key] {
        complain("the labels \"\(other)\" and \"\(choice.name)\" both want the key \"\(key)\"", line: element.line)
      } else {
        keys[key] = choice.name
      }
    }
  }
}
