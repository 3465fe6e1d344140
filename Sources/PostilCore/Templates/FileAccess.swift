import Glibc

/// Reads and writes small files, with errors worded for people.
enum FileAccess {
  /// Whether there is anything at a path, a dangling link included.
  static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// The bytes of a file.
  static func read(_ path: String, atMost limit: Int) throws(ProjectFolderError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .notFound(path: path) : .unreadable(path: path, reason: words(errno))
    }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .unreadable(path: path, reason: words(errno)) }
      bytes += buffer[..<count]
      guard bytes.count <= limit else { throw .unreadable(path: path, reason: "more than \(limit >> 20) MB") }
    }
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ folder: String) throws(ProjectFolderError) {
    var made = folder.hasPrefix("/") ? "/" : ""
    for part in folder.split(separator: "/") {
      made = made.isEmpty || made == "/" ? made + part : made + "/" + part
      guard mkdir(made, 0o777) != 0 else { continue }
      let reason = errno
      var status = stat()
      guard stat(made, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        throw .unwritable(path: made, reason: words(reason == EEXIST ? ENOTDIR : reason))
      }
    }
  }

  /// Writes a text to a file that is not there yet.
  static func writeNew(_ text: String, to path: String) throws(ProjectFolderError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else {
      throw errno == EEXIST ? .alreadyExists(path: path) : .unwritable(path: path, reason: words(errno))
    }
    var text = text
    let failure = text.withUTF8 { write(UnsafeRawBufferPointer($0), to: file) }
    let isClosed = close(file) == 0
    guard failure == 0, isClosed else {
      let reason = words(failure == 0 ? errno : failure)
      // Half a file would be taken for a whole one by the next reader.
      unlink(path)
      throw .unwritable(path: path, reason: reason)
    }
  }

  /// The system's words for an error number.
  static func words(_ code: Int32) -> String { String(cString: strerror(code)) }

  /// Writes all bytes; 0 or the error number.
  private static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Int32 {
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(file, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return errno }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
    }
    return 0
  }
}
