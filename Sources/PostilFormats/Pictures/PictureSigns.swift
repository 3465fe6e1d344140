/// By what a format of pictures is known, in projects that show some.
struct PictureSigns: Sendable {
  /// Whether a folder is of the format.
  var folder: (@Sendable (FolderSight) throws -> Bool)?
  /// Whether a file of JSON is, by its first object.
  var json: (@Sendable (JSONSight) -> Bool)?
  /// Whether a table is, by its columns.
  var table: (@Sendable (_ columns: [String], RecordLayout) -> Bool)?
  /// Whether it is meant only where no format fits that says what is marked on pictures.
  var isLast = false
}

/// What there is to see of a folder.
struct FolderSight {
  /// The files below it, by their paths from it.
  let files: [String]
  /// Those of them that are pictures by their names.
  let pictures: [String]
  /// The project.
  let layout: RecordLayout
  private let path: String

  init(_ input: ByteInput, _ files: [String], for layout: RecordLayout) {
    self.files = files
    self.layout = layout
    path = input.name
    pictures = files.filter(PictureFinder.isPicture)
  }

  /// The first file with an ending.
  func first(_ suffix: String) -> String? { files.first { $0.lowercased().hasSuffix(suffix) } }

  /// The beginning of a file, seen as JSON.
  func json(_ file: String) throws -> JSONSight? {
    let input = try ByteInput(path: "\(path)/\(file)")
    // The bytes are the input's, which would go after its last use.
    return try withExtendedLifetime(input) { JSONSight(try input.peek(1 << 16)) }
  }
}

/// What there is to see of a file of JSON.
struct JSONSight {
  /// Whether it is a list of objects.
  let isList: Bool
  /// The keys of the first object, as far as the beginning of the file reaches.
  let keys: Set<String>

  /// Looks at the beginning of a file; nil when there is nothing but blanks.
  init?(_ beginning: UnsafeRawBufferPointer) {
    guard let start = beginning.firstIndex(where: { $0 > 0x20 }) else { return nil }
    isList = beginning[start] == UInt8(ascii: "[")
    keys = Self.keys(of: UnsafeRawBufferPointer(rebasing: beginning[(isList ? start + 1 : start)...]))
  }

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
