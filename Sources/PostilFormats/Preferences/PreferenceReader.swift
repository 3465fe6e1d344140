/// Reads a format whose records are one object each: an array of them, or one a line.
struct PreferenceReader: RecordReader {
  /// What its records look like.
  let shape: any PreferenceShape

  func read(_ input: ByteInput, with decoder: RecordDecoder, into sink: any RecordSink) throws {
    let composer = try PreferenceComposer(decoder.layout, format: shape.name, shape.responses)
    var offering = RecordOffering(RecordDecoder(composer.layout), sink)
    offering.pass(input.bytesConsumed)
    let splitter = SourceSplitter()
    var object: [UInt8] = []
    var missing: (ratings: Int, records: Int) = (0, 0)
    let end = try ObjectScanner(input, limit: decoder.layout.maximumRecordBytes).forEach { part in
      switch part {
      case .between(let count): offering.pass(count)
      case .stray(let raw, let reason): try offering.reject(raw, .notJSON, reason)
      case .element(let raw):
        if raw.isTooLarge { return try offering.offer(raw, isPadded: false) }
        do throws(Rejection) {
          // The input keeps room behind its window.
          let source = try splitter.object(raw.bytes, isPadded: true)
          let lacking = try composer.compose(try shape.record(of: source), source, into: &object)
          missing.ratings += lacking
          missing.records += lacking > 0 ? 1 : 0
        } catch {
          return try offering.reject(raw, error.kind, error.reason)
        }
        try object.withUnsafeBytes { try offering.offer(raw, object: $0, isPadded: false) }
      }
    }
    if missing.ratings > 0 {
      sink.remark(
        "ratings that are missing or no step of the scale: \(missing.ratings), in \(missing.records) of the records; "
          + "what was written there is metadata of the response, the other ratings were taken")
    }
    try offering.finish(input, line: end)
  }
}
