import PostilModel

/// `ultrafeedback`: `{"instruction", "completions": [{"response", "model", "annotations": {"helpfulness": {"Rating": "4"}}}]}`.
/// All that is known of a completion is its metadata; its ratings answer a `ratings` question whose aspects they cover.
struct UltraFeedbackShape: PreferenceShape {
  let name = "ultrafeedback"
  let responses = ResponseCount.several

  func record(of source: SourceObject) throws(Rejection) -> PreferenceRecord {
    guard let instruction = try source.text("instruction") else { throw SourceObject.missing("instruction") }
    guard let completions = try source.list("completions") else { throw SourceObject.missing("completions") }
    guard CandidateList.counts.contains(completions.count) else {
      throw Rejection(
        .nothingToJudge, "has \(completions.count) completions; there may be 2 to \(CandidateList.counts.upperBound)")
    }
    var record = PreferenceRecord()
    record.prompt = [SourceTurn(.user, instruction)]
    for (place, completion) in completions.enumerated() {
      record.responses.append(try ResponsesShape.response(completion, "completion \(place + 1)", ["response"]))
    }
    record.judgement = .ratings(completions.map(Self.ratings))
    record.metadata = source.rest(without: ["instruction", "completions"])
    return record
  }

  /// The aspects with whole ratings, which are written as texts.
  private static func ratings(of completion: JSONValue) -> JSONObject {
    var object = JSONObject()
    for member in completion.object?["annotations"]?.object?.members ?? [] {
      guard let rating = member.value.object?["Rating"], object[member.key] == nil,
        let step = rating.int ?? rating.string.flatMap({ Int($0) })
      else { continue }
      object[member.key] = .integer(Int64(step))
    }
    return object
  }
}
