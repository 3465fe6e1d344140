import Glibc

/// Finds the files that records name: beside the project, absolute, or beside the file that is imported.
public struct MediaPaths: Sendable {
  /// The project's folder.
  public var project: String
  /// The folder of the file that is read.
  public var input = ""

  /// Paths of a project.
  public init(project: String) { self.project = project }

  /// The same while a file is read; standard input has no folder of its own.
  public func reading(_ file: String) -> MediaPaths {
    var paths = self
    paths.input = file == "-" ? "" : Self.folder(of: file)
    return paths
  }

  /// The path as it is kept: as it stands, unless it names a file only from the input's folder. Then it is made one that
  /// is found from the project, or absolute where it lies outside.
  public func kept(_ path: String) -> String {
    guard !path.hasPrefix("/"), !path.contains("://"), !input.isEmpty else { return path }
    guard !Self.isThere(project + "/" + path), Self.isThere(input + "/" + path) else { return path }
    guard let real = Self.real(input + "/" + path) else { return path }
    guard let root = Self.real(project), real.hasPrefix(root + "/") else { return real }
    return String(real.dropFirst(root.count + 1))
  }

  /// A file that is there, as it is kept: from the project where it lies in it, else absolute.
  public func kept(existing path: String) -> String? {
    guard Self.isThere(path), let real = Self.real(path) else { return nil }
    if let root = Self.real(project), real.hasPrefix(root + "/") { return String(real.dropFirst(root.count + 1)) }
    // A link within the project is how the project names what lies elsewhere.
    if path.hasPrefix(project + "/"), !path.contains("/../") { return String(path.dropFirst(project.count + 1)) }
    return real
  }

  /// Where a kept path leads to.
  public static func place(of path: String, in project: String) -> String {
    path.hasPrefix("/") ? path : project + "/" + path
  }

  /// The path of something that is there from the root, without links; as it stands where it is not there.
  static func absolute(_ path: String) -> String { real(path) ?? path }

  private static func folder(of file: String) -> String {
    guard let slash = file.lastIndex(of: "/") else { return "." }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }

  private static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}
