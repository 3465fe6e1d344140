import PostilModel

/// `text`: a record a line, each the project's first text field. `text-file`: the whole file is one record.
struct TextLinesReader: RecordReader {
  /// Whether the whole file is one record.
  let isWholeFile: Bool

  func read(_ input: ByteInput, with decoder: RecordDecoder, into sink: any RecordSink) throws {
    var offering = RecordOffering(decoder, sink)
    offering.pass(input.bytesConsumed)
    let fields = decoder.layout.fields
    let field = fields.first { $0.kind == .text } ?? fields.first
    let key = [UInt8](jsonKey: decoder.layout.column(for: field?.name ?? "text"))
    var object: [UInt8] = []
    func offer(_ raw: RawRecord) throws {
      if raw.isTooLarge { return try offering.offer(raw, isPadded: false) }
      if raw.bytes.isBlank { return offering.pass(raw.span) }
      if raw.bytes.contains(0) { return try offering.reject(raw, .nulByte, "holds a NUL byte") }
      object.removeAll(keepingCapacity: true)
      object.append(UInt8(ascii: "{"))
      object.append(contentsOf: key)
      object.append(UInt8(ascii: ":"))
      JSONWriter.append(raw.bytes, to: &object)
      object.append(UInt8(ascii: "}"))
      try object.withUnsafeBytes { try offering.offer(raw, object: $0, isPadded: false) }
    }
    var last = 0
    if isWholeFile {
      try WholeFileScanner.scan(input, limit: decoder.layout.maximumRecordBytes, offer)
    } else {
      var lines = LineScanner(input, limit: decoder.layout.maximumRecordBytes)
      try lines.forEach { raw in
        last = raw.line
        try offer(raw)
      }
    }
    try offering.finish(input, line: last + 1)
  }
}
