import PostilModel

/// One turn of a conversation as a foreign format has it: its role under the standard name, and whatever else it holds.
struct SourceTurn {
  /// Who speaks.
  var role: ChatTurn.Role
  /// What is said.
  var content: String
  /// The other keys: `weight`, `name`, `tool_calls` …
  var extras = JSONObject()

  init(_ role: ChatTurn.Role, _ content: String, extras: JSONObject = JSONObject()) {
    self.role = role
    self.content = content
    self.extras = extras
  }

  /// The turn as fields hold it.
  var json: JSONValue {
    var object = JSONObject([("role", .string(role.rawValue)), ("content", .string(content))])
    object.members += extras.members
    return .object(object)
  }

  /// Whether both are the same to the byte. (Swift's own comparison holds some spellings of a character for one.)
  func isSame(as other: SourceTurn) -> Bool {
    role == other.role && content.utf8.elementsEqual(other.content.utf8)
      && (extras.isEmpty && other.extras.isEmpty || extras.jsonText.utf8.elementsEqual(other.extras.jsonText.utf8))
  }

  /// Words for roles that the writers of formats put in again by themselves.
  private static let usualWords: Set<String> = ["system", "user", "assistant", "tool", "human", "gpt", "prompter"]

  /// The turns of a list of objects with `role` and `content`, or `from` and `value`.
  ///
  /// - Parameter key: where the list stands, for messages.
  /// - Throws: why it is none: a role that no format knows, or a content that is no text.
  static func turns(of value: JSONValue, at key: String) throws(Rejection) -> [SourceTurn] {
    guard let elements = value.array else {
      throw Rejection(.wrongType, "has a \"\(key)\" that is no list of turns")
    }
    var turns: [SourceTurn] = []
    turns.reserveCapacity(elements.count)
    for (place, element) in elements.enumerated() {
      turns.append(try turn(of: element, "turn \(place + 1) of \"\(key)\""))
    }
    return turns
  }

  /// The turns of such a list, or the one turn that a text is.
  static func turns(
    of value: JSONValue, at key: String, orTextBy role: ChatTurn.Role
  ) throws(Rejection) -> [SourceTurn] {
    if let text = value.string { return [SourceTurn(role, text)] }
    let turns = try turns(of: value, at: key)
    guard !turns.isEmpty else { throw Rejection(.wrongType, "has a \"\(key)\" without turns") }
    return turns
  }

  /// One turn.
  static func turn(of value: JSONValue, _ place: String) throws(Rejection) -> SourceTurn {
    guard let object = value.object else { throw Rejection(.wrongType, "has \(place), which is no object") }
    let isPlain = object["role"] != nil
    let names = isPlain ? (role: "role", content: "content") : (role: "from", content: "value")
    guard let word = object[names.role]?.string, let content = object[names.content] else {
      throw Rejection(.wrongType, "has \(place) without role and content, or from and value")
    }
    guard let role = ChatTurn.Role(word: word) else {
      let known = ChatTurn.Role.allCases.map(\.rawValue).joined(separator: ", ")
      throw Rejection(
        .unknownRole, "has \(place) in the role \(JSONValue.string(word).jsonText), which stands for none of \(known)")
    }
    var extras = JSONObject()
    extras.members = object.members.filter { $0.key != names.role && $0.key != names.content }
    if !usualWords.contains(word) { extras["from"] = .string(word) }
    if content.array != nil { extras["parts"] = content }
    return SourceTurn(role, try text(of: content, place), extras: extras)
  }

  /// A content: a text, nothing (beside calls of tools), or a list of parts that are texts.
  private static func text(of content: JSONValue, _ place: String) throws(Rejection) -> String {
    if let text = content.string { return text }
    if content == .null { return "" }
    let parts = (content.array ?? []).map { $0.string ?? $0.object?["text"]?.string }
    let texts = parts.compactMap { $0 }
    guard content.array != nil, texts.count == parts.count else {
      throw Rejection(.wrongType, "has \(place), whose content is no text")
    }
    return texts.joined()
  }
}
