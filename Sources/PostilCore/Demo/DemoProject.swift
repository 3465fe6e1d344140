import PostilModel

/// A project that `postil demo` makes: records written for it, questions, a page of guidelines, and keys to try.
public struct DemoProject: Sendable {
  /// The word after `--template`.
  public let name: String
  /// The text of `postil.toml`.
  public let configuration: String
  /// The text of `guidelines.md`.
  public let guidelines: String
  /// The records as lines of JSON, as `postil import` reads them.
  public let records: String
  /// Keys for a desk without a terminal, by their names in `keys.toml`.
  public let keyScript: [String]
  /// The pictures that the records name, by their files' names.
  let pictures: @Sendable () -> [(name: String, bytes: [UInt8])]

  init(
    name: String, configuration: String, guidelines: String, records: String, keyScript: [String],
    pictures: @escaping @Sendable () -> [(name: String, bytes: [UInt8])] = { [] }
  ) {
    self.name = name
    self.configuration = configuration
    self.guidelines = guidelines
    self.records = records
    self.keyScript = keyScript
    self.pictures = pictures
  }

  /// What names the project: always the same, so that the order of responses is, and with it the pictures of documentation.
  public var identifier: String { "postil-demo-" + name }

  /// The file with the records, beside `postil.toml`.
  public static let recordsFileName = "demo.jsonl"

  /// All demos; the first is the one that is made when none is named.
  public static let all: [DemoProject] = [.reviews, .preference, .boxes]

  /// Writes `postil.toml`, `guidelines.md`, `demo.jsonl` and the pictures into a folder, which is made if it is not there.
  ///
  /// - Throws: `FileError`; when one of the files exists, nothing is written.
  public func write(to folder: String) throws(FileError) {
    let files = [
      (ProjectFile.fileName, configuration), (NewProjectFiles.guidelinesName, guidelines),
      (Self.recordsFileName, records),
    ]
    try NewProjectFiles.write(files.map { ($0.0, Array($0.1.utf8)) } + pictures(), to: folder)
  }

  /// Objects as lines of JSON.
  static func lines(_ objects: [JSONObject]) -> String {
    var bytes: [UInt8] = []
    for object in objects {
      JSONWriter.append(object, to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
