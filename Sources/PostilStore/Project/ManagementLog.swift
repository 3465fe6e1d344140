import PostilModel

/// What was done beside judging, in the log of events.
struct ManagementLog {
  let connection: any SQLConnection
  private let json = StoredJSON()

  init(_ connection: any SQLConnection) { self.connection = connection }

  /// Writes an event. The caller has a transaction open and stores the counters.
  ///
  /// - Parameters:
  ///   - by: the number of the one who did it; 0 when nobody is known.
  ///   - token: names the event, for what must not be done twice.
  func write(
    _ kind: ManagementEvent.Kind, by: Int, task: Int = 0, at: Timestamp, told: JSONObject = JSONObject(),
    token: String? = nil, _ totals: inout Totals
  ) throws(StoreError) {
    totals.events += 1
    try connection.run(
      "INSERT INTO event (number, token, save, at, annotator, task, kind, annotation) VALUES (?, ?, 0, ?, ?, ?, ?, ?)",
      [
        .integer(totals.events), token.map { .text($0) } ?? .null, .integer(at.milliseconds), .integer(by),
        .integer(task), .text(kind.rawValue), .text(told.jsonText),
      ])
  }

  /// The event in a row of `number, at, annotator, task, kind, annotation`; nil when it is of another sort.
  func event(from row: any SQLStatement, names: [Int: String]) throws(StoreError) -> ManagementEvent? {
    guard let kind = ManagementEvent.Kind(rawValue: row.text(4)) else { return nil }
    return ManagementEvent(
      number: row.integer(0), at: Timestamp(milliseconds: Int64(row.integer(1))), by: names[row.integer(2)] ?? "",
      task: row.integer(3), kind: kind, told: try json.object(row.utf8(5)))
  }
}
