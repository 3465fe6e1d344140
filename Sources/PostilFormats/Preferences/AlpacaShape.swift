import PostilModel

/// `alpaca`: `{"instruction", "input", "output"}`, with `system` and `history` (pairs of question and answer) in some files,
/// and `answer` or `response` for the output in others. Instruction and input, one below the other, are the last turn of
/// the user; where there is an input, both are kept as they were too.
struct AlpacaShape: PreferenceShape {
  let name = "alpaca"
  let responses = ResponseCount.one

  func record(of source: SourceObject) throws(Rejection) -> PreferenceRecord {
    guard let instruction = try source.text("instruction") else { throw SourceObject.missing("instruction") }
    let input = try source.text("input") ?? ""
    var record = PreferenceRecord()
    if let system = try source.text("system"), !system.isEmpty { record.prompt.append(SourceTurn(.system, system)) }
    for pair in try source.list("history") ?? [] {
      guard let texts = pair.array?.compactMap(\.string), texts.count == 2 else {
        throw Rejection(.wrongType, "has a \"history\" that is no list of pairs of texts")
      }
      record.prompt += [SourceTurn(.user, texts[0]), SourceTurn(.assistant, texts[1])]
    }
    record.prompt.append(SourceTurn(.user, input.isEmpty ? instruction : instruction + "\n" + input))
    let key = ["output", "answer", "response"].first { source.has($0) }
    if let key, let output = try source.text(key) {
      record.responses = [.init(output)]
      record.unusedResponses = source.only([key])
    }
    var used: Set<String> = input.isEmpty ? ["instruction", "input"] : []
    if let key { used.insert(key) }
    record.metadata = source.rest(without: used)
    return record
  }
}
