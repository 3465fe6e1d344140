import PostilModel

/// `sharegpt`: `{"conversations": [{"from", "value"}, …]}`, with a `system` beside it in some files. Parted as `chat` is.
/// `sharegpt-dpo` has `chosen` and `rejected` turns that answer the conversation.
struct ShareGPTShape: PreferenceShape {
  let name: String
  /// Whether two answers stand beside the conversation.
  let isPair: Bool

  var responses: ResponseCount { isPair ? .several : .one }

  func record(of source: SourceObject) throws(Rejection) -> PreferenceRecord {
    guard let conversation = try source.value("conversations") else { throw SourceObject.missing("conversations") }
    var turns = try SourceTurn.turns(of: conversation, at: "conversations")
    // Beside the conversation it stays in the metadata too, so that it is told from a turn.
    if let system = try source.text("system"), !system.isEmpty { turns.insert(SourceTurn(.system, system), at: 0) }
    // A prompt may end in what a tool said; where no pair stands beside it, that is a part of the answer.
    let isOpen = isPair && turns.last?.role == .tool
    let parts = isOpen ? (prompt: turns, rest: []) : try ConversationSplit.atLastUser(turns, "conversations")
    var record = PreferenceRecord()
    record.isOneConversation = !isPair
    record.prompt = parts.prompt
    if isPair {
      guard parts.rest.isEmpty else {
        throw Rejection(.wrongType, "has \"conversations\" that do not end in a turn of the user or a tool")
      }
      guard let chosen = try source.value("chosen"), let rejected = try source.value("rejected") else {
        throw SourceObject.missing("chosen", "rejected")
      }
      record.responses = [.init(try answer(chosen, "chosen")), .init(try answer(rejected, "rejected"))]
      record.nameNeutrally(better: "chosen", worse: "rejected")
      record.metadata = source.rest(without: ["conversations", "chosen", "rejected"])
      return record
    }
    record.metadata = source.rest(without: ["conversations"])
    if !parts.rest.isEmpty {
      record.responses = [.init(parts.rest)]
      record.unusedResponses = [
        .init("conversations", .array(Array((conversation.array ?? []).suffix(parts.rest.count))))
      ]
    }
    return record
  }

  private func answer(_ value: JSONValue, _ key: String) throws(Rejection) -> [SourceTurn] {
    if value.object != nil { return [try SourceTurn.turn(of: value, "\"\(key)\"")] }
    return try SourceTurn.turns(of: value, at: key, orTextBy: .assistant)
  }
}
