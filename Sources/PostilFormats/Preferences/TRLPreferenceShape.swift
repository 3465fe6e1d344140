import PostilModel

/// `trl-preference`: `{"prompt", "chosen", "rejected"}`, each a text or each a list of turns. Without a prompt it is what
/// chosen and rejected have in common: of turns up to one of the user, of texts up to a blank.
struct TRLPreferenceShape: PreferenceShape {
  let name = "trl-preference"
  let responses = ResponseCount.several

  func record(of source: SourceObject) throws(Rejection) -> PreferenceRecord {
    guard let chosen = try source.value("chosen"), let rejected = try source.value("rejected") else {
      throw SourceObject.missing("chosen", "rejected")
    }
    let prompt = try source.value("prompt")
    var record = PreferenceRecord()
    var used: Set<String> = ["chosen", "rejected", "prompt"]
    if let chosen = chosen.string, let rejected = rejected.string {
      try take(prompt, chosen, rejected, into: &record)
    } else {
      let better = try SourceTurn.turns(of: chosen, at: "chosen")
      let worse = try SourceTurn.turns(of: rejected, at: "rejected")
      guard !better.isEmpty, !worse.isEmpty else { throw Rejection(.wrongType, "has a response without turns") }
      if let turns = try promptTurns(prompt), better[0].role == .assistant || worse[0].role == .assistant {
        record.prompt = turns
        record.responses = [.init(better), .init(worse)]
      } else {
        // The prompt stands at the beginning of both, whether or not it is told beside them.
        let parts = try ConversationSplit.commonPrompt(better, worse)
        record.prompt = parts.prompt
        record.responses = [.init(parts.one), .init(parts.other)]
        used.remove("prompt")
      }
    }
    record.nameNeutrally(better: "chosen", worse: "rejected")
    record.metadata = source.rest(without: used)
    return record
  }

  private func promptTurns(_ prompt: JSONValue?) throws(Rejection) -> [SourceTurn]? {
    guard let prompt else { return nil }
    return try SourceTurn.turns(of: prompt, at: "prompt", orTextBy: .user)
  }

  private func take(
    _ prompt: JSONValue?, _ chosen: String, _ rejected: String, into record: inout PreferenceRecord
  ) throws(Rejection) {
    if let turns = try promptTurns(prompt) {
      record.prompt = turns
      record.responses = [.init(chosen), .init(rejected)]
      return
    }
    let parts = Self.commonText(Array(chosen.utf8), Array(rejected.utf8))
    guard parts > 0 else {
      throw Rejection(.missingField, "has no \"prompt\", and a pair without a common beginning that could be one")
    }
    let one = Array(chosen.utf8)
    record.prompt = [SourceTurn(.user, String(decoding: one[..<parts], as: UTF8.self))]
    record.responses = [
      .init(String(decoding: one[parts...], as: UTF8.self)),
      .init(String(decoding: Array(rejected.utf8)[parts...], as: UTF8.self)),
    ]
  }

  /// The length of what two texts have in common, up to the last blank of it; the blank belongs to what follows.
  private static func commonText(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var length = 0
    while length < one.count, length < other.count, one[length] == other[length] { length += 1 }
    // A blank just after what is common is none to part at: it stands in one of the two only.
    if length == one.count || length == other.count { length -= 1 }
    while length > 0, one[length] != 0x20, one[length] != 0x0A { length -= 1 }
    return length
  }
}
