import PostilModel

/// `rankings`: one line for each submitted annotation and each ranking or comparison that it answers, just as it was given;
/// nothing is drawn together. Every line has the same keys:
///
/// `{"id", "number", "annotator", "question", "responses": ids in the order of the record, "shown": ids in the order on the
/// screen, "ranking": [["b"], ["d", "a"]], "set_aside": [{"id", "reason"}], "verdict", "strength", "flagged", "comment",
/// "active_ms", "guidelines_version", "saved_at"}`
///
/// A comparison stands as a ranking of its two responses; `verdict` (`better`, `tie`, `both_bad`) and `strength` are null
/// for rankings.
struct RankingsWriter: RecordWriter {
  private let layout: TrainingLayout
  private let columns: TrainingColumns
  private let annotator: String?
  private var task = TrainingTask()
  private var stamps = StampCache()

  init(_ layout: ExportLayout) {
    self.layout = TrainingLayout(layout)
    columns = TrainingColumns(self.layout)
    annotator = layout.annotator
  }

  mutating func write(_ record: borrowing ExportedRecord, into out: inout [UInt8], tally: inout ExportTally) {
    tally.tasks += 1
    var isRead = false
    var found = false
    for named in record.annotations where annotator == nil || named.annotator == annotator {
      found = true
      guard named.annotation.state == .submitted else {
        tally.leaveOut("annotation not submitted (\(named.annotation.state.rawValue))")
        continue
      }
      var hasOrder = false
      for question in layout.orders {
        guard let answer = named.annotation.answers[question.name] else { continue }
        hasOrder = true
        if !isRead { columns.read(record, into: &task) }
        isRead = true
        append(record, named, question, answer, to: &out, &tally)
      }
      if !hasOrder { tally.leaveOut("annotation without an answer that this format takes") }
    }
    if !found { tally.leaveOut("task without an annotation") }
  }

  private mutating func append(
    _ record: borrowing ExportedRecord, _ named: ImportedRecord.AnnotatorsAnnotation, _ question: Question,
    _ answer: JSONValue, to out: inout [UInt8], _ tally: inout ExportTally
  ) {
    guard let order = order(of: answer) else { return tally.leaveOut("answer that is neither order nor comparison") }
    let annotation = named.annotation
    out.append(literal: "{\"id\":")
    JSONWriter.append(record.id, to: &out)
    out.append(literal: ",\"number\":")
    out.append(decimal: record.number)
    let ids = task.responses.map { JSONValue.string(String(decoding: task.text[$0.id], as: UTF8.self)) }
    let shown = layout.responses.flatMap { annotation.shown[$0] } ?? []
    let setAside = order.ranking.setAside.map { aside in
      JSONValue.object(JSONObject([("id", .string(aside.id)), ("reason", .string(aside.reason))]))
    }
    let members: [(StaticString, JSONValue)] = [
      (",\"annotator\":", .string(named.annotator)), (",\"question\":", .string(question.name)),
      (",\"responses\":", .array(ids)), (",\"shown\":", .array(shown.map { .string($0) })),
      (",\"ranking\":", .array(order.ranking.tiers.map { .array($0.map { .string($0) }) })),
      (",\"set_aside\":", .array(setAside)), (",\"verdict\":", order.verdict), (",\"strength\":", order.strength),
      (",\"flagged\":", .bool(annotation.isFlagged)), (",\"comment\":", .string(annotation.comment)),
      (",\"active_ms\":", .integer(Int64(annotation.activeMilliseconds))),
      (",\"guidelines_version\":", .string(annotation.guidelinesVersion)),
    ]
    for member in members {
      out.append(literal: member.0)
      JSONWriter.append(member.1, to: &out)
    }
    out.append(literal: ",\"saved_at\":")
    stamps.append(annotation.savedAt, to: &out)
    out.append(literal: "}\n")
    tally.written += 1
  }

  private func order(of answer: JSONValue) -> (ranking: WeakOrder, verdict: JSONValue, strength: JSONValue)? {
    if let ranking = WeakOrder(answer) { return (ranking, .null, .null) }
    let verdict = answer.object?["verdict"] ?? .null
    switch Comparison(answer) {
    case .better(let preferred, let other, let strength):
      return (WeakOrder(tiers: [[preferred], [other]]), verdict, strength.map { .integer(Int64($0)) } ?? .null)
    case .tie:
      let ids = task.responses.map { String(decoding: task.text[$0.id], as: UTF8.self) }
      return (WeakOrder(tiers: [ids]), verdict, .null)
    case .bothBad: return (WeakOrder(), verdict, .null)
    case nil: return nil
    }
  }
}
