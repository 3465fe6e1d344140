/// `jsonl`: one JSON object a line.
struct JSONLinesReader: RecordReader {
  func read(_ input: ByteInput, with decoder: RecordDecoder, into sink: any RecordSink) throws {
    var offering = RecordOffering(decoder, sink)
    offering.pass(input.bytesConsumed)
    var lines = LineScanner(input, limit: decoder.layout.maximumRecordBytes)
    var last = 0
    try lines.forEach { raw in
      last = raw.line
      if !raw.isTooLarge, raw.bytes.isBlank { return offering.pass(raw.span) }
      // The input keeps room behind its window.
      try offering.offer(raw, isPadded: true)
    }
    try offering.finish(input, line: last + 1)
  }
}

extension UnsafeRawBufferPointer {
  /// True when there is nothing but blanks and tabs.
  var isBlank: Bool { allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
}
