import PostilModel

/// Makes records of an Open-Assistant tree: every message with at least two replies that are not deleted is a task, its
/// `message_id` the id, the thread down to it the prompt, its replies the candidates. The whole tree is the metadata of the
/// first of them; the others have its `message_tree_id` and `tree_state`.
struct OASSTRecords {
  private let composer: PreferenceComposer
  private var offering: RecordOffering
  private var object: [UInt8] = []
  private let parser = JSONParser()

  init(_ composer: PreferenceComposer, _ offering: RecordOffering) {
    self.composer = composer
    self.offering = offering
  }

  /// Offers the tasks of a tree. `members` are what is kept of it; the bytes of `raw` count once.
  mutating func offer(_ thread: OASSTThread, _ members: [SourceObject.Member], _ raw: RawRecord) throws {
    let parents = thread.parents
    guard !parents.isEmpty else {
      return try offering.reject(raw, .nothingToJudge, "has no message with two replies or more")
    }
    var isFirst = true
    var span = raw.span
    for parent in parents {
      var part = RawRecord(bytes: raw.bytes, span: span, line: raw.line)
      span = 0
      do throws(Rejection) {
        var record = try record(of: parent, in: thread)
        record.metadata =
          isFirst ? members : members.filter { $0.isNamed("message_tree_id") || $0.isNamed("tree_state") }
        let own = thread.messages[parent].object.members.filter { $0.key != "text" && $0.key != "message_id" }
        let known = members + own.map { SourceObject.Member($0.key, $0.value) }
        try composer.compose(record, SourceObject(known, parser), into: &object)
      } catch {
        try offering.reject(part, error.kind, error.reason)
        continue
      }
      try object.withUnsafeBytes { bytes in
        // The tree is large: what is put aside of all but the first is the record that was made of it.
        if !isFirst { part = RawRecord(bytes: bytes, span: part.span, line: part.line) }
        try offering.offer(part, object: bytes, isPadded: false)
      }
      isFirst = false
    }
  }

  private func record(of parent: Int, in thread: OASSTThread) throws(Rejection) -> PreferenceRecord {
    let replies = thread.candidates(of: parent)
    let message = thread.messages[parent]
    guard replies.count <= CandidateList.counts.upperBound else {
      throw Rejection(
        .nothingToJudge,
        "has \(replies.count) replies to the message \(message.id); at most \(CandidateList.counts.upperBound) are taken"
      )
    }
    var record = PreferenceRecord()
    record.id = message.id
    record.prompt = try thread.turns(to: parent)
    var ranks: [(place: Int, rank: Int)] = []
    for (place, reply) in replies.enumerated() {
      let reply = thread.messages[reply]
      guard let text = reply.object["text"]?.string else {
        throw Rejection(.wrongType, "has the message \(reply.id) without a text")
      }
      var metadata = reply.object
      for key in Self.ownKeys { metadata[key] = nil }
      record.responses.append(.init(text, id: reply.id, metadata: metadata))
      if let rank = reply.object["rank"]?.int { ranks.append((place, rank)) }
    }
    judge(&record, ranks)
    return record
  }

  /// What of a message has a place of its own in a candidate, or in the tree.
  private static let ownKeys = [
    "message_id", "parent_id", "text", "rank", "message_tree_id", "tree_state", "id", "turns",
  ]

  /// The ranks that people gave, 0 for the best.
  private func judge(_ record: inout PreferenceRecord, _ ranks: [(place: Int, rank: Int)]) {
    let tiers = Dictionary(grouping: ranks, by: \.rank).sorted { $0.key < $1.key }.map { $0.value.map(\.place) }
    guard ranks.count > 1 else { return }
    record.judgement = .order(tiers)
    let named = ranks.map { (record.responses[$0.place].id ?? "", JSONValue.integer(Int64($0.rank))) }
    record.unusedJudgement = [.init("rank", .object(JSONObject(named)))]
  }
}
