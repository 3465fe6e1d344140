import PostilModel

/// `alpaca-eval`: several files, each the outputs of one model as a JSON array (or one a line) of `{"instruction", "output",
/// "generator"}`. What has the same prompt (instruction, and input where there is one) in several files is one task. All files
/// are held in memory, 512 MiB of records at most.
///
/// A class, because it goes from input to input: see `JoiningReader`.
final class AlpacaEvalReader: JoiningReader {
  /// The format's name.
  static let name = "alpaca-eval"
  /// The most bytes that the records of all inputs may have together.
  private static let maximumBytes = 512 << 20

  /// One record of an input.
  private struct Output {
    var input: Int
    var line: Int
    var span: Int
    var bytes: [UInt8]
  }

  private var names: [String] = []
  private var composer: PreferenceComposer?
  private var inputsRead = 0
  private var bytesHeld = 0
  private var placeByPrompt: [[UInt8]: Int] = [:]
  private var prompts: [[Output]] = []
  private let splitter = SourceSplitter()

  func begin(_ names: [String], with decoder: RecordDecoder) throws {
    self.names = names
    let count: ResponseCount = names.count > 1 ? .several : .one
    composer = try PreferenceComposer(decoder.layout, format: Self.name, count)
  }

  func read(_ input: ByteInput, with decoder: RecordDecoder, into sink: any RecordSink) throws {
    if composer == nil { try begin([input.name], with: decoder) }
    let offering = RecordOffering(decoder, sink)
    offering.pass(input.bytesConsumed)
    let place = inputsRead
    inputsRead += 1
    let end = try ObjectScanner(input, limit: decoder.layout.maximumRecordBytes).forEach { part in
      switch part {
      case .between(let count): offering.pass(count)
      case .stray(let raw, let reason): try offering.reject(raw, .notJSON, reason)
      case .element(let raw):
        if raw.isTooLarge { return try offering.reject(raw, .tooLarge, "") }
        do throws(Rejection) { try hold(raw, of: place) } catch {
          return try offering.reject(raw, error.kind, error.reason)
        }
        guard bytesHeld <= Self.maximumBytes else {
          throw TransferError.unsuited(
            format: Self.name,
            reason:
              "holds all files in memory, and these have more than \(Self.maximumBytes >> 20) MiB of records; part them"
          )
        }
      }
    }
    try offering.finish(input, line: end)
  }

  private func hold(_ raw: RawRecord, of input: Int) throws(Rejection) {
    let source = try splitter.object(raw.bytes, isPadded: true)
    let key = Array(try Self.prompt(of: source).utf8)
    guard try source.text("output") != nil else { throw SourceObject.missing("output") }
    let output = Output(input: input, line: raw.line, span: raw.span, bytes: Array(raw.bytes))
    if let place = placeByPrompt[key] {
      if let other = prompts[place].first(where: { $0.input == input }) {
        throw Rejection(.duplicateKey, "has the prompt of record \(other.line) of this file once more")
      }
      prompts[place].append(output)
    } else {
      placeByPrompt[key] = prompts.count
      prompts.append([output])
    }
    bytesHeld += raw.bytes.count
  }

  private static func prompt(of source: SourceObject) throws(Rejection) -> String {
    guard let instruction = try source.text("instruction") else { throw SourceObject.missing("instruction") }
    guard let input = try source.text("input"), !input.isEmpty else { return instruction }
    return instruction + "\n" + input
  }

  // MARK: Joining

  func join(_ input: Int, with decoder: RecordDecoder, into sink: any RecordSink) throws {
    guard let composer else { return }
    var offering = RecordOffering(RecordDecoder(composer.layout), sink)
    var object: [UInt8] = []
    for outputs in prompts where outputs.first?.input == input {
      let bytes = Array(outputs.map(\.bytes).joined(separator: [0x0A]))
      try bytes.withUnsafeBytes { bytes in
        let span = outputs.reduce(0) { $0 + $1.span }
        let raw = RawRecord(bytes: bytes, span: span, line: outputs[0].line)
        do throws(Rejection) { try compose(outputs, composer, into: &object) } catch {
          return try offering.reject(raw, error.kind, error.reason)
        }
        try object.withUnsafeBytes { try offering.offer(raw, object: $0, isPadded: false) }
      }
    }
  }

  /// Joins the outputs of one prompt. What is known of all of them alike belongs to the task, the rest to each response.
  private func compose(
    _ outputs: [Output], _ composer: PreferenceComposer, into object: inout [UInt8]
  ) throws(Rejection) {
    var sources: [SourceObject] = []
    for output in outputs { sources.append(try source(of: output)) }
    guard sources.count > 1 || names.count < 2 else {
      throw Rejection(
        .nothingToJudge, "has an output in \(names[outputs[0].input]) only, so there is nothing to choose")
    }
    let isAlone = sources.count == 1
    var record = PreferenceRecord()
    record.prompt = [SourceTurn(.user, try Self.prompt(of: sources[0]))]
    let hasInput = try sources[0].text("input")?.isEmpty == false
    let known: Set<String> = hasInput ? ["output"] : ["output", "instruction", "input"]
    record.metadata = sources[0].rest(without: known).filter { member in
      let isCommon = sources.allSatisfy { $0.json(member.key) == member.json }
      return isAlone || isCommon && !member.isNamed("generator")
    }
    for source in sources {
      var metadata = try source.object()
      for key in ["output", "instruction", "input", "id", "text", "turns"] { metadata[key] = nil }
      for common in record.metadata { metadata.members.removeAll { SourceObject.Member.escaped($0.key) == common.key } }
      record.responses.append(.init(try source.text("output") ?? "", metadata: isAlone ? JSONObject() : metadata))
    }
    record.unusedResponses = isAlone ? sources[0].only(["output"]) : []
    try composer.compose(record, sources[0], into: &object)
  }

  private func source(of output: Output) throws(Rejection) -> SourceObject {
    let result: Result<SourceObject, Rejection> = output.bytes.withUnsafeBytes { bytes in
      do throws(Rejection) { return .success(try splitter.object(bytes, isPadded: false)) } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  var remarks: [String] {
    guard names.count > 1 else { return [] }
    return names.indices.compactMap { input in
      let lacking = prompts.filter { outputs in !outputs.contains { $0.input == input } }.count
      return lacking == 0 ? nil : "\(names[input]) lacks \(lacking) of \(prompts.count) prompts"
    }
  }
}
