import Glibc
import PostilModel

/// Writes files into a folder that appears whole or not at all.
///
/// They go to a temporary folder beside, which `finish` renames. Without `finish` it is removed. A folder that is there
/// already and has something in it is never touched.
public final class FolderOutput {
  /// Bytes in all files.
  public private(set) var byteCount = 0
  /// The hash of the files in the order in which they were written: of each its name, a NUL byte and its bytes.
  public var hash: String { hasher.value.hexadecimal }

  private let path: String
  private let temporary: String
  private var files: [String] = []
  private var folders: [String]
  private var hasher = ContentHasher()
  private var isOpen = true
  private static let chunk = 1 << 18

  /// Makes the temporary folder. `token` makes its name unique.
  ///
  /// - Throws: `TransferError.file` when the folder cannot be made, or there is one with something in it.
  public init(path: String, token: String) throws {
    var bare = path
    while bare.count > 1, bare.hasSuffix("/") { bare.removeLast() }
    self.path = bare
    if let problem = Self.problem(with: bare) { throw TransferError.file(name: bare, action: "write", reason: problem) }
    temporary = "\(PictureFinder.folder(bare)).\(PictureFinder.base(bare)).\(token).tmp"
    folders = [temporary]
    guard mkdir(temporary, 0o777) == 0 else { throw TransferError.system(bare, "write") }
  }

  deinit { discard() }

  private static func problem(with path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFDIR else { return "there is a file of that name, and the format is a folder" }
    guard let folder = opendir(path) else { return String(cString: strerror(errno)) }
    defer { closedir(folder) }
    var count = 0
    while readdir(folder) != nil { count += 1 }
    return count > 2 ? "the folder is there already and is not empty; name a new one" : nil
  }

  /// Writes a file.
  ///
  /// - Throws: `TransferError.file`.
  public func write(_ file: OutputFile) throws {
    let target = "\(temporary)/\(file.name)"
    try makeFolders(above: file.name)
    let descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw TransferError.system("\(path)/\(file.name)", "write") }
    defer { close(descriptor) }
    files.append(target)
    for bytes in [Array(file.name.utf8), [0]] { bytes.withUnsafeBytes { hasher.update($0) } }
    guard let source = file.source else {
      return try file.bytes.withUnsafeBytes { try append($0, to: descriptor, file.name) }
    }
    try copy(source, to: descriptor, file.name)
  }

  private func copy(_ source: String, to descriptor: Int32, _ name: String) throws {
    // A pipe must not hold up an export.
    let other = open(source, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard other >= 0 else { throw TransferError.system(source, "read") }
    defer { close(other) }
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunk, alignment: 64)
    defer { room.deallocate() }
    while true {
      let count = Glibc.read(other, room.baseAddress, room.count)
      if count == 0 { return }
      if count > 0 {
        try append(UnsafeRawBufferPointer(rebasing: room[..<count]), to: descriptor, name)
      } else if errno != EINTR {
        throw TransferError.system(source, "read")
      }
    }
  }

  private func append(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, _ name: String) throws {
    var at = 0
    while at < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + at }, bytes.count - at)
      if count > 0 {
        at += count
      } else if errno != EINTR {
        throw TransferError.system("\(path)/\(name)", "write")
      }
    }
    byteCount += bytes.count
    hasher.update(bytes)
  }

  private func makeFolders(above name: String) throws {
    var place = temporary
    for part in name.split(separator: "/").dropLast() {
      place += "/\(part)"
      if mkdir(place, 0o777) == 0 {
        folders.append(place)
      } else if errno != EEXIST {
        throw TransferError.system("\(path)/\(name)", "write")
      }
    }
  }

  /// Ends the output: from here on the folder is there with all files.
  ///
  /// - Throws: `TransferError.file`.
  public func finish() throws {
    // One call for all: a call a file takes as long as the disk takes a write, ten thousand times. (Linux waits here
    // until everything is on disk.)
    sync()
    guard rename(temporary, path) == 0 else { throw TransferError.system(path, "write") }
    isOpen = false
    let above = PictureFinder.folder(path)
    let handle = open(above.isEmpty ? "." : above, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { return }
    fsync(handle)
    close(handle)
  }

  /// Gives the output up: nothing is left of it.
  public func discard() {
    guard isOpen else { return }
    isOpen = false
    for file in files { unlink(file) }
    for folder in folders.reversed() { rmdir(folder) }
  }
}
