import PostilModel

/// Reads and writes rows of the table `resolution`.
struct ResolutionTable {
  /// The columns that `resolution(from:names:)` reads, in their order.
  static let columns = "task, answers, method, taken, resolver, at, error_type, comment, said, thread"
  private let connection: any SQLConnection
  private let json = StoredJSON()

  init(_ connection: any SQLConnection) { self.connection = connection }

  /// The final answer of a task; nil while there is none.
  func resolution(ofTask task: Int, names: [Int: String]) throws(StoreError) -> Resolution? {
    try connection.statement("SELECT \(Self.columns) FROM resolution WHERE task = ?")
      .first([.integer(task)]) { (row) throws(StoreError) in try resolution(from: row, names: names) }
  }

  /// The final answer in a row of `columns`.
  func resolution(from row: any SQLStatement, names: [Int: String]) throws(StoreError) -> Resolution {
    guard let method = Resolution.Method(row.text(2)) else {
      throw .damaged(reason: "the resolution of #\(row.integer(0)) does not read")
    }
    return Resolution(
      task: row.integer(0), answers: try json.answers(row.utf8(1)), method: method, taken: names[row.integer(3)],
      by: names[row.integer(4)] ?? "", at: Timestamp(milliseconds: Int64(row.integer(5))), errorType: row.text(6),
      comment: row.text(7), said: said(try json.value(row.utf8(8))),
      thread: thread(try json.value(row.utf8(9))))
  }

  /// Writes a final answer over whatever stands there.
  func store(_ resolution: Resolution, taken: Int, by: Int) throws(StoreError) {
    try connection.run("DELETE FROM resolution WHERE task = ?", [.integer(resolution.task)])
    try connection.run(
      "INSERT INTO resolution (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        .integer(resolution.task), .text(AnnotationCodec.answers(resolution.answers).jsonText),
        .text(resolution.method.text), .integer(taken), .integer(by), .integer(resolution.at.milliseconds),
        .text(resolution.errorType), .text(resolution.comment), .text(Self.said(resolution.said).jsonText),
        .text(Self.thread(resolution.thread).jsonText),
      ])
  }

  /// A final answer for the log of events.
  static func told(_ resolution: Resolution) -> JSONObject {
    JSONObject([
      ("method", .string(resolution.method.text)), ("taken", resolution.taken.map { .string($0) } ?? .null),
      ("answers", .object(AnnotationCodec.answers(resolution.answers))),
      ("error_type", .string(resolution.errorType)), ("comment", .string(resolution.comment)),
      ("said", said(resolution.said)), ("thread", thread(resolution.thread)),
    ])
  }

  private static func said(_ said: [Resolution.Said]) -> JSONValue {
    .array(
      said.map {
        [
          "annotator": .string($0.annotator), "at": .integer($0.at.milliseconds),
          "answers": .object(AnnotationCodec.answers($0.answers)),
        ]
      })
  }

  private func said(_ value: JSONValue) -> [Resolution.Said] {
    (value.array ?? []).compactMap { one in
      guard let object = one.object, let name = object["annotator"]?.string else { return nil }
      return Resolution.Said(
        annotator: name, answers: object["answers"]?.object.map { AnnotationCodec.answers($0) } ?? [:],
        at: Timestamp(milliseconds: Int64(object["at"]?.int ?? 0)))
    }
  }
  private static func thread(_ thread: [Resolution.Written]) -> JSONValue {
    .array(
      thread.map {
        [
          "kind": .string($0.kind.rawValue), "from": .string($0.from), "to": .string($0.to),
          "at": .integer($0.at.milliseconds), "text": .string($0.text),
        ]
      })
  }

  private func thread(_ value: JSONValue) -> [Resolution.Written] {
    (value.array ?? []).compactMap { one in
      guard let object = one.object,
        let kind = object["kind"]?.string.flatMap(ThreadMessage.Kind.init(rawValue:))
      else { return nil }
      return Resolution.Written(
        kind: kind, from: object["from"]?.string ?? "", to: object["to"]?.string ?? "",
        at: Timestamp(milliseconds: Int64(object["at"]?.int ?? 0)), text: object["text"]?.string ?? "")
    }
  }
}
