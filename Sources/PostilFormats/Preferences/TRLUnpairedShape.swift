import PostilModel

/// `trl-unpaired`: `{"prompt", "completion", "label"}`, texts or lists of turns; the label says whether the one response is
/// wanted. `trl-sft` is the same without a label.
struct TRLUnpairedShape: PreferenceShape {
  let name: String
  let responses = ResponseCount.one
  /// Whether a label must stand there.
  let isLabelled: Bool

  func record(of source: SourceObject) throws(Rejection) -> PreferenceRecord {
    if !isLabelled, !source.has("completion"), source.has("messages") {
      return try MessagesShape(name: name).record(of: source)
    }
    guard let prompt = try source.value("prompt"), let completion = try source.value("completion") else {
      throw SourceObject.missing("prompt", "completion")
    }
    var record = PreferenceRecord()
    record.prompt = try SourceTurn.turns(of: prompt, at: "prompt", orTextBy: .user)
    record.responses = [.init(try SourceTurn.turns(of: completion, at: "completion", orTextBy: .assistant))]
    record.unusedResponses = source.only(["completion"])
    var used: Set<String> = ["prompt", "completion"]
    if isLabelled {
      record.judgement = .verdict(try VerdictValue.of(source))
      record.unusedJudgement = source.only(["label"])
      used.insert("label")
    }
    record.metadata = source.rest(without: used)
    return record
  }
}

/// The `label` of a single response.
enum VerdictValue {
  /// True when the response is wanted: `true`, or 1.
  static func of(_ source: SourceObject) throws(Rejection) -> Bool {
    guard let value = try source.value("label") else { throw SourceObject.missing("label") }
    guard let label = value.bool ?? value.int.flatMap({ $0 == 1 ? true : $0 == 0 ? false : nil }) else {
      throw Rejection(.wrongType, "has a \"label\" that is neither true nor false")
    }
    return label
  }
}
