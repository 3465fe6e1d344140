import PostilModel

/// Tells formats of preferences by the first object of an input. It never chooses between two.
enum FormatSigns {
  /// The most of an input that is looked at.
  private static let reach = 4 << 20

  /// The format of an input whose records are JSON objects; nil when they are the project's own, or nothing tells.
  ///
  /// A record that has the project's required fields is the project's own. With `--map` the names are told already, and
  /// only conversations and responses come in such formats.
  ///
  /// - Throws: `TransferError.ambiguous`.
  static func format(of input: ByteInput, for layout: RecordLayout) throws -> Format? {
    guard layout.purpose == .tasks, layout.mapping.isEmpty,
      layout.fields.contains(where: { $0.kind == .chat || $0.kind == .candidates }),
      let source = try firstObject(of: input), source.json("fields") == nil,
      !layout.fields.allSatisfy({ !$0.isRequired || source.has($0.name) })
    else { return nil }
    let found = names(for: source)
    guard found.count < 2 else { throw TransferError.ambiguous(name: input.name, formats: found) }
    guard let name = found.first else { return nil }
    let format = try Formats.toImport(name)
    if single.contains(name), !takesOne(layout) { return nil }
    if format.joinsFiles { throw TransferError.ambiguous(name: input.name, formats: found) }
    return format
  }

  /// Formats of one response to a prompt.
  private static let single: Set<String> = ["trl-unpaired", "trl-sft", "kto", "chat", "sharegpt", "alpaca"]

  /// Whether a project does something with one response, or is about what answers a prompt. Where whole conversations are
  /// judged, nothing tells that the last answer is to be taken off.
  private static func takesOne(_ layout: RecordLayout) -> Bool {
    let hasField = layout.fields.contains { $0.kind == .candidates || $0.kind == .text }
    return hasField || layout.questions.contains { $0.kind is TextQuestion }
  }

  /// The first object, if it is a whole one within reach.
  private static func firstObject(of input: ByteInput) throws -> SourceObject? {
    for count in [1 << 16, reach] {
      let beginning = try input.peek(count)
      let start = beginning.firstIndex { $0 != 0x20 && !(0x09...0x0D).contains($0) && $0 != UInt8(ascii: "[") }
      guard let start, beginning[start] == UInt8(ascii: "{") else { return nil }
      let rest = UnsafeRawBufferPointer(rebasing: beginning[start...])
      var scan = JSONElementScanner.Scan(endsAtComma: true)
      guard let end = scan.end(in: rest) else { continue }
      return try? SourceSplitter().object(UnsafeRawBufferPointer(rebasing: rest[..<end]), isPadded: false)
    }
    return nil
  }

  /// The formats whose keys an object has.
  static func names(for source: SourceObject) -> [String] {
    func has(_ keys: String...) -> Bool { keys.allSatisfy(source.has) }
    func starts(_ key: String, _ byte: Unicode.Scalar) -> Bool { source.json(key)?.first == UInt8(ascii: byte) }
    var names: [String] = []
    func add(_ name: String, if isSo: Bool) { if isSo { names.append(name) } }
    let isTree = has("message_tree_id")
    add("oasst-tree", if: isTree && starts("prompt", "{"))
    add("oasst-flat", if: isTree && has("message_id", "text"))
    let isPair = has("chosen", "rejected")
    let isTranscript = ["chosen", "rejected"].allSatisfy { key in
      let text = (try? source.text(key)) ?? ""
      return text.hasPrefix("\n\nHuman:") || text.hasPrefix("\n\nAssistant:")
    }
    add("hh-rlhf", if: isPair && isTranscript && !has("prompt"))
    add("sharegpt-dpo", if: isPair && has("conversations"))
    add("trl-preference", if: isPair && !has("conversations") && (!isTranscript || has("prompt")))
    add("openai-dpo", if: has("input", "preferred_output", "non_preferred_output"))
    add("trl-unpaired", if: has("prompt", "completion", "label"))
    add("trl-sft", if: has("prompt", "completion") && !has("label"))
    add("kto", if: has("messages", "label"))
    let hasList = ResponsesShape.lists.contains { starts($0, "[") }
    add("chat", if: starts("messages", "[") && !has("label") && !hasList)
    add("sharegpt", if: starts("conversations", "[") && !isPair)
    add("alpaca-eval", if: has("instruction", "output", "generator"))
    add("alpaca", if: has("instruction", "output") && !has("generator"))
    add("ultrafeedback", if: has("instruction") && starts("completions", "["))
    add("prompt-responses", if: (has("prompt") || has("messages")) && hasList)
    return names
  }
}
