/// Where a reader hands over what it finds. Between them, the calls account for every byte of the input.
public protocol RecordSink: AnyObject {
  /// Takes a record. Its buffers may be swapped for others.
  func take(_ record: inout ImportedRecord, raw: RawRecord) throws

  /// Puts a record aside.
  func reject(_ raw: RawRecord, because rejection: Rejection) throws

  /// Counts bytes that belong to no record: blank lines, headers, brackets and commas between records.
  func pass(byteCount: Int)

  /// Takes a sentence about all of an input, for the summary.
  func remark(_ words: String)
}

extension RecordSink {
  /// Nobody needs to listen.
  public func remark(_ words: String) {}
}
