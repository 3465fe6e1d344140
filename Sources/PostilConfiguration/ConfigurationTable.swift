/// One table of a configuration file on its way into a value: hands out typed values, and gathers what is wrong.
///
/// A getter of a key that is absent returns nil; so does one whose value is wrong, after it has complained. The keys
/// that were asked for are the ones that exist: all others are unknown, and the nearest of them is named.
public struct ConfigurationTable {
  /// What the table is called in messages: `[project]`, `question "sentiment"`; empty for the whole file.
  public var place: String
  /// The line of its header or key.
  public let line: Int
  /// What is wrong so far, in the order in which it was found.
  public private(set) var problems: [ConfigurationProblem] = []
  private let members: [ConfigurationValue.Member]
  private var asked: [String] = []
  private var isUnreadIgnored = false

  /// A table of the given members.
  public init(place: String, line: Int, members: [ConfigurationValue.Member]) {
    self.place = place
    self.line = line
    self.members = members
  }

  /// The keys that stand in the table, in the order of the file.
  public var keys: [String] { members.map(\.key) }

  /// The value of a key, whatever it is. Asking makes the key a known one.
  public mutating func value(_ key: String) -> ConfigurationValue? {
    if !asked.contains(key) { asked.append(key) }
    return members.first { $0.key == key }?.value
  }

  /// The line of a key, or the table's own when the key is absent.
  public func line(of key: String) -> Int { members.first { $0.key == key }?.value.line ?? line }

  /// Records a problem. The line is the one given, or the key's, or the table's.
  public mutating func complain(
    _ message: String, about key: String? = nil, line: Int? = nil, suggestion: String? = nil, hint: String = ""
  ) {
    let line = line ?? key.map { self.line(of: $0) } ?? self.line
    problems.append(.init(line: line, message: message, suggestion: suggestion, hint: hint))
  }

  /// Lets unknown keys pass, because without something else nobody can say which are right.
  public mutating func ignoreUnreadKeys() { isUnreadIgnored = true }

  /// Records a problem for each key that nobody has asked for.
  public mutating func complainAboutUnreadKeys() {
    guard !isUnreadIgnored else { return }
    for member in members where !asked.contains(member.key) {
      complain(
        place.isEmpty ? "unknown key \"\(member.key)\"" : "unknown key \"\(member.key)\" in \(place)",
        about: member.key, suggestion: DidYouMean.nearest(to: member.key, among: asked),
        hint: "Known keys: \(asked.joined(separator: ", "))")
    }
  }

  /// Complains that a key's value is of the wrong sort.
  public mutating func complain(_ key: String, wants what: String, has value: ConfigurationValue) {
    complain("\(named(key)) wants \(what), has \(value.words)", line: value.line)
  }

  /// The key with the place: `"title" of question "why"`.
  public func named(_ key: String) -> String { place.isEmpty ? "\"\(key)\"" : "\"\(key)\" of \(place)" }

  /// Reads a table below a key with `body`; nil when it is absent or no table.
  public mutating func table<Value>(
    _ key: String, place: String, body: (inout ConfigurationTable) -> Value?
  ) -> Value? {
    guard let value = value(key) else { return nil }
    guard case .table(let members) = value.content else {
      complain(key, wants: "a table", has: value)
      return nil
    }
    return read(members, place: place, line: value.line, body: body)
  }

  /// Reads members as a table with `body`, and takes over its problems.
  public mutating func read<Value>(
    _ members: [ConfigurationValue.Member], place: String, line: Int, body: (inout ConfigurationTable) -> Value?
  ) -> Value? {
    var inner = ConfigurationTable(place: place, line: line, members: members)
    let result = body(&inner)
    inner.complainAboutUnreadKeys()
    problems += inner.problems
    return result
  }

  /// Reads a list of tables (`[[key]]`) with `body`, which gets each with its place from 0. Those for which it returns
  /// nil are left out. An absent key gives an empty list.
  public mutating func tables<Value>(
    _ key: String, body: (inout ConfigurationTable, Int) -> Value?
  ) -> [Value] {
    guard let value = value(key) else { return [] }
    guard case .array(let elements) = value.content else {
      if case .table = value.content {
        complain("[\(key)] wants two brackets on each side", line: value.line, hint: "Write [[\(key)]].")
      } else {
        complain("\"\(key)\" wants tables, has \(value.words)", line: value.line, hint: "Write [[\(key)]].")
      }
      return []
    }
    var results: [Value] = []
    for (index, element) in elements.enumerated() {
      guard case .table(let members) = element.content else {
        complain("\"\(key)\" wants tables, has \(element.words)", line: element.line, hint: "Write [[\(key)]].")
        continue
      }
      let read = read(members, place: "\(key) \(index + 1)", line: element.line) { body(&$0, index) }
      if let read { results.append(read) }
    }
    return results
  }
}
