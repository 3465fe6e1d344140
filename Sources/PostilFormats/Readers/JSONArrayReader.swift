/// `json`: one JSON array of objects, or objects one after the other (on as many lines as they like). Read as it comes:
/// no more than one element is held. The place of an element counts as its line.
struct JSONArrayReader: RecordReader {
  func read(_ input: ByteInput, with decoder: RecordDecoder, into sink: any RecordSink) throws {
    var offering = RecordOffering(decoder, sink)
    offering.pass(input.bytesConsumed)
    var elements = JSONElementScanner(input, limit: decoder.layout.maximumRecordBytes)
    try elements.forEach { part in
      switch part {
      case .between(let count): offering.pass(count)
      case .element(let raw): try offering.offer(raw, isPadded: true)
      case .stray(let raw, let reason): try offering.reject(raw, .notJSON, reason)
      }
    }
    try offering.finish(input, line: elements.place + 1)
  }
}
