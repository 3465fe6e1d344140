import Glibc
public import PostilModel

/// A project's folder and the files in it that people write.
public struct ProjectFolder: Sendable {
  /// What a folder says about its project.
  public struct Contents: Sendable {
    /// `postil.toml`, read and checked.
    public let file: ProjectFile
    /// The Markdown text of the guidelines; nil when there is no such file.
    public let guidelines: String?
  }

  /// The database's name in a project's folder.
  public static let databaseName = "postil.db"
  /// The guidelines' name in a new project.
  public static let guidelinesName = "guidelines.md"

  /// The folder's path.
  public let path: String

  /// The folder of a path, there or not.
  public init(_ path: String) { self.path = path.isEmpty ? "." : path }

  /// The path of the project database.
  public var databasePath: String { self.path(of: Self.databaseName) }

  /// The path of a file in the folder.
  public func path(of name: String) -> String {
    path == "." ? name : path.hasSuffix("/") ? path + name : path + "/" + name
  }

  /// The nearest folder that has a `postil.toml`: the given one or one above it. Nil when there is none.
  ///
  /// - Parameter start: an absolute path.
  public static func nearest(to start: String) -> ProjectFolder? {
    var parts = start.split(separator: "/")
    while true {
      let folder = ProjectFolder("/" + parts.joined(separator: "/"))
      if FileAccess.isThere(folder.path(of: ProjectFile.fileName)) { return folder }
      if parts.popLast() == nil { return nil }
    }
  }

  /// Reads `postil.toml` and the guidelines that it names.
  ///
  /// - Throws: `ProjectFolderError`; a wrong `postil.toml` with all that is wrong in it.
  public func read() throws(ProjectFolderError) -> Contents {
    let path = path(of: ProjectFile.fileName)
    let bytes: [UInt8]
    do throws(ProjectFolderError) { bytes = try FileAccess.read(path, atMost: Self.largest) } catch {
      if case .notFound = error { throw .noProject(folder: self.path) }
      throw error
    }
    let file: ProjectFile
    do throws(ConfigurationError) { file = try ProjectFile(bytes, file: path) } catch { throw .wrong(error) }
    return Contents(file: file, guidelines: try readGuidelines(file.project.guidelinesPath))
  }

  /// Reads a guidelines file; nil when there is none. Bytes that are no UTF-8 become U+FFFD.
  func readGuidelines(_ name: String) throws(ProjectFolderError) -> String? {
    do throws(ProjectFolderError) {
      return String(decoding: try FileAccess.read(path(of: name), atMost: Self.largest), as: UTF8.self)
    } catch {
      if case .notFound = error { return nil }
      throw error
    }
  }

  /// Writes texts as new files; the folder is made if it is not there.
  ///
  /// - Throws: `ProjectFolderError`; when one of the files exists, none is written.
  func write(_ files: [(name: String, text: String)]) throws(ProjectFolderError) {
    try FileAccess.makeFolder(path)
    let paths = files.map { path(of: $0.name) }
    // A dangling link counts as a file: whoever made it will not expect it to be followed.
    for path in paths where FileAccess.isThere(path) { throw .alreadyExists(path: path) }
    for (path, file) in zip(paths, files) { try FileAccess.writeNew(file.text, to: path) }
  }

  /// More than anybody writes by hand; keeps a wrong path from filling the memory.
  private static let largest = 16 << 20
}
