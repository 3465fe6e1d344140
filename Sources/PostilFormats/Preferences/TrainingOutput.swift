/// Frames records as a file has them: one a line, or as the elements of one JSON array.
struct TrainingOutput {
  private let isArray: Bool
  private var isFirst = true

  init(isArray: Bool) { self.isArray = isArray }

  /// Appends what stands before the first record.
  func begin(into out: inout [UInt8]) {
    if isArray { out.append(UInt8(ascii: "[")) }
  }

  /// Appends a record, and counts it; a record that gives a reason why it cannot be said is taken back and counted as left
  /// out.
  mutating func append(
    to out: inout [UInt8], _ tally: inout ExportTally, _ record: (inout [UInt8]) -> String?
  ) {
    let mark = out.count
    if isArray { out.append(literal: isFirst ? "\n" : ",\n") }
    if let reason = record(&out) {
      out.removeSubrange(mark...)
      return tally.leaveOut(reason)
    }
    if !isArray { out.append(0x0A) }
    isFirst = false
    tally.written += 1
  }

  /// Appends what stands after the last record.
  func end(into out: inout [UInt8]) {
    if isArray { out.append(literal: isFirst ? "]\n" : "\n]\n") }
  }
}
