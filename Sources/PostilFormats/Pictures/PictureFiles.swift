import Glibc

/// Goes through what is imported file by file: the files of a folder, or the one that is given.
struct PictureFiles {
  private let input: ByteInput
  private let limit: Int

  init(_ input: ByteInput, limit: Int) {
    self.input = input
    self.limit = limit
  }

  /// Calls `body` with the whole of each file whose name has an ending, one after the other.
  ///
  /// - Returns: the place after the last.
  @discardableResult func forEach(
    _ suffix: String, _ images: PictureImport, _ body: (RawRecord, [UInt8], PicturePlace) throws -> Void
  ) throws -> Int {
    guard let files = input.files else {
      try one(images, body)
      return 2
    }
    var number = 0
    for file in files where file.lowercased().hasSuffix(suffix) {
      number += 1
      let place = PicturePlace(input, file)
      switch Self.read(place.path, limit: limit) {
      case .bytes(let bytes):
        try bytes.withUnsafeBytes { buffer in
          try body(RawRecord(bytes: buffer, span: buffer.count, line: number), bytes, place)
        }
      case .tooLarge(let length):
        let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
        let raw = RawRecord(bytes: nothing, span: length, line: number)
        let reason = "has \(length) bytes; a record may have \(limit)"
        try images.reject(raw, Rejection(.tooLarge, reason), of: place)
      case .unreadable(let reason):
        let raw = RawRecord(bytes: UnsafeRawBufferPointer(start: nil, count: 0), span: 0, line: number)
        try images.reject(raw, Rejection(.damaged, "cannot be read: \(reason)"), of: place)
      }
    }
    return number + 1
  }

  private func one(
    _ images: PictureImport, _ body: (RawRecord, [UInt8], PicturePlace) throws -> Void
  ) throws {
    let place = PicturePlace(input)
    var isEmpty = true
    try WholeFileScanner.scan(input, limit: limit) { raw in
      isEmpty = false
      if raw.isTooLarge { return try images.reject(raw, Rejection(.tooLarge, ""), of: place) }
      try body(raw, Array(raw.bytes), place)
    }
    guard isEmpty else { return }
    try body(RawRecord(bytes: UnsafeRawBufferPointer(start: nil, count: 0), span: 0, line: 1), [], place)
  }

  /// What became of a file.
  enum Outcome {
    /// All of it, without a byte order mark.
    case bytes([UInt8])
    /// It has more bytes than a record may have.
    case tooLarge(Int)
    /// It cannot be read, in the system's words.
    case unreadable(String)
  }

  /// Reads a file as a whole.
  static func read(_ path: String, limit: Int) -> Outcome {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return .unreadable(String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return .unreadable("no file") }
    if status.st_size > limit { return .tooLarge(Int(status.st_size)) }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { room in
        Glibc.read(descriptor, room.baseAddress.map { $0 + filled }, room.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 { return .unreadable(String(cString: strerror(errno))) }
      if count == 0 { break }
      filled += count
    }
    bytes.removeLast(bytes.count - filled)
    return .bytes(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
  }
}
