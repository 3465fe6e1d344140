/// Writes one output format: bytes appended to a buffer, which the caller empties into a file.
public protocol RecordWriter {
  /// Appends what stands before the first record.
  mutating func begin(into out: inout [UInt8])

  /// Appends what the format makes of one task, and counts it.
  mutating func write(_ record: borrowing ExportedRecord, into out: inout [UInt8], tally: inout ExportTally)

  /// Appends what stands after the last record.
  mutating func end(into out: inout [UInt8])
}

extension RecordWriter {
  /// Nothing.
  public mutating func begin(into out: inout [UInt8]) {}
  /// Nothing.
  public mutating func end(into out: inout [UInt8]) {}
}
