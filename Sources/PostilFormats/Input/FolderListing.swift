import Glibc

/// The files below a folder.
enum FolderListing {
  private static let deepest = 64

  /// Their paths from the folder, in the order of their names, folder by folder. Hidden ones are left out; a link to a
  /// folder is followed unless it leads to one that has been listed already.
  ///
  /// - Throws: `TransferError.file` when the folder itself cannot be read.
  static func files(in folder: String) throws(TransferError) -> [String] {
    guard let names = names(in: folder) else { throw TransferError.system(folder, "read") }
    var walk = Walk(folder: folder)
    walk.isNew(folder)
    walk.list(names, below: "", depth: 0)
    return walk.files
  }

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
        guard stat(path, &status) == 0 else { continue }
        switch status.st_mode & S_IFMT {
        case S_IFREG: files.append(prefix + name)
        case S_IFDIR:
          guard depth < FolderListing.deepest, isNew(path), let inner = FolderListing.names(in: path) else { continue }
          list(inner, below: "\(prefix)\(name)/", depth: depth + 1)
        default: continue
        }
      }
    }
  }
}
