/// What all readers do with a record: decode it, and hand it or its rejection to the sink.
struct RecordOffering {
  private let decoder: RecordDecoder
  private let sink: any RecordSink
  private var record = ImportedRecord()

  init(_ decoder: RecordDecoder, _ sink: any RecordSink) {
    self.decoder = decoder
    self.sink = sink
  }

  /// Offers a record whose own bytes are the JSON object.
  mutating func offer(_ raw: RawRecord, isPadded: Bool) throws {
    try offer(raw, object: raw.bytes, isPadded: isPadded)
  }

  /// Offers a record of which a JSON object was made. `bad` are suggestions in it that its reader has put aside.
  mutating func offer(
    _ raw: RawRecord, object: UnsafeRawBufferPointer, isPadded: Bool, bad: [ImportedRecord.BadSuggestion] = []
  ) throws {
    if raw.isTooLarge { return try sink.reject(raw, because: tooLarge(raw)) }
    do throws(Rejection) {
      try decoder.decode(object, isPadded: isPadded, into: &record)
    } catch {
      return try sink.reject(raw, because: error)
    }
    record.badSuggestions += bad
    try sink.take(&record, raw: raw)
  }

  /// Rejects what is no record.
  func reject(_ raw: RawRecord, _ kind: Rejection.Kind, _ reason: String) throws {
    if raw.isTooLarge { return try sink.reject(raw, because: tooLarge(raw)) }
    try sink.reject(raw, because: Rejection(kind, reason))
  }

  /// Counts bytes that belong to no record.
  func pass(_ byteCount: Int) { sink.pass(byteCount: byteCount) }

  /// Says that the input ended before its time, if it did.
  func finish(_ input: ByteInput, line: Int) throws {
    guard let damage = input.damage else { return }
    let nothing = RawRecord(bytes: UnsafeRawBufferPointer(start: nil, count: 0), span: 0, line: line)
    try sink.reject(nothing, because: Rejection(.damaged, "\(damage); nothing after this was read"))
  }

  private func tooLarge(_ raw: RawRecord) -> Rejection {
    let limit = decoder.layout.maximumRecordBytes
    return Rejection(.tooLarge, "has \(raw.length) bytes; a record may have \(limit)")
  }
}
