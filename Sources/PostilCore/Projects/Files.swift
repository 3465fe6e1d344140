import Glibc

/// Small files, whole: reading and writing with the system's calls, so that nothing heavier is loaded at the start.
public enum Files {
  /// The bytes of a file.
  public static func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("read", path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError("read", path) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size) + 1)
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      guard count > 0 || errno == EINTR else { throw FileError("read", path) }
      if count > 0 { bytes.append(contentsOf: buffer[..<count]) }
    }
  }

  /// Writes a new file; fails when there is one already.
  ///
  /// - Parameter permissions: of the new file, less the process's mask.
  public static func create(_ path: String, _ bytes: [UInt8], permissions: UInt32 = 0o666) throws(FileError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions)
    guard descriptor >= 0 else { throw FileError("write", path) }
    var failure: FileError?
    do throws(FileError) { try write(bytes, to: descriptor, path: path) } catch { failure = error }
    if close(descriptor) != 0, failure == nil { failure = FileError("write", path) }
    if let failure { throw failure }
  }

  /// Writes all bytes to an open file.
  public static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileError) {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: start), $0.count - start)
      }
      guard count > 0 || errno == EINTR else { throw FileError("write", path) }
      start += max(0, count)
    }
  }

  /// Makes a folder and those above it.
  public static func makeFolder(_ path: String, permissions: UInt32 = 0o777) throws(FileError) {
    if isFolder(path) { return }
    if let end = path.lastIndex(of: "/"), end > path.startIndex {
      try makeFolder(String(path[..<end]), permissions: permissions)
    }
    guard mkdir(path, permissions) == 0 || errno == EEXIST else { throw FileError("make the folder", path) }
    guard isFolder(path) else { throw FileError("make the folder", path, reason: "there is a file of that name") }
  }

  /// Removes a file; nothing happens when there is none.
  public static func remove(_ path: String) { unlink(path) }

  /// Whether there is something at a path.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether there is a folder at a path.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a path leads to a file with bytes of its own, not a folder, pipe or device; nil when there is nothing.
  static func isPlainFile(_ path: String) -> Bool? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT == S_IFREG : nil
  }

  /// The names in a folder, sorted; empty when it cannot be read.
  public static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The folder in which the program runs.
  public static var currentFolder: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }

  /// A path from the root, without `.`, `..` and links where it exists.
  public static func absolute(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    return path.hasPrefix("/") ? path : currentFolder + "/" + path
  }
}
