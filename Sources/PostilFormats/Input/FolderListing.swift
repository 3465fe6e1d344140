import Glibc

/// The files below a folder.
struct FolderListing {
  private static let deepest = 64

  /// Something below the folder that is no file to be read.
  struct Absence: Hashable {
    let path: String
    /// What such things are called.
    let kind: String
  }

  /// Paths from the folder.
  let files: [String]
  /// What cannot be read as a file, nor gone through as a folder.
  let absences: [Absence]

  /// The files' paths from the folder, in the order of their names, folder by folder. Hidden ones are left out; a link to a
  /// folder is followed unless it leads to one that has been listed already.
  ///
  /// - Throws: `TransferError.file` when the folder itself cannot be read.
  init(of folder: String) throws(TransferError) {
    guard let names = Self.names(in: folder) else { throw TransferError.system(folder, "read") }
    var walk = Walk(folder: folder)
    walk.isNew(folder)
    walk.list(names, below: "", depth: 0)
    (files, absences) = (walk.files, walk.absences)
  }

  /// The names in a folder, sorted; nil when it cannot be read. A name that is not UTF-8 has replacement characters.
  private static func names(in path: String) -> [String]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// One walk, with the folders that it has been in.
  private struct Walk {
    let folder: String
    var files: [String] = []
    var absences: [Absence] = []
    private var visited: Set<[UInt64]> = []

    init(folder: String) { self.folder = folder }

    /// Whether a folder is met for the first time.
    @discardableResult mutating func isNew(_ path: String) -> Bool {
      var status = stat()
      guard stat(path, &status) == 0 else { return false }
      return visited.insert([UInt64(status.st_dev), UInt64(status.st_ino)]).inserted
    }

    mutating func list(_ names: [String], below prefix: String, depth: Int) {
      for name in names {
        let path = "\(folder)/\(prefix)\(name)"
        var status = stat()
        guard stat(path, &status) == 0 else {
          let isUnreadable = name.unicodeScalars.contains("\u{FFFD}")
          miss(prefix + name, isUnreadable ? "names that are not UTF-8" : "links that lead nowhere")
          continue
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: files.append(prefix + name)
        case S_IFDIR:
          guard depth < FolderListing.deepest, isNew(path) else { continue }
          guard let inner = FolderListing.names(in: path) else {
            miss(prefix + name, "folders that cannot be read")
            continue
          }
          list(inner, below: "\(prefix)\(name)/", depth: depth + 1)
        default: miss(prefix + name, "pipes, devices and the like")
        }
      }
    }

    private mutating func miss(_ path: String, _ kind: String) { absences.append(Absence(path: path, kind: kind)) }
  }
}
