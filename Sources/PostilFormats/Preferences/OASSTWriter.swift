import PostilModel

/// `oasst-tree` and `oasst-flat`: Open-Assistant's trees as they came in, with new ranks: a tree a line, or a message a line.
///
/// A tree is the metadata of its first task; its other tasks follow. Replies that a person has ranked get their rank, 0 for
/// the best, ties the same; of the same message, replies that were left without one lose what they had. Where nobody has
/// ranked, all stays as it was.
struct OASSTWriter: RecordWriter {
  /// How a tree stands in a file.
  enum Shape {
    /// Nested, on one line.
    case tree
    /// A message a line.
    case flat
  }

  private let shape: Shape
  private let layout: TrainingLayout
  private let annotator: String?
  private let selection: JudgementSelection
  private let columns: TrainingColumns
  private var task = TrainingTask()
  private var judgements: [JudgementSelection.Judgement] = []
  /// The tree that is being read: the metadata of its first task, its id in JSON, and the new ranks.
  private var metadata: [UInt8] = []
  private var tree: [UInt8] = []
  private var ranks = OASSTRanks()

  init(_ layout: ExportLayout, _ shape: Shape) {
    self.shape = shape
    self.layout = TrainingLayout(layout)
    annotator = layout.annotator
    selection = JudgementSelection(annotator: layout.annotator, isSingle: true)
    columns = TrainingColumns(self.layout)
  }

  mutating func write(_ record: borrowing ExportedRecord, into out: inout [UInt8], tally: inout ExportTally) {
    tally.tasks += 1
    let head = OASSTDocument.head(of: record.metadata)
    guard let id = head.tree else { return tally.leaveOut("task that is not of an Open-Assistant tree") }
    if head.hasMessages {
      flush(into: &out)
      metadata = Array(record.metadata)
      tree = Array(id)
      tally.written += shape == .tree ? 1 : OASSTDocument(record.metadata).messages.count
    }
    guard !metadata.isEmpty, id.elementsEqual(tree) else {
      return tally.leaveOut("task of a tree whose first task is not before it")
    }
    readRanks(record, &tally)
  }

  mutating func end(into out: inout [UInt8]) { flush(into: &out) }

  private mutating func flush(into out: inout [UInt8]) {
    guard !metadata.isEmpty else { return }
    metadata.withUnsafeBytes { bytes in
      let document = OASSTDocument(bytes)
      switch shape {
      case .tree: document.appendTree(ranks, to: &out)
      case .flat: document.appendMessages(ranks, to: &out)
      }
    }
    metadata.removeAll(keepingCapacity: true)
    ranks = OASSTRanks()
  }

  private mutating func readRanks(_ record: borrowing ExportedRecord, _ tally: inout ExportTally) {
    var own = ExportTally()
    selection.select(from: record, layout.orders, into: &judgements, tally: &own)
    // Without an annotation the task is written all the same, as it came in.
    own.leftOut["task without an annotation"] = nil
    for (reason, count) in own.leftOut { tally.leftOut[reason, default: 0] += count }
    guard let judgement = judgements.first else { return }
    let named = record.annotations[judgement.annotation]
    // What the file itself said stands there already.
    if annotator == nil, AnnotatorName.isSource(named.annotator) { return }
    guard let answer = named.annotation.answers[layout.orders[judgement.question].name] else { return }
    columns.read(record, into: &task)
    let ids = task.responses.map { String(decoding: task.text[$0.id], as: UTF8.self) }
    guard let order = Self.order(answer, among: ids) else { return tally.leaveOut("judgement that gives no ranks") }
    for id in ids { ranks.set(order.rank(of: id), of: id) }
  }

  private static func order(_ answer: JSONValue, among ids: [String]) -> WeakOrder? {
    if let order = WeakOrder(answer) { return order }
    switch Comparison(answer) {
    case .better(let preferred, let other, _): return WeakOrder(tiers: [[preferred], [other]])
    case .tie: return WeakOrder(tiers: [ids])
    case .bothBad, nil: return nil
    }
  }
}

/// New ranks of replies, by their ids.
struct OASSTRanks {
  private var ranks: [String: Int?] = [:]

  /// Gives a reply a rank, or takes away what it has.
  mutating func set(_ rank: Int?, of id: String) { ranks[id] = .some(rank) }

  /// What is new of a reply: nil when nothing is, else its rank, or that it has none.
  subscript(id: String) -> Int?? { ranks[id] }
}
