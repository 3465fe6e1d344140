import Glibc
import PostilModel

/// `csv` and `tsv`: a header, then a record a row (RFC 4180: quotes, line ends within quotes). The line of a record is the
/// one on which its row begins.
struct DelimitedReader: RecordReader {
  /// The byte between cells.
  let delimiter: UInt8

  func read(_ input: ByteInput, with decoder: RecordDecoder, into sink: any RecordSink) throws {
    decoder.isTable = true
    defer { decoder.isTable = false }
    var pass = Pass(input, decoder, sink, delimiter: try separator(input))
    try pass.run()
  }

  /// The delimiter, or a semicolon when the header has semicolons and no comma, as spreadsheets write in much of Europe.
  private func separator(_ input: ByteInput) throws -> UInt8 {
    guard delimiter == UInt8(ascii: ",") else { return delimiter }
    let header = try input.peek(4096).prefix { $0 != 0x0A }
    return header.contains(UInt8(ascii: ";")) && !header.contains(delimiter) ? UInt8(ascii: ";") : delimiter
  }

  /// One reading of one input.
  private struct Pass {
    private let input: ByteInput
    private let layout: RecordLayout
    private var offering: RecordOffering
    private var scanner: RowScanner
    private var header: TableHeader?
    private var line = 1
    private var object: [UInt8] = []
    private var cellText: [UInt8] = []

    init(_ input: ByteInput, _ decoder: RecordDecoder, _ sink: any RecordSink, delimiter: UInt8) {
      self.input = input
      layout = decoder.layout
      offering = RecordOffering(decoder, sink)
      scanner = RowScanner(delimiter: delimiter)
    }

    mutating func run() throws {
      offering.pass(input.bytesConsumed)
      var isLast = false
      scanner.begin()
      while true {
        if input.window.isEmpty {
          isLast = try !input.more()
          if isLast { break }
        }
        switch scanner.scan(input.window, isLast: isLast) {
        case .goesOn:
          if input.window.count > layout.maximumRecordBytes {
            try skipLargeRow(isLast: false)
          } else {
            isLast = try !input.more()
          }
        case .row(let end, let span):
          try row(end: end, span: span)
        case .misquoted:
          // How far the quotes were followed decides, so that the answer does not depend on how the bytes came.
          if scanner.at > layout.maximumRecordBytes { try skipLargeRow(isLast: isLast) } else { try rejectLine() }
        }
      }
      try offering.finish(input, line: line)
    }

    private mutating func row(end: Int, span: Int) throws {
      let window = input.window
      let first = line
      line += scanner.hasQuotes ? Self.lines(in: window, span) : 1
      if span > layout.maximumRecordBytes {
        try offering.offer(
          RawRecord(beginning: .init(rebasing: window[..<end]), length: end, span: span, line: first), isPadded: false)
      } else {
        try row(RawRecord(bytes: .init(rebasing: window[..<end]), span: span, line: first), window)
      }
      input.consume(span)
      scanner.begin()
    }

    private mutating func row(_ raw: RawRecord, _ window: UnsafeRawBufferPointer) throws {
      if raw.bytes.isBlank, scanner.cells.count == 1 { return offering.pass(raw.span) }
      guard let header else {
        let names = scanner.cells.map { text(of: $0, window) }
        header = try TableHeader(names, layout, file: input.name)
        return offering.pass(raw.span)
      }
      guard scanner.cells.count == header.keys.count else {
        return try offering.reject(
          raw, .badRow, "has \(scanner.cells.count) columns; the header has \(header.keys.count)")
      }
      if raw.bytes.contains(0) { return try offering.reject(raw, .nulByte, "holds a NUL byte") }
      object.removeAll(keepingCapacity: true)
      for (index, cell) in scanner.cells.enumerated() {
        object.append(UInt8(ascii: index == 0 ? "{" : ","))
        object.append(contentsOf: header.keys[index])
        object.append(UInt8(ascii: ":"))
        if cell.hasPairs {
          cellText = text(of: cell, window)
          cellText.withUnsafeBytes { JSONWriter.append($0, to: &object) }
        } else {
          JSONWriter.append(UnsafeRawBufferPointer(rebasing: window[cell.start..<cell.end]), to: &object)
        }
      }
      object.append(UInt8(ascii: "}"))
      try object.withUnsafeBytes { try offering.offer(raw, object: $0, isPadded: false) }
    }

    /// Rejects the first line of a row with quotes that do not fit; the row is read again from the next line.
    private mutating func rejectLine() throws {
      guard header != nil else {
        throw TransferError.header(name: input.name, reason: "the header has quotes that do not fit")
      }
      let limit = layout.maximumRecordBytes
      while input.window.firstIndex(of: 0x0A) == nil, input.window.count <= limit, try input.more() {}
      let window = input.window
      if !scanner.isQuoted, (window.firstIndex(of: 0x0A) ?? window.count) > limit {
        return try skipLargeRow(isLast: false)
      }
      let end = window.firstIndex(of: 0x0A) ?? window.count
      let span = min(end + 1, window.count)
      let raw = RawRecord(bytes: .init(rebasing: window[..<end]), span: span, line: line)
      let reason = scanner.isQuoted ? "opens a quote that never closes" : "has text after a closing quote"
      try offering.reject(raw, .badRow, reason)
      line += 1
      input.consume(span)
      scanner.begin()
    }

    /// Passes over a row that is too large, and rejects it.
    private mutating func skipLargeRow(isLast: Bool) throws {
      let kept = Array(input.window.prefix(RawRecord.keptBytes))
      let first = line
      var length = 0
      var isLast = isLast
      while true {
        let window = input.window
        let outcome = scanner.scan(window, isLast: isLast)
        let end = scanner.end(of: outcome, window)
        let span = end ?? window.count
        length += span
        line += Self.lines(in: window, span)
        input.consume(span)
        if end != nil { break }
        scanner.forget()
        isLast = try !input.more()
        if isLast, input.window.isEmpty { break }
      }
      try kept.withUnsafeBytes { bytes in
        let raw = RawRecord(beginning: bytes, length: length, span: length, line: first)
        try offering.offer(raw, isPadded: false)
      }
      scanner.begin()
    }

    private func text(of cell: RowScanner.Cell, _ window: UnsafeRawBufferPointer) -> [UInt8] {
      var text: [UInt8] = []
      var at = cell.start
      while at < cell.end {
        text.append(window[at])
        at += cell.hasPairs && window[at] == 0x22 ? 2 : 1
      }
      return text
    }

    private static func lines(in window: UnsafeRawBufferPointer, _ span: Int) -> Int {
      var count = 0
      for byte in window[..<span] where byte == 0x0A { count += 1 }
      return count
    }
  }
}
