import PostilModel

/// `chat`, `openai-sft` and `kto`: `{"messages": [{"role", "content"}, …]}`. The turns up to the last one of the user are
/// the prompt, what follows is the response. `kto` has a `label` beside them.
struct MessagesShape: PreferenceShape {
  let name: String
  let responses = ResponseCount.one
  /// Whether a label must stand there.
  var isLabelled = false

  func record(of source: SourceObject) throws(Rejection) -> PreferenceRecord {
    guard let messages = try source.value("messages") else { throw SourceObject.missing("messages") }
    let parts = try ConversationSplit.atLastUser(
      SourceTurn.turns(of: messages, at: "messages"), "messages")
    var record = PreferenceRecord()
    record.prompt = parts.prompt
    record.isOneConversation = true
    if !parts.rest.isEmpty {
      record.responses = [.init(parts.rest)]
      record.unusedResponses = [.init("messages", .array(Array((messages.array ?? []).dropFirst(parts.prompt.count))))]
    }
    var used: Set<String> = ["messages"]
    if isLabelled {
      guard !parts.rest.isEmpty else {
        throw Rejection(.missingField, "has no response after the last turn of the user")
      }
      record.judgement = .verdict(try VerdictValue.of(source))
      record.unusedJudgement = source.only(["label"])
      used.insert("label")
    }
    record.metadata = source.rest(without: used)
    return record
  }
}
