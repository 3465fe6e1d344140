import PostilModel

/// A record of a foreign format by what it says, before the project's fields take it.
struct PreferenceRecord {
  /// One response.
  struct Response {
    /// Its id; nil when it is to be named by its place, from 1.
    var id: String?
    /// What it says.
    var turns: [SourceTurn]
    /// Everything else that is known of it.
    var metadata = JSONObject()

    /// A response of one text.
    init(_ text: String, id: String? = nil, metadata: JSONObject = JSONObject()) {
      self.init([SourceTurn(.assistant, text)], id: id, metadata: metadata)
    }

    /// A response of turns.
    init(_ turns: [SourceTurn], id: String? = nil, metadata: JSONObject = JSONObject()) {
      self.id = id
      self.turns = turns
      self.metadata = metadata
    }

    /// The text, when there is one turn of the assistant and nothing beside it.
    var text: String? {
      guard turns.count == 1, turns[0].role == .assistant, turns[0].extras.isEmpty else { return nil }
      return turns[0].content
    }
  }

  /// What the source says of the responses, by their places from 0.
  enum Judgement {
    /// The order of some of them, best first; those in one list are as good as each other.
    case order([[Int]])
    /// The one response is good, or not.
    case verdict(Bool)
    /// Of each response, the aspects with their ratings.
    case ratings([JSONObject])
  }

  /// The id; nil for the source's own `id`.
  var id: String?
  /// The conversation up to the responses.
  var prompt: [SourceTurn] = []
  /// The responses.
  var responses: [Response] = []
  /// Whether prompt and response stand in one conversation, which does not tell where the response begins.
  var isOneConversation = false
  /// What the source says of them.
  var judgement: Judgement?
  /// What is kept beside the fields in any case.
  var metadata: [SourceObject.Member] = []
  /// What is kept when no field takes the responses.
  var unusedResponses: [SourceObject.Member] = []
  /// What is kept when no question takes the judgement.
  var unusedJudgement: [SourceObject.Member] = []

  /// The same with just the last answer as the response, when the turn of a tool stands before it. For a field that takes
  /// one text.
  var withLastAnswer: PreferenceRecord {
    guard isOneConversation, let turns = responses.first?.turns, turns.count > 1, turns.last?.role == .assistant,
      turns[turns.count - 2].role == .tool
    else { return self }
    var copy = self
    copy.prompt += turns.dropLast()
    copy.responses[0].turns = turns.suffix(1)
    return copy
  }

  /// Gives a judged pair, the better one first, names that do not tell which one is better: the ids `a` and `b`, in the
  /// order of the hashes of what they say. What is kept of the judgement names them under the source's keys.
  ///
  /// - Returns: whether the better one is `a`.
  @discardableResult mutating func nameNeutrally(better: String, worse: String) -> Bool {
    guard responses.count == 2 else { return true }
    let hashes = responses.map { response in
      let hash = ContentHash(of: response.turns.map(\.content).joined(separator: "\n\n"))
      return (hash.high, hash.low)
    }
    let isSwapped = hashes[1] < hashes[0]
    if isSwapped { responses.swapAt(0, 1) }
    responses[0].id = "a"
    responses[1].id = "b"
    judgement = .order(isSwapped ? [[1], [0]] : [[0], [1]])
    unusedJudgement = [
      SourceObject.Member(better, .string(isSwapped ? "b" : "a")),
      SourceObject.Member(worse, .string(isSwapped ? "a" : "b")),
    ]
    return !isSwapped
  }
}
