import PostilModel

/// `oasst-flat`: a message a line, with `message_id`, `parent_id`, `message_tree_id`, `text` and `role`. The messages of a tree
/// stand together, in any order; the tree ends where another begins. A tree is held as a whole, so together its messages
/// may have as many bytes as a record may.
struct OASSTFlatReader: RecordReader {
  /// The format's name.
  static let name = "oasst-flat"

  func read(_ input: ByteInput, with decoder: RecordDecoder, into sink: any RecordSink) throws {
    let limit = decoder.layout.maximumRecordBytes
    let composer = try PreferenceComposer(decoder.layout, format: Self.name, .several)
    let offering = RecordOffering(RecordDecoder(composer.layout), sink)
    var gathering = Gathering(OASSTRecords(composer, offering), offering, limit: limit)
    offering.pass(input.bytesConsumed)
    let splitter = SourceSplitter()
    let end = try ObjectScanner(input, limit: limit).forEach { part in
      switch part {
      case .between(let count): offering.pass(count)
      case .stray(let raw, let reason): try offering.reject(raw, .notJSON, reason)
      case .element(let raw):
        if raw.isTooLarge { return try offering.reject(raw, .tooLarge, "") }
        let message: SourceObject
        let tree: String
        do throws(Rejection) {
          message = try splitter.object(raw.bytes, isPadded: true)
          guard let id = try message.text("message_tree_id") else { throw SourceObject.missing("message_tree_id") }
          tree = id
        } catch {
          return try offering.reject(raw, error.kind, error.reason)
        }
        try gathering.add(message, of: tree, raw)
      }
    }
    try gathering.finish()
    try offering.finish(input, line: end)
  }

  /// The messages of the tree that is being read.
  private struct Gathering {
    private var records: OASSTRecords
    private let offering: RecordOffering
    private let limit: Int
    private var tree: String?
    private var messages: [SourceObject] = []
    private var bytes: [UInt8] = []
    private var span = 0
    private var line = 0
    private var isTooLarge = false

    init(_ records: OASSTRecords, _ offering: RecordOffering, limit: Int) {
      self.records = records
      self.offering = offering
      self.limit = limit
    }

    /// Takes a message. One of another tree ends the tree before.
    mutating func add(_ message: SourceObject, of id: String, _ raw: RawRecord) throws {
      if id != tree {
        try finish()
        tree = id
        isTooLarge = false
      }
      if !isTooLarge, bytes.count + raw.bytes.count > limit, !messages.isEmpty {
        try rejectGathered(.tooLarge, Self.tooLarge(limit))
        isTooLarge = true
      }
      if isTooLarge { return try offering.reject(raw, .tooLarge, Self.tooLarge(limit)) }
      if messages.isEmpty { line = raw.line } else { bytes.append(0x0A) }
      messages.append(message)
      bytes.append(contentsOf: raw.bytes)
      span += raw.span
    }

    /// Offers the tree that was gathered.
    mutating func finish() throws {
      guard !messages.isEmpty else { return }
      let thread: OASSTThread
      do throws(Rejection) { thread = try OASSTThread(messages: objects()) } catch {
        return try rejectGathered(error.kind, error.reason)
      }
      let kept = members
      try bytes.withUnsafeBytes { bytes in
        try records.offer(thread, kept, RawRecord(bytes: bytes, span: span, line: line))
      }
      forget()
    }

    private mutating func rejectGathered(_ kind: Rejection.Kind, _ reason: String) throws {
      try bytes.withUnsafeBytes { bytes in
        try offering.reject(RawRecord(bytes: bytes, span: span, line: line), kind, reason)
      }
      forget()
    }

    private mutating func forget() {
      messages.removeAll()
      bytes.removeAll()
      span = 0
    }

    private static func tooLarge(_ limit: Int) -> String {
      "belongs to a tree whose messages have more than \(limit) bytes, the most that a record may have"
    }

    private func objects() throws(Rejection) -> [JSONObject] {
      var objects: [JSONObject] = []
      for message in messages { objects.append(try message.object()) }
      return objects
    }

    /// What is kept of the tree: its id and state, and its messages as they stand in the file.
    private var members: [SourceObject.Member] {
      let root = messages.first { !$0.has("parent_id") } ?? messages[0]
      var list: [UInt8] = [UInt8(ascii: "[")]
      for (index, message) in messages.enumerated() {
        if index > 0 { list.append(UInt8(ascii: ",")) }
        SourceObject.append(message.members, to: &list)
      }
      list.append(UInt8(ascii: "]"))
      return root.only(["message_tree_id", "tree_state"]) + [.init(key: "messages", json: list)]
    }
  }
}
