import PostilModel

/// `oasst-tree`: `{"message_tree_id", "tree_state", "prompt": {"message_id", "text", "role", "replies": […]}}`, a tree a line.
struct OASSTTreeReader: RecordReader {
  /// The format's name.
  static let name = "oasst-tree"

  func read(_ input: ByteInput, with decoder: RecordDecoder, into sink: any RecordSink) throws {
    let composer = try PreferenceComposer(decoder.layout, format: Self.name, .several)
    let offering = RecordOffering(RecordDecoder(composer.layout), sink)
    var records = OASSTRecords(composer, offering)
    offering.pass(input.bytesConsumed)
    let splitter = SourceSplitter()
    let end = try ObjectScanner(input, limit: decoder.layout.maximumRecordBytes).forEach { part in
      switch part {
      case .between(let count): offering.pass(count)
      case .stray(let raw, let reason): try offering.reject(raw, .notJSON, reason)
      case .element(let raw):
        if raw.isTooLarge { return try offering.reject(raw, .tooLarge, "") }
        let tree: SourceObject
        let thread: OASSTThread
        do throws(Rejection) {
          tree = try splitter.object(raw.bytes, isPadded: true)
          guard let prompt = try tree.value("prompt") else { throw SourceObject.missing("prompt") }
          thread = try OASSTThread(prompt: prompt)
        } catch {
          return try offering.reject(raw, error.kind, error.reason)
        }
        try records.offer(thread, tree.members, raw)
      }
    }
    try offering.finish(input, line: end)
  }
}
