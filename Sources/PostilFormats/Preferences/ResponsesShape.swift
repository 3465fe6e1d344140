import PostilModel

/// `prompt-responses`: `{"prompt", "responses": […]}`. The prompt is a text or a list of turns (`instruction` and `messages`
/// serve too); the responses (`completions` and `candidates` serve too) are texts, or objects with a text under `text`,
/// `response`, `output`, `completion` or `content`, or turns under `turns` or `messages`, and metadata beside it.
struct ResponsesShape: PreferenceShape {
  let name = "prompt-responses"
  let responses = ResponseCount.several

  /// Where the responses may stand.
  static let lists = ["responses", "completions", "candidates"]
  private static let prompts = ["prompt", "instruction", "messages"]
  private static let texts = ["text", "response", "output", "completion", "content"]

  func record(of source: SourceObject) throws(Rejection) -> PreferenceRecord {
    guard let key = Self.prompts.first(where: { source.has($0) }), let prompt = try source.value(key) else {
      throw SourceObject.missing("prompt")
    }
    guard let listKey = Self.lists.first(where: { source.has($0) }), let list = try source.list(listKey) else {
      throw SourceObject.missing("responses")
    }
    var record = PreferenceRecord()
    record.prompt = try SourceTurn.turns(of: prompt, at: key, orTextBy: .user)
    guard CandidateList.counts.contains(list.count) else {
      throw Rejection(
        .nothingToJudge,
        "has \(list.count) responses; there may be \(CandidateList.counts.lowerBound) to \(CandidateList.counts.upperBound)"
      )
    }
    for (place, element) in list.enumerated() {
      record.responses.append(try Self.response(element, "response \(place + 1)", Self.texts))
    }
    record.metadata = source.rest(without: [key, listKey])
    return record
  }

  /// One response: a text, or an object with its words under one of some keys.
  static func response(
    _ element: JSONValue, _ place: String, _ textKeys: [String]
  ) throws(Rejection) -> PreferenceRecord.Response {
    if let text = element.string { return .init(text) }
    guard var rest = element.object else {
      throw Rejection(.wrongType, "has \(place), which is neither a text nor an object")
    }
    let id = rest["id"]?.string ?? rest["id"]?.int.map(String.init)
    if id != nil { rest["id"] = nil }
    if let key = textKeys.first(where: { rest[$0]?.string != nil }), let text = rest[key]?.string {
      rest[key] = nil
      return .init(text, id: id, metadata: rest)
    }
    if let key = ["turns", "messages"].first(where: { rest[$0]?.array != nil }), let value = rest[key] {
      let turns = try SourceTurn.turns(of: value, at: key, orTextBy: .assistant)
      rest[key] = nil
      return .init(turns, id: id, metadata: rest)
    }
    throw Rejection(
      .wrongType, "has \(place) without a text under \(textKeys.joined(separator: ", ")), and without turns")
  }
}
