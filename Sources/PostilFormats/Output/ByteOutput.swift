import Glibc
import PostilModel

/// Writes bytes to a file that appears whole or not at all, or to standard output (`-`); packed when the name ends in `.gz`.
///
/// The bytes go to a temporary file in the same folder, which `finish` brings to disk and renames. Without `finish` the
/// temporary file is removed and whatever stood there before stays.
public final class ByteOutput {
  /// What to call it in messages.
  public let name: String
  /// Bytes written, as they are in the file.
  public private(set) var byteCount = 0
  /// The hash of the file's bytes so far, as `xxhsum -H2` prints it.
  public var hash: String { hasher.value.hexadecimal }

  private let path: String?
  private let temporary: String
  private let descriptor: Int32
  private var deflater: Deflater?
  private var hasher = ContentHasher()
  private var isOpen = true

  /// Opens an output. `token` makes the temporary name unique: a random or process number.
  ///
  /// - Throws: `TransferError.file` when the file cannot be made.
  public init(path: String, token: String) throws {
    name = path
    guard path != "-" else {
      self.path = nil
      temporary = ""
      descriptor = STDOUT_FILENO
      return
    }
    self.path = path
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let file = slash.map { String(path[path.index(after: $0)...]) } ?? path
    temporary = "\(folder).\(file).\(token).tmp"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw TransferError.system(path, "write") }
    if path.hasSuffix(".gz") { deflater = Deflater() }
  }

  deinit { discard() }

  /// Appends bytes.
  ///
  /// - Throws: `TransferError.file` when the disk is full or the reader of a pipe has gone.
  public func write(_ bytes: UnsafeRawBufferPointer) throws {
    if let deflater { try deflater.pack(bytes, isLast: false, into: put) } else { try put(bytes) }
  }

  /// Ends the output: from here on the file is there, whole and on disk.
  ///
  /// - Throws: `TransferError.file`.
  public func finish() throws {
    try deflater?.pack(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true, into: put)
    guard let path else {
      isOpen = false
      return
    }
    guard fsync(descriptor) == 0 else { throw TransferError.system(name, "write") }
    guard rename(temporary, path) == 0 else { throw TransferError.system(name, "write") }
    isOpen = false
    close(descriptor)
    syncFolder(of: path)
  }

  /// Gives the output up: what stood there before stays.
  public func discard() {
    guard isOpen, path != nil else { return }
    isOpen = false
    close(descriptor)
    unlink(temporary)
  }

  private func put(_ bytes: UnsafeRawBufferPointer) throws {
    hasher.update(bytes)
    byteCount += bytes.count
    var at = 0
    while at < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + at }, bytes.count - at)
      if count > 0 {
        at += count
      } else if errno != EINTR {
        throw TransferError.system(name, "write")
      }
    }
  }

  /// A rename is on disk only when its folder is. Some file systems refuse this; the file itself is safe by then.
  private func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { return }
    fsync(handle)
    close(handle)
  }
}
