/// One response among several to the same prompt.
///
/// In a record: `{"id": "a", "text": "…"}` or `{"id": "a", "turns": [{"role", "content"}, …]}`; every other key is metadata
/// (`model`, `temperature`, `cost`), which stays hidden while people judge.
public struct Candidate: Sendable, Hashable {
  /// Its name among the task's candidates.
  public var id: String
  /// What it says; empty when it is a conversation.
  public var text: String
  /// What it says, turn by turn; nil when it is one text.
  public var turns: [ChatTurn]?
  /// Everything else that is known of it.
  public var metadata: JSONObject

  /// A candidate of one text, or of turns.
  public init(id: String, text: String, turns: [ChatTurn]? = nil, metadata: JSONObject = JSONObject()) {
    self.id = id
    self.text = text
    self.turns = turns
    self.metadata = metadata
  }

  /// All that it says as one text: turns one below another.
  public var fullText: String {
    guard let turns else { return text }
    return turns.map(\.content).joined(separator: "\n\n")
  }

  /// All that it says as turns: one text is one turn of the assistant.
  public var allTurns: [ChatTurn] { turns ?? [ChatTurn(.assistant, text)] }

  /// The candidate as it stands in a record.
  public var json: JSONValue {
    var object = JSONObject([("id", .string(id))])
    if let turns { object["turns"] = .array(turns.map(\.json)) } else { object["text"] = .string(text) }
    object.members += metadata.members
    return .object(object)
  }
}
