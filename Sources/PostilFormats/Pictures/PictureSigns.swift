import PostilModel

/// Tells formats of pictures, for projects that show some.
enum PictureSigns {
  /// The format of a folder: what there is of annotations in it, else its pictures.
  ///
  /// - Throws: `TransferError.unrecognised` when there is neither.
  static func format(ofFolder input: ByteInput, _ files: [String], for layout: RecordLayout) throws -> Format {
    func has(_ suffix: String) -> Bool { files.contains { $0.lowercased().hasSuffix(suffix) } }
    let pictures = files.filter(PictureFinder.isPicture)
    if has(".xml") { return try Formats.toImport(VOCReader.name) }
    if let file = files.first(where: { $0.lowercased().hasSuffix(".json") }) {
      // Other files in JSON are not of one picture each: they are imported by their names.
      let first = try ByteInput(path: "\(input.name)/\(file)")
      let keys = keys(of: try first.peek(1 << 16))
      guard keys.contains("shapes") || keys.contains("imagePath") else {
        throw TransferError.unrecognised(name: input.name, known: PictureFormats.ofFolders)
      }
      return try Formats.toImport(LabelmeReader.name)
    }
    if files.contains(where: { ["classes.txt", "obj.names", "data.yaml"].contains(PictureFinder.base($0)) }) {
      return try Formats.toImport(YOLOReader.name)
    }
    guard !pictures.isEmpty else { throw TransferError.unrecognised(name: input.name, known: PictureFormats.ofFolders) }
    let stems = Set(pictures.map(PictureFinder.stem))
    if files.contains(where: { $0.hasSuffix(".txt") && stems.contains(PictureFinder.stem($0)) }) {
      return try Formats.toImport(YOLOReader.name)
    }
    return try Formats.toImport(areClasses(pictures, layout) ? "image-folders" : "images")
  }

  /// Whether each picture is in a folder with the name of a label.
  private static func areClasses(_ pictures: [String], _ layout: RecordLayout) -> Bool {
    let asked = layout.questions.first { $0.kind is LabelQuestion || $0.kind is LabelsQuestion }
    guard let labels = asked.map({ Set($0.kind.choices.map(\.name)) }) else { return false }
    return pictures.allSatisfy { PictureFolderReader.label(of: $0).map(labels.contains) ?? false }
  }

  /// The format of a file that is JSON or a table by its name or first byte; nil when it is the project's own, or
  /// nothing tells.
  static func format(of input: ByteInput, general: Format, for layout: RecordLayout) throws -> Format? {
    guard layout.fields.contains(where: { $0.kind == .image }) else { return nil }
    if general.name == "csv" || general.name == "tsv" { return try table(input, layout) }
    let beginning = try input.peek(1 << 16)
    let start = beginning.firstIndex { $0 > 0x20 }
    guard let start else { return nil }
    let isList = beginning[start] == UInt8(ascii: "[")
    let keys = keys(of: UnsafeRawBufferPointer(rebasing: beginning[(isList ? start + 1 : start)...]))
    if layout.fields.contains(where: { keys.contains($0.name) }) || keys.contains("fields") { return nil }
    if isList {
      let isTask = keys.contains("data") && !keys.isDisjoint(with: ["annotations", "predictions", "completions"])
      return isTask ? try Formats.toImport(LabelStudioReader.name) : nil
    }
    if keys.contains("shapes") || keys.contains("imagePath") { return try Formats.toImport(LabelmeReader.name) }
    // Of a large file only the first keys are in reach.
    let first: Set = ["info", "licenses", "images", "annotations", "categories"]
    return !keys.isEmpty && keys.intersection(first).count >= min(2, keys.count)
      && keys.isSubset(of: first.union(["type"]))
      ? try Formats.toImport(COCOReader.name) : nil
  }

  private static func table(_ input: ByteInput, _ layout: RecordLayout) throws -> Format? {
    guard layout.questions.contains(where: { $0.kind is BoxesQuestion }) else { return nil }
    let line = try input.peek(1 << 16).prefix { $0 != 0x0A }
    let cells = String(decoding: line, as: UTF8.self).split(omittingEmptySubsequences: false) { ",;\t\r".contains($0) }
    return BoxColumns.fit(cells.map { $0.filter { $0 != "\"" } }) ? try Formats.toImport(BoxesCSVReader.name) : nil
  }

  /// The keys of the object here, as far as its beginning reaches.
  private static func keys(of beginning: UnsafeRawBufferPointer) -> Set<String> {
    var walker = JSONWalker(beginning)
    var keys: Set<String> = []
    guard walker.enter("{") else { return keys }
    while walker.peek() != 0, walker.next() {
      let key = walker.key()
      if key.isEmpty { break }
      keys.insert(String(decoding: key, as: UTF8.self))
      _ = walker.value()
    }
    return keys
  }
}
