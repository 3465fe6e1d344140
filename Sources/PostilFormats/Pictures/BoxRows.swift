import PostilModel

/// Gathers the rows of a table of boxes by their picture.
struct BoxRows {
  /// One picture.
  struct Picture {
    var line: Int
    /// Its first row in the file.
    var bytes: Range<Int>
    var size: PictureSize?
    var proposal = PictureRecord.Proposal()
  }

  private var order: [String] = []
  private var found: [String: Picture] = [:]
  private let images: PictureImport
  private let file: String
  private var columns: BoxColumns?
  private var width = 0

  init(_ images: PictureImport, in file: String) {
    self.images = images
    self.file = file
  }

  /// The pictures in the order in which they first stand in the table.
  var pictures: [(String, Picture)] { order.compactMap { name in found[name].map { (name, $0) } } }

  /// Reads all rows; rejects those that are none.
  ///
  /// - Returns: the line after the last.
  mutating func read(_ bytes: UnsafeRawBufferPointer) throws -> Int {
    let header = bytes.prefix { $0 != 0x0A }
    let isEuropean = header.contains(UInt8(ascii: ";")) && !header.contains(UInt8(ascii: ","))
    let isTabbed = header.contains(0x09) && !header.contains(UInt8(ascii: ","))
    var scanner = RowScanner(delimiter: UInt8(ascii: isEuropean ? ";" : isTabbed ? "\t" : ","))
    var (at, line) = (0, 1)
    while at < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[at...])
      scanner.begin()
      switch scanner.scan(rest, isLast: true) {
      case .row(let end, let span):
        let raw = RawRecord(bytes: UnsafeRawBufferPointer(rebasing: rest[..<end]), span: span, line: line)
        let cells = scanner.cells.map { Self.text(of: $0, rest) }
        if !raw.bytes.isBlank { try take(cells, raw, at..<(at + end)) }
        line += scanner.hasQuotes ? rest[..<span].count { $0 == 0x0A } : 1
        at += span
      case .goesOn, .misquoted:
        guard columns != nil else {
          throw TransferError.header(name: file, reason: "the header has quotes that do not fit")
        }
        let end = rest.firstIndex(of: 0x0A) ?? rest.count
        let raw = RawRecord(bytes: UnsafeRawBufferPointer(rebasing: rest[..<end]), span: end, line: line)
        try reject(raw, .badRow, "has quotes that do not fit")
        line += 1
        at += min(end + 1, rest.count)
      }
    }
    return line
  }

  private mutating func take(_ cells: [[UInt8]], _ raw: RawRecord, _ bytes: Range<Int>) throws {
    var texts: [String] = []
    for cell in cells {
      guard !cell.contains(0), let text = String(validating: cell, as: UTF8.self) else {
        return try reject(raw, .notUTF8, "is not UTF-8 text")
      }
      texts.append(text)
    }
    guard let columns else {
      columns = try BoxColumns(texts, file: file)
      width = texts.count
      return
    }
    guard texts.count == width else {
      return try reject(raw, .badRow, "has \(texts.count) columns; the header has \(width)")
    }
    let name = texts[columns.image]
    if name.isEmpty { return try reject(raw, .missingField, "names no picture") }
    if found[name] == nil { order.append(name) }
    // Taken out while it grows: a list that stands in two places is copied with each region.
    var picture = found.removeValue(forKey: name) ?? Picture(line: raw.line, bytes: bytes)
    let size = columns.size.flatMap { PictureSize(PixelNumber.read(texts[$0.0]), PixelNumber.read(texts[$0.1])) }
    if let size { picture.size = size }
    take(texts, columns, raw.line, into: &picture.proposal)
    found[name] = picture
  }

  private func take(
    _ texts: [String], _ columns: BoxColumns, _ line: Int, into proposal: inout PictureRecord.Proposal
  ) {
    let cells = columns.sides.map { texts[$0] }
    if cells.allSatisfy(\.isEmpty) { return }
    let sides = cells.compactMap { PixelNumber.read($0) }
    guard sides.count == 4 else { return proposal.fail("line \(line) has a side that is no number of pixels") }
    let start = RegionPoint(x: sides[0], y: sides[1])
    let end =
      columns.hasLengths
      ? RegionPoint(x: sides[0] + sides[2], y: sides[1] + sides[3]) : RegionPoint(x: sides[2], y: sides[3])
    let region = images.region(columns.label.map { texts[$0] } ?? "", .box, [start, end], in: file)
    if images.isWhole(region, in: file) { proposal.regions.append(region) }
  }

  private func reject(_ raw: RawRecord, _ kind: Rejection.Kind, _ reason: String) throws {
    try images.reject(raw, Rejection(kind, reason), of: PicturePlace(inFolder: "", input: file))
  }

  private static func text(of cell: RowScanner.Cell, _ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var text: [UInt8] = []
    var at = cell.start
    while at < cell.end {
      text.append(bytes[at])
      at += cell.hasPairs && bytes[at] == 0x22 ? 2 : 1
    }
    return text
  }
}
