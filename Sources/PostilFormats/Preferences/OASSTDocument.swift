import PostilModel

/// The messages of one Open-Assistant tree as they stand in JSON, nested or one by one, to be written either way.
///
/// It points into the text that it was made of, and must not outlive it.
struct OASSTDocument {
  /// A key and its value, both as they stand.
  struct Member {
    /// Without quotes.
    var key: UnsafeRawBufferPointer
    var value: UnsafeRawBufferPointer
    /// What stands there instead of the value.
    var number: Int?

    /// Whether these are a message's replies: their value is what is made of them.
    var isReplies: Bool { key.equals("replies") }
  }

  /// One message.
  struct Message {
    var id = ""
    var parent: String?
    /// Its keys.
    var members: [Member] = []
    /// The replies' places among the messages.
    var replies: [Int] = []
  }

  /// The messages: nested ones each before its replies, others as they stand in the file.
  private(set) var messages: [Message] = []
  /// What stands beside the messages.
  private var head: [Member] = []
  /// Where the messages stand among it.
  private var messagesAt = 0
  private var roots: [Int] = []

  /// The tree's id as JSON, and whether its messages are there.
  static func head(of metadata: UnsafeRawBufferPointer) -> (tree: UnsafeRawBufferPointer?, hasMessages: Bool) {
    var tree: UnsafeRawBufferPointer?
    var hasMessages = false
    var walker = JSONWalker(metadata)
    guard walker.enter("{") else { return (nil, false) }
    while walker.next() {
      let key = walker.key()
      let value = walker.value()
      if key.equals("message_tree_id") { tree = value }
      if isNested(key, value) || isList(key, value) { hasMessages = true }
    }
    return (tree, hasMessages)
  }

  private static func isNested(_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) -> Bool {
    key.equals("prompt") && value.first == UInt8(ascii: "{")
  }

  private static func isList(_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) -> Bool {
    key.equals("messages") && value.first == UInt8(ascii: "[")
  }

  /// The tree of a task's metadata.
  init(_ metadata: UnsafeRawBufferPointer) {
    var walker = JSONWalker(metadata)
    guard walker.enter("{") else { return }
    while walker.next() {
      let key = walker.key()
      let value = walker.value()
      if Self.isNested(key, value) {
        messagesAt = head.count
        roots = [add(value, under: nil)]
      } else if Self.isList(key, value) {
        messagesAt = head.count
        addList(value)
      } else if !(key.equals("rank") && value.first == UInt8(ascii: "{")) {
        // (The ranks that the tasks came with are kept there when no question takes them.)
        head.append(Member(key: key, value: value))
      }
    }
  }

  @discardableResult private mutating func add(_ value: UnsafeRawBufferPointer, under parent: String?) -> Int {
    let place = messages.count
    messages.append(Message(parent: parent))
    var replies: UnsafeRawBufferPointer?
    var walker = JSONWalker(value)
    guard walker.enter("{") else { return place }
    while walker.next() {
      let key = walker.key()
      let value = walker.value()
      if key.equals("replies") { replies = value }
      if key.equals("message_id") { messages[place].id = Self.text(value) }
      if key.equals("parent_id"), value.stringContent != nil { messages[place].parent = Self.text(value) }
      messages[place].members.append(Member(key: key, value: value))
    }
    guard let replies else { return place }
    var list = JSONWalker(replies)
    guard list.enter("[") else { return place }
    let id = messages[place].id
    while list.next() {
      let reply = add(list.value(), under: id)
      messages[place].replies.append(reply)
    }
    return place
  }

  private mutating func addList(_ value: UnsafeRawBufferPointer) {
    var walker = JSONWalker(value)
    guard walker.enter("[") else { return }
    while walker.next() { add(walker.value(), under: nil) }
    var places: [String: Int] = [:]
    for (place, message) in messages.enumerated() { places[message.id] = place }
    for (place, message) in messages.enumerated() {
      if let parent = message.parent.flatMap({ places[$0] }) {
        messages[parent].replies.append(place)
      } else {
        roots.append(place)
      }
    }
  }

