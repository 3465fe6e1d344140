import PostilConfiguration
public import PostilModel

/// A folder with a project: `postil.toml`, the guidelines, the database.
public struct ProjectFolder: Sendable, Hashable {
  /// The name of the database in it.
  public static let databaseName = "postil.db"

  /// The folder's path.
  public let path: String

  /// The project of a folder that was named.
  ///
  /// - Throws: `ProjectFolderError.none` when it has no `postil.toml`.
  public init(_ path: String) throws(ProjectFolderError) {
    guard Files.exists(path + "/" + ProjectFile.fileName) else { throw .none(path, isNamed: true) }
    self.path = Files.absolute(path)
  }

  /// The project of a folder or of its nearest parent that has one.
  ///
  /// - Throws: `ProjectFolderError.none` when none of them has a `postil.toml`.
  public static func nearest(to start: String) throws(ProjectFolderError) -> ProjectFolder {
    var folder = Files.absolute(start)
    while true {
      if Files.exists(folder + "/" + ProjectFile.fileName) { return try ProjectFolder(folder) }
      guard let end = folder.lastIndex(of: "/"), folder != "/" else { throw .none(start, isNamed: false) }
      folder = end == folder.startIndex ? "/" : String(folder[..<end])
    }
  }

  /// The path of `postil.toml`.
  public var projectFilePath: String { path + "/" + ProjectFile.fileName }
  /// The path of the database.
  public var databasePath: String { path + "/" + Self.databaseName }

  /// Reads `postil.toml`.
  ///
  /// - Throws: `FileError`, or `ConfigurationError` with all that is wrong in it.
  public func readProjectFile() throws -> ProjectFile {
    try ProjectFile(try Files.read(projectFilePath), file: ProjectFile.fileName)
  }

  /// Reads the guidelines; empty when there is no such file.
  public func readGuidelines(of project: Project) -> Guidelines {
    guard let bytes = try? Files.read(path + "/" + project.guidelinesPath) else {
      return Guidelines(text: "", version: "")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return Guidelines(text: text, version: GuidelinesVersion(of: text).description)
  }
}
