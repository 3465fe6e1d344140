import PostilModel

/// `trl-preference`: `{"prompt", "chosen", "rejected"}`, each a text or each a list of turns. Without a prompt it is what
/// chosen and rejected have in common: of turns up to one of the user, of texts up to a blank line, else to a blank. The
/// blanks between prompt and responses belong to neither; they are metadata where the writer would put in others.
struct TRLPreferenceShape: PreferenceShape {
  let name = "trl-preference"
  let responses = ResponseCount.several

  /// What the writer puts between prompt and response.
  static let separator = "\n\n"
  /// Where other blanks are kept.
  static let separatorKey = "prompt_separator"

  func record(of source: SourceObject) throws(Rejection) -> PreferenceRecord {
    guard let chosen = try source.value("chosen"), let rejected = try source.value("rejected") else {
      throw SourceObject.missing("chosen", "rejected")
    }
    let prompt = try source.value("prompt")
    var record = PreferenceRecord()
    var used: Set<String> = ["chosen", "rejected", "prompt"]
    var separator: [SourceObject.Member] = []
    if let chosen = chosen.string, let rejected = rejected.string {
      separator = try take(prompt, chosen, rejected, into: &record)
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
    record.metadata = source.rest(without: used) + separator
    return record
  }

  private func promptTurns(_ prompt: JSONValue?) throws(Rejection) -> [SourceTurn]? {
    guard let prompt else { return nil }
    return try SourceTurn.turns(of: prompt, at: "prompt", orTextBy: .user)
  }

  /// Takes a pair of texts.
  ///
  /// - Returns: What is to be kept of the blanks between prompt and responses.
  private func take(
    _ prompt: JSONValue?, _ chosen: String, _ rejected: String, into record: inout PreferenceRecord
  ) throws(Rejection) -> [SourceObject.Member] {
    if let turns = try promptTurns(prompt) {
      record.prompt = turns
      record.responses = [.init(chosen), .init(rejected)]
      return []
    }
    let one = Array(chosen.utf8)
    let other = Array(rejected.utf8)
    guard let blanks = Self.separator(one, other) else {
      throw Rejection(.missingField, "has no \"prompt\", and a pair without a common beginning that could be one")
    }
    record.prompt = [SourceTurn(.user, String(decoding: one[..<blanks.lowerBound], as: UTF8.self))]
    record.responses = [
      .init(String(decoding: one[blanks.upperBound...], as: UTF8.self)),
      .init(String(decoding: other[blanks.upperBound...], as: UTF8.self)),
    ]
    let separator = String(decoding: one[blanks], as: UTF8.self)
    return separator.utf8.elementsEqual(Self.separator.utf8)
      ? [] : [.init(Self.separatorKey, .string(separator))]
  }

  /// The blanks that part the common beginning of two texts from what differs: the last that hold a blank line, else the
  /// last. Nil when there are none after a prompt.
  private static func separator(_ one: [UInt8], _ other: [UInt8]) -> Range<Int>? {
    var end = 0
    while end < one.count, end < other.count, one[end] == other[end] { end += 1 }
    var last: Range<Int>?
    while end > 0 {
      while end > 0, !isBlank(one[end - 1]) { end -= 1 }
      let upper = end
      while end > 0, isBlank(one[end - 1]) { end -= 1 }
      guard end > 0 else { break }
      if one[end..<upper].contains(separator.utf8) { return end..<upper }
      last = last ?? end..<upper
    }
    return last
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