  private static func text(_ value: UnsafeRawBufferPointer) -> String {
    var text: [UInt8] = []
    value.appendUnescaped(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  // MARK: Writing

  /// Appends the tree on one line.
  func appendTree(_ ranks: OASSTRanks, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "{"))
    for (place, member) in head.enumerated() {
      if place == messagesAt { appendPrompt(ranks, to: &out) }
      append(member, to: &out)
    }
    if messagesAt >= head.count { appendPrompt(ranks, to: &out) }
    out.append(literal: "}\n")
  }

  private func appendPrompt(_ ranks: OASSTRanks, to out: inout [UInt8]) {
    guard let root = roots.first else { return }
    comma(&out)
    out.append(literal: "\"prompt\":")
    appendNested(root, ranks, to: &out)
  }

  private func appendNested(_ place: Int, _ ranks: OASSTRanks, to out: inout [UInt8]) {
    let message = messages[place]
    out.append(UInt8(ascii: "{"))
    let isNested = message.members.contains(where: \.isReplies)
    for member in members(of: message, ranks) {
      if member.isReplies {
        appendReplies(message, ranks, to: &out)
      } else if isNested || !head.contains(where: { $0.key.elementsEqual(member.key) }) {
        // (What the tree says once, messages that stood alone need not repeat.)
        append(member, to: &out)
      }
    }
    if !isNested { appendReplies(message, ranks, to: &out) }
    out.append(UInt8(ascii: "}"))
  }

  private func appendReplies(_ message: Message, _ ranks: OASSTRanks, to out: inout [UInt8]) {
    comma(&out)
    out.append(literal: "\"replies\":[")
    for reply in message.replies {
      comma(&out)
      appendNested(reply, ranks, to: &out)
    }
    out.append(UInt8(ascii: "]"))
  }

  /// Appends the messages, one a line.
  func appendMessages(_ ranks: OASSTRanks, to out: inout [UInt8]) {
    for message in messages {
      out.append(UInt8(ascii: "{"))
      let own = members(of: message, ranks)
      for member in own where !member.isReplies { append(member, to: &out) }
      if let parent = message.parent, !own.contains(where: { $0.key.equals("parent_id") }) {
        comma(&out)
        out.append(literal: "\"parent_id\":")
        JSONWriter.append(parent, to: &out)
      }
      for member in head where !own.contains(where: { $0.key.elementsEqual(member.key) }) {
        if member.key.equals("message_tree_id") || member.key.equals("tree_state") { append(member, to: &out) }
      }
      out.append(literal: "}\n")
    }
  }

  /// A message's keys with its new rank: in the place of the old one, else behind `deleted`, as Open-Assistant has it.
  private func members(of message: Message, _ ranks: OASSTRanks) -> [Member] {
    guard let news = ranks[message.id] else { return message.members }
    var members = message.members
    let old = members.firstIndex { $0.key.equals("rank") }
    guard let rank = news else {
      if let old { members.remove(at: old) }
      return members
    }
    let key: StaticString = "rank"
    let bytes = UnsafeRawBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)
    let member = Member(key: bytes, value: bytes, number: rank)
    if let old {
      members[old] = member
    } else {
      let place =
        members.firstIndex { $0.key.equals("deleted") }.map { $0 + 1 } ?? members.firstIndex(where: \.isReplies)
        ?? members.count
      members.insert(member, at: place)
    }
    return members
  }

  private func append(_ member: Member, to out: inout [UInt8]) {
    comma(&out)
    out.append(UInt8(ascii: "\""))
    out.append(contentsOf: member.key)
    out.append(literal: "\":")
    if let number = member.number { out.append(decimal: number) } else { out.append(contentsOf: member.value) }
  }

  private func comma(_ out: inout [UInt8]) {
    if let last = out.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") { out.append(UInt8(ascii: ",")) }
  }
}
