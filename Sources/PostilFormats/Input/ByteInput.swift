import Glibc

/// A stream of bytes with a window on what comes next: a file, standard input or memory, unpacked when it is gzipped.
///
/// The window moves forward only. It grows while a caller asks for more of one record, so callers must stop at a limit;
/// memory does not depend on the length of the input.
public final class ByteInput {
  /// Fills some room with bytes and returns their number; 0 at the end.
  public typealias Source = (UnsafeMutableRawBufferPointer) throws -> Int

  /// What to call it in messages: a file's name, or `-`.
  public let name: String
  /// The bytes in the file, packed as they are; nil when unknown.
  public let total: Int?
  /// The bytes taken from the file so far, packed as they are.
  public private(set) var bytesRead = 0
  /// The bytes consumed so far, after unpacking.
  public private(set) var bytesConsumed = 0
  /// Why the stream ended before its time: the words for a damaged gzip stream. nil for a whole one.
  public private(set) var damage: String?
  /// Of a folder, the files below it by their paths from it; nil for everything else. A folder has no bytes.
  public private(set) var files: [String]?
  /// What else is in the folder and is no file to be read.
  private(set) var absences: [FolderListing.Absence] = []

  private var source: Source
  private var inflater: Inflater?
  private let onClose: () -> Void
  private var room: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0
  private var isAtEnd = false
  /// Room after the window that a JSON parser may look at.
  private static let padding = 64
  private static let chunk = 1 << 18

  /// A stream over a source.
  ///
  /// - Throws: What the source throws, and `TransferError.encoding` when a byte order mark says that it is not UTF-8.
  public init(name: String, total: Int? = nil, source: @escaping Source, onClose: @escaping () -> Void = {}) throws {
    self.name = name
    self.total = total
    self.source = source
    self.onClose = onClose
    room = .allocate(byteCount: Self.chunk + Self.padding, alignment: 64)
    room.initializeMemory(as: UInt8.self, repeating: 0)
    try unpackIfGzipped()
    try skipByteOrderMark()
  }

  deinit {
    room.deallocate()
    onClose()
  }

  /// A file, a folder, or standard input for `-`.
  ///
  /// - Throws: `TransferError.file` when it cannot be opened or read.
  public convenience init(path: String) throws {
    let isStandardInput = path == "-"
    let descriptor = isStandardInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw TransferError.system(path, "open") }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw TransferError.system(path, "open") }
    if status.st_mode & S_IFMT == S_IFDIR, !isStandardInput {
      close(descriptor)
      try self.init(bytes: [], name: path)
      let listing = try FolderListing(of: path)
      (files, absences) = (listing.files, listing.absences)
      return
    }
    let isFile = status.st_mode & S_IFMT == S_IFREG
    try self.init(name: path, total: isFile ? Int(status.st_size) : nil) { room in
      while true {
        let count = Glibc.read(descriptor, room.baseAddress, room.count)
        if count >= 0 { return count }
        if errno != EINTR { throw TransferError.system(path, "read") }
      }
    } onClose: {
      if !isStandardInput { close(descriptor) }
    }
  }

  /// Bytes in memory, delivered in pieces of at most `chunk`.
  public convenience init(bytes: [UInt8], name: String = "memory", chunk: Int = .max) throws {
    var at = 0
    try self.init(name: name, total: bytes.count) { room in
      let count = min(room.count, bytes.count - at, chunk)
      room.copyBytes(from: bytes[at..<(at + count)])
      at += count
      return count
    }
  }

  /// What has been read and not consumed yet. Valid until the next call of `more` or `consume`.
  public var window: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: room[start..<end]) }

  /// Reads more behind the window, which may move. False at the end.
  public func more() throws -> Bool {
    guard !isAtEnd else { return false }
    makeRoom()
    let free = UnsafeMutableRawBufferPointer(rebasing: room[end..<(room.count - Self.padding)])
    do {
      let count = try inflater?.fill(free) ?? readSource(free)
      end += count
      isAtEnd = count == 0
    } catch let error as Inflater.Damage {
      damage = error.reason
      isAtEnd = true
    }
    return !isAtEnd
  }

  /// Moves the window forward.
  public func consume(_ count: Int) {
    precondition(count <= end - start, "more is consumed than was read")
    start += count
    bytesConsumed += count
  }

  /// Reads until the window holds some bytes, or the end has come.
  public func peek(_ count: Int) throws -> UnsafeRawBufferPointer {
    while end - start < count, try more() {}
    return UnsafeRawBufferPointer(rebasing: window.prefix(count))
  }

  private func readSource(_ free: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try source(free)
    bytesRead += count
    return count
  }

  private func makeRoom() {
    let capacity = room.count - Self.padding
    if start == end {
      start = 0
      end = 0
      return
    }
    guard capacity - end < Self.chunk / 4 else { return }
    let held = end - start
    if held <= capacity / 2 {
      room.baseAddress.map { $0.copyMemory(from: $0 + start, byteCount: held) }
    } else {
      let wider = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity * 2 + Self.padding, alignment: 64)
      wider.copyMemory(from: window)
      room.deallocate()
      room = wider
    }
    start = 0
    end = held
  }

  private func unpackIfGzipped() throws {
    let magic = try peek(2)
    guard magic.count == 2, magic[0] == 0x1F, magic[1] == 0x8B else { return }
    inflater = Inflater(after: window) { [unowned self] in try readSource($0) }
    start = 0
    end = 0
    isAtEnd = false
  }

  private func skipByteOrderMark() throws {
    let beginning = try peek(4)
    if let encoding = Self.encoding(of: beginning) { throw TransferError.encoding(name: name, encoding: encoding) }
    if beginning.prefix(3).elementsEqual([0xEF, 0xBB, 0xBF]) { consume(3) }
  }

  /// The encoding that a byte order mark says, other than UTF-8, as `iconv` calls it (Unicode Standard, section 23.8).
  private static func encoding(of beginning: UnsafeRawBufferPointer) -> String? {
    // The mark of UTF-32 begins like that of UTF-16 where the smaller byte comes first.
    if beginning.elementsEqual([0xFF, 0xFE, 0, 0]) || beginning.elementsEqual([0, 0, 0xFE, 0xFF]) { return "UTF-32" }
    let pair = beginning.prefix(2)
    return pair.elementsEqual([0xFF, 0xFE]) || pair.elementsEqual([0xFE, 0xFF]) ? "UTF-16" : nil
  }
}

extension TransferError {
  /// The error that the system has just reported.
  static func system(_ name: String, _ action: String) -> TransferError {
    .file(name: name, action: action, reason: String(cString: strerror(errno)))
  }
}
