import PostilModel

/// The messages of one Open-Assistant tree, each with its place in it.
struct OASSTThread {
  /// One message.
  struct Message {
    /// Its `message_id`.
    var id: String
    /// All its keys but `replies`.
    var object: JSONObject
    /// Its parent's place; nil for the root.
    var parent: Int?
    /// Its replies' places, as they stand in the file.
    var replies: [Int] = []

    /// Whether it was deleted: it stays in the tree, and is no candidate.
    var isDeleted: Bool { object["deleted"]?.bool == true }
  }

  /// The messages, each parent before its replies.
  private(set) var messages: [Message] = []

  /// The messages of a tree's `prompt`, which holds its replies.
  ///
  /// - Throws: what is wrong with a message.
  init(prompt: JSONValue) throws(Rejection) {
    try add(prompt, parent: nil)
  }

  private mutating func add(_ value: JSONValue, parent: Int?) throws(Rejection) {
    guard var object = value.object else { throw Rejection(.wrongType, "has a message that is no object") }
    let replies = object["replies"]
    object["replies"] = nil
    let place = messages.count
    messages.append(Message(id: try Self.id(of: object), object: object, parent: parent))
    if let parent { messages[parent].replies.append(place) }
    guard let replies, replies != .null else { return }
    guard let list = replies.array else { throw Rejection(.wrongType, "has \"replies\" that are no list") }
    // The splitter has bounded how deep this goes.
    for reply in list { try add(reply, parent: place) }
  }

  /// The messages of a tree that come one by one, in any order, and name their parents.
  ///
  /// - Throws: what is wrong: no root, two of them, a parent that is not there.
  init(messages objects: [JSONObject]) throws(Rejection) {
    var places: [String: Int] = [:]
    var replies: [String: [Int]] = [:]
    var roots: [Int] = []
    for (index, object) in objects.enumerated() {
      let id = try Self.id(of: object)
      if places.updateValue(index, forKey: id) != nil {
        throw Rejection(.duplicateKey, "has two messages with the message_id \(JSONValue.string(id).jsonText)")
      }
      if let parent = object["parent_id"]?.string {
        replies[parent, default: []].append(index)
      } else {
        roots.append(index)
      }
    }
    guard roots.count == 1 else {
      throw Rejection(.missingField, "has \(roots.count) messages without a parent_id in one tree, and should have one")
    }
    var pending: [(index: Int, parent: Int?)] = [(roots[0], nil)]
    while let (index, parent) = pending.popLast() {
      let place = messages.count
      let id = try Self.id(of: objects[index])
      messages.append(Message(id: id, object: objects[index], parent: parent))
      if let parent { messages[parent].replies.append(place) }
      for reply in (replies[id] ?? []).reversed() { pending.append((reply, place)) }
    }
    guard messages.count == objects.count else {
      throw Rejection(
        .missingField,
        "has messages whose parent is not among those of their tree; the messages of a tree must stand together")
    }
  }

  private static func id(of object: JSONObject) throws(Rejection) -> String {
    guard let id = object["message_id"]?.string, !id.isEmpty else {
      throw Rejection(.missingField, "has a message without a message_id")
    }
    return id
  }

  // MARK: Tasks

  /// The messages with at least two replies that are not deleted.
  var parents: [Int] { messages.indices.filter { candidates(of: $0).count > 1 } }

  /// The replies that can be judged, in the order of their ids, which tells nothing of them.
  func candidates(of parent: Int) -> [Int] {
    messages[parent].replies.filter { !messages[$0].isDeleted }.sorted { one, other in
      messages[one].id.utf8.lexicographicallyPrecedes(messages[other].id.utf8)
    }
  }

  /// The turns from the root to a message.
  func turns(to message: Int) throws(Rejection) -> [SourceTurn] {
    var path: [Int] = []
    var at: Int? = message
    while let place = at {
      path.append(place)
      at = messages[place].parent
    }
    var turns: [SourceTurn] = []
    for place in path.reversed() {
      let message = messages[place]
      guard let word = message.object["role"]?.string, let text = message.object["text"]?.string else {
        throw Rejection(.wrongType, "has the message \(message.id) without role and text")
      }
      guard let role = ChatTurn.Role(word: word) else {
        let shown = JSONValue.string(word).jsonText
        throw Rejection(.unknownRole, "has the message \(message.id) in the role \(shown), which no format knows")
      }
      turns.append(SourceTurn(role, text))
    }
    return turns
  }
}
