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
    let end = try ObjectScanner(input, limit: decoder.layout.maximumRecordBytes).forEach { part in
      switch part {
      case .between(let count): offering.pass(count)
      case .stray(let raw, let reason): try offering.reject(raw, .notJSON, reason)
      case .element(let raw):
        if raw.isTooLarge { return try offering.offer(raw, isPadded: false) }
        do throws(Rejection) {
          // The input keeps room behind its window.
          let source = try splitter.object(raw.bytes, isPadded: true)
          try composer.compose(try shape.record(of: source), source, into: &object)
        } catch {
          return try offering.reject(raw, error.kind, error.reason)
        }
        try object.withUnsafeBytes { try offering.offer(raw, object: $0, isPadded: false) }
      }
    }
    try offering.finish(input, line: end)
  }
}
