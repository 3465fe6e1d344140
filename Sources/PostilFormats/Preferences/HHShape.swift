import PostilModel

/// `hh-rlhf`: `{"chosen", "rejected"}`, two transcripts with a common beginning. That beginning, up to the last turn of the
/// human, is the prompt; the two rests are the responses `a` and `b` (see `nameNeutrally`). A transcript that its turns do
/// not give back to the byte is kept whole in the metadata: `source_texts`, by the response's id.
struct HHShape: PreferenceShape {
  /// The metadata key of transcripts that are kept whole.
  static let sourceTexts = "source_texts"

  let name = "hh-rlhf"
  let responses = ResponseCount.several

  func record(of source: SourceObject) throws(Rejection) -> PreferenceRecord {
    guard let chosen = try source.text("chosen"), let rejected = try source.text("rejected") else {
      throw SourceObject.missing("chosen", "rejected")
    }
    let better = try turns(of: chosen, "chosen")
    let worse = try turns(of: rejected, "rejected")
    let parts = try ConversationSplit.commonPrompt(better, worse)
    var record = PreferenceRecord()
    record.prompt = parts.prompt
    record.responses = [.init(parts.one), .init(parts.other)]
    let isBetterFirst = record.nameNeutrally(better: "chosen", worse: "rejected")
    record.metadata = source.rest(without: ["chosen", "rejected"])
    var kept = JSONObject()
    if !HHTranscript.isExact(better, chosen) { kept[isBetterFirst ? "a" : "b"] = .string(chosen) }
    if !HHTranscript.isExact(worse, rejected) { kept[isBetterFirst ? "b" : "a"] = .string(rejected) }
    if !kept.isEmpty { record.metadata.append(.init(Self.sourceTexts, .object(kept))) }
    return record
  }

  private func turns(of text: String, _ key: String) throws(Rejection) -> [SourceTurn] {
    guard let turns = HHTranscript.turns(of: text) else {
      throw Rejection(.wrongType, "has a \"\(key)\" that does not begin with a blank line and Human: or Assistant:")
    }
    return turns
  }
}
