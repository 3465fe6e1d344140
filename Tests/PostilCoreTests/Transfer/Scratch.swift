import Glibc
import PostilCore
import PostilFormats
import PostilModel
import PostilStore
import PostilTestSupport

/// A fresh folder with an empty project, removed at the end.
final class Scratch {
  private let home: TemporaryFolder
  let store: ProjectStore
  let project: Project
  static let moment = Timestamp(milliseconds: 1_769_850_300_000)

  init(_ project: Project = Scratch.reviews) throws {
    home = try TemporaryFolder()
    store = try ProjectStore.create(atPath: home.path(of: "postil.db"), identifier: "test")
    self.project = project
  }

  var folder: String { home.path }

  var names: [String] { Files.names(in: folder) }

  func write(_ name: String, _ bytes: some Sequence<UInt8>) -> String {
    let path = folder + "/" + name
    let all = Array(bytes)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var at = 0
    while at < all.count {
      at += max(0, all[at...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) })
    }
    close(descriptor)
    return path
  }

  func read(_ path: String) -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    var all: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &room, room.count)
      if count <= 0 { return all }
      all += room[..<count]
    }
  }

  func text(_ name: String) -> String { String(decoding: read(folder + "/" + name), as: UTF8.self) }

  func rejects(_ name: String) throws -> [JSONObject] {
    let parser = JSONParser()
    return try text(name).split(separator: "\n").compactMap { try parser.parse(String($0)).object }
  }

  func load(_ files: String..., options: ImportOptions = ImportOptions()) throws -> ImportSummary {
    var options = options
    options.rejectsFolder = folder
    return try Importer(project: project, store: store, now: Self.moment).run(files, options: options)
  }

  func export(_ name: String, _ format: String? = nil, _ change: (inout ExportOptions) -> Void = { _ in }) throws
    -> ExportSummary
  {
    var options = ExportOptions(path: folder + "/" + name)
    options.format = format
    change(&options)
    return try Exporter(project: project, store: store, now: Self.moment, token: "t").run(options)
  }

  static let reviews = Project(
    name: "Reviews", fields: [FieldDefinition(name: "text")],
    questions: [
      Question(name: "sentiment", kind: LabelQuestion(choices: [Choice(name: "positive"), Choice(name: "negative")])),
      Question(name: "why", isRequired: false, kind: TextQuestion()),
    ])
}
