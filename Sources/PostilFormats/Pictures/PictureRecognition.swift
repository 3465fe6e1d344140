import PostilModel

/// Tells formats of pictures by their signs, for projects that show some.
enum PictureRecognition {
  /// The format of a folder: what there is of annotations in it, else its pictures.
  ///
  /// - Throws: `TransferError.unrecognised` when there is neither, `.ambiguous` when there are annotations of several.
  static func format(ofFolder input: ByteInput, _ files: [String], for layout: RecordLayout) throws -> Format {
    let sight = FolderSight(input, files, for: layout)
    func fitting(isLast: Bool) throws -> [Format] {
      try PictureFormats.all.filter { format in
        guard let signs = format.pictureSigns, signs.isLast == isLast else { return false }
        return try signs.folder?(sight) ?? false
      }
    }
    let marking = try fitting(isLast: false)
    if marking.count > 1 { throw TransferError.ambiguous(name: input.name, formats: marking.map(\.name)) }
    if let format = marking.first { return format }
    // Other files in JSON are not of one picture each: they are imported by their names.
    guard sight.first(".json") == nil, let format = try fitting(isLast: true).first else {
      throw TransferError.unrecognised(name: input.name, known: PictureFormats.ofFolders)
    }
    return format
  }

  /// The format of a file that is JSON or a table by its name or first byte; nil when it is the project's own, or
  /// nothing tells.
  static func format(of input: ByteInput, general: Format, for layout: RecordLayout) throws -> Format? {
    guard layout.fields.contains(where: { $0.kind == .image }) else { return nil }
    let beginning = try input.peek(1 << 16)
    if general.name == "csv" || general.name == "tsv" {
      let cells = String(decoding: beginning.prefix { $0 != 0x0A }, as: UTF8.self)
        .split(omittingEmptySubsequences: false) { ",;\t\r".contains($0) }
      let columns = cells.map { $0.filter { $0 != "\"" } }
      return PictureFormats.all.first { $0.pictureSigns?.table?(columns, layout) ?? false }
    }
    guard let sight = JSONSight(beginning), !sight.keys.contains("fields"),
      !layout.fields.contains(where: { sight.keys.contains($0.name) })
    else { return nil }
    return PictureFormats.all.first { $0.pictureSigns?.json?(sight) ?? false }
  }
}
