/// Finds the pictures that files name: beside the file, in the folders that are customary beside it, or in the project.
struct PictureFinder {
  /// Endings of pictures' names.
  static let suffixes = ["jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "webp"]
  private static let folders = ["", "images/", "JPEGImages/", "../images/", "../JPEGImages/"]

  private let media: MediaPaths?
  private let isProjectFirst: Bool
  /// Whether pictures can be looked for: an import into a project's folder.
  var isAble: Bool { media != nil }

  /// - Parameter isProjectFirst: Whether a picture in the project is meant before one beside the file: tasks that are
  ///   there already are found by their pictures.
  init(_ media: MediaPaths?, isProjectFirst: Bool = false) {
    self.media = media
    self.isProjectFirst = isProjectFirst
  }

  /// Whether a name ends as a picture's.
  static func isPicture(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return false }
    return suffixes.contains(name[name.index(after: dot)...].lowercased())
  }

  /// A path without the ending of its last part.
  static func stem(_ path: String) -> String {
    let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    guard let dot = path[start...].lastIndex(of: "."), dot != start else { return path }
    return String(path[..<dot])
  }

  /// The last part of a path.
  static func base(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The folder of a path, with a slash at its end; empty when it is none.
  static func folder(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// The path of a picture as it is kept, or nil when no such file is found.
  ///
  /// - Parameters:
  ///   - names: What it may be called, from anywhere.
  ///   - folder: Where the file is that names it, with a slash at its end; nil for standard input.
  ///   - inner: The same from the folder that is imported.
  ///   - others: More folders to look in, from that of the file.
  func find(_ names: [String], from folder: String?, inner: String = "", others: [String] = []) -> String? {
    guard media != nil else { return nil }
    var tried: [String] = []
    for name in names.flatMap(Self.spellings) where !tried.contains(name) {
      tried.append(name)
      if name.hasPrefix("/") {
        if let path = media?.kept(existing: name) { return path }
        continue
      }
      var found = isProjectFirst ? inProject(name, inner) : nil
      if let folder { found = found ?? beside(name, folder, others) }
      found = found ?? inProject(name, inner)
      if let folder { found = found ?? media?.kept(existing: "\(folder)../\(name)") }
      if let found { return found }
    }
    return nil
  }

  private func beside(_ name: String, _ folder: String, _ others: [String]) -> String? {
    for other in Self.folders + others {
      if let path = media?.kept(existing: folder + other + name) { return path }
    }
    return nil
  }

  private func inProject(_ name: String, _ inner: String) -> String? {
    guard let media else { return nil }
    for other in (inner.isEmpty ? [] : [inner]) + ["", "images/", "JPEGImages/"] {
      if let path = media.kept(existing: "\(media.project)/\(other)\(name)") { return path }
    }
    return nil
  }

  /// A name as it stands, with slashes for the other system's, its last part, and that without the sign that Label
  /// Studio puts before names: eight hexadecimal digits and `-` or `__`.
  private static func spellings(_ name: String) -> [String] {
    guard !name.isEmpty, !name.utf8.contains(0) else { return [] }
    let slashed = String(name.map { $0 == "\\" ? "/" : $0 })
    let last = base(slashed)
    var names = [name, slashed, last]
    let rest = last.dropFirst(8)
    if last.prefix(8).allSatisfy(\.isHexDigit) {
      if rest.hasPrefix("-") { names.append(String(rest.dropFirst())) }
      if rest.hasPrefix("__") { names.append(String(rest.dropFirst(2))) }
    }
    return names.filter { !$0.isEmpty }
  }

  /// Where a kept path leads to.
  func place(of path: String) -> String { media.map { MediaPaths.place(of: path, in: $0.project) } ?? path }
}
