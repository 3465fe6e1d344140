import PostilModel

/// The formats that Postil knows. A new format is one line here, and a reader or a writer in a file of its own.
public enum Formats {
  /// All formats, in the order in which documentation lists them.
  public static let all: [Format] =
    [
      Format(
        name: "jsonl", title: "JSON Lines: one object a line; loses nothing", suffixes: ["jsonl", "ndjson", "jl"],
        makeReader: { JSONLinesReader() }, makeWriter: { JSONLinesWriter($0) }),
      Format(
        name: "json", title: "a JSON array of objects", suffixes: ["json"],
        makeReader: { JSONArrayReader() }),
      Format(
        name: "csv", title: "comma-separated values; a row an annotation", suffixes: ["csv"],
        makeReader: { DelimitedReader(delimiter: UInt8(ascii: ",")) },
        makeWriter: { DelimitedWriter($0, delimiter: UInt8(ascii: ",")) }),
      Format(
        name: "tsv", title: "tab-separated values; a row an annotation", suffixes: ["tsv", "tab"],
        makeReader: { DelimitedReader(delimiter: UInt8(ascii: "\t")) },
        makeWriter: { DelimitedWriter($0, delimiter: UInt8(ascii: "\t")) }),
      Format(
        name: "text", title: "plain text, a record a line", suffixes: ["txt", "text"],
        makeReader: { TextLinesReader(isWholeFile: false) }),
      Format(
        name: "text-file", title: "plain text, a record a file",
        makeReader: { TextLinesReader(isWholeFile: true) }),
      Format(
        name: "rows", title: "JSON Lines: one flat row for each submitted annotation, to load as a table",
        makeWriter: { RowsWriter($0) }),
      Format(
        name: "resolutions", title: "JSON Lines: final answers, how each came about, and what each annotator had said",
        makeWriter: { ResolutionsWriter($0) }),
    ] + TrainingFormats.all + PictureFormats.all

  /// The names of the formats that can be read.
  public static var importNames: [String] { all.filter { $0.makeReader != nil }.map(\.name) }

  /// The names of the formats that can be written.
  public static var exportNames: [String] { all.filter { $0.makeWriter != nil }.map(\.name) }

  /// The names of the formats of pictures and of what is marked on them.
  public static let ofPictures = Set(PictureFormats.all.map(\.name))

  /// The format of a name, to read.
  ///
  /// - Throws: `TransferError.unknownFormat` with those that can be read, `.wrongDirection` for one that cannot.
  public static func toImport(_ name: String) throws(TransferError) -> Format {
    try named(name, to: "import", known: importNames)
  }

  /// The format of a name, to write.
  ///
  /// - Throws: `TransferError.unknownFormat` with those that can be written, `.wrongDirection` for one that cannot.
  public static func toExport(_ name: String) throws(TransferError) -> Format {
    try named(name, to: "export", known: exportNames)
  }

  private static func named(_ name: String, to direction: String, known: [String]) throws(TransferError) -> Format {
    guard let format = all.first(where: { $0.name == name }) else { throw .unknownFormat(name: name, known: known) }
    guard known.contains(name) else { throw .wrongDirection(format: name, wanted: direction, known: known) }
    return format
  }

  /// The format of an input: by the ending of its name, and where that says too little by its first bytes.
  ///
  /// In a project of conversations or responses, the keys of the first JSON object tell a format of preferences.
  ///
  /// A folder is one of pictures, or of what was marked on them.
  ///
  /// - Throws: `TransferError.unrecognised`, or `.ambiguous` when it may be one of several.
  public static func recognise(_ input: ByteInput, for layout: RecordLayout) throws -> Format {
    if let files = input.files { return try PictureRecognition.format(ofFolder: input, files, for: layout) }
    let general = try generalFormat(of: input, for: layout)
    if ["jsonl", "json", "csv", "tsv"].contains(general.name),
      let found = try PictureRecognition.format(of: input, general: general, for: layout)
    {
      return found
    }
    guard general.name == "jsonl" || general.name == "json" else { return general }
    return try FormatSigns.format(of: input, for: layout) ?? general
  }

  /// The names of the formats of preferences whose keys a record has; none for what is no JSON object.
  public static func resembling(_ record: [UInt8]) -> [String] {
    record.withUnsafeBytes { bytes in
      (try? SourceSplitter().object(bytes, isPadded: false)).map(FormatSigns.names(for:)) ?? []
    }
  }

  /// The format by the name and the first byte alone.
  private static func generalFormat(of input: ByteInput, for layout: RecordLayout) throws -> Format {
    let found = format(forName: input.name)
    let beginning = try input.peek(1 << 16)
    let first = beginning.first { $0 != 0x20 && !(0x09...0x0D).contains($0) }
    if let found, found.name != "json" { return found }
    switch first {
    case UInt8(ascii: "["): return try toImport("json")
    case UInt8(ascii: "{"): return try toImport(hasObjectLine(beginning) ? "jsonl" : "json")
    default: break
    }
    if let found { return found }
    if let table = try tableFormat(beginning, layout) { return table }
    throw TransferError.unrecognised(name: input.name, known: importNames)
  }

  /// The format that the ending of a file's name stands for.
  public static func format(forName name: String) -> Format? {
    var parts = name.split(separator: "/").last?.split(separator: ".").map { $0.lowercased() } ?? []
    if parts.last == "gz" { parts.removeLast() }
    guard parts.count > 1, let suffix = parts.last else { return nil }
    return all.first { $0.suffixes.contains(suffix) }
  }

  /// Whether the first line that is not blank ends as an object does.
  private static func hasObjectLine(_ beginning: UnsafeRawBufferPointer) -> Bool {
    let line = beginning.split(separator: 0x0A).first { $0.contains { $0 > 0x20 } }
    return line?.last { $0 > 0x20 } == UInt8(ascii: "}")
  }

  /// A table, when the first line has a column for each required field.
  private static func tableFormat(_ beginning: UnsafeRawBufferPointer, _ layout: RecordLayout) throws -> Format? {
    guard let line = beginning.split(separator: 0x0A).first else { return nil }
    let header = String(decoding: line, as: UTF8.self)
    for (name, separators) in [("tsv", "\t"), ("csv", ",;")] {
      let cells = header.split { separators.contains($0) }.map { $0.filter { !"\"\r ".contains($0) } }
      let wanted = layout.fields.filter(\.isRequired).map { layout.column(for: $0.name) }
      if !wanted.isEmpty, wanted.allSatisfy(cells.contains) { return try toImport(name) }
    }
    return nil
  }
}
