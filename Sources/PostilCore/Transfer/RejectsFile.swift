import Glibc
import PostilFormats
import PostilModel

/// Rejected records: a JSON object a line with file, line, reason and the record itself. The file is made with the first.
struct RejectsFile: ~Copyable {
  let path: String
  private let file: String
  private let appends: Bool
  private var descriptor: Int32 = -1
  private var buffer: [UInt8] = []
  private static let keptBytes = 1 << 16

  /// True when there is a file.
  var isOpen: Bool { descriptor >= 0 }

  init(path: String, for file: String, appends: Bool) {
    self.path = path
    self.file = file
    self.appends = appends
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Adds a record. One of more than 64 KiB is cut; its length is said.
  mutating func append(_ raw: [UInt8], length: Int, line: Int, because rejection: Rejection) throws {
    if descriptor < 0 {
      descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (appends ? O_APPEND : O_TRUNC), 0o666)
      guard descriptor >= 0 else { throw Self.failure(path) }
    }
    var object = JSONObject([
      ("file", .string(file)), ("line", .integer(Int64(line))), ("kind", .string(rejection.kind.rawValue)),
      ("reason", .string(rejection.reason)),
    ])
    let kept = Self.cut(raw)
    if let text = String(validating: kept, as: UTF8.self) {
      object["record"] = .string(text)
    } else {
      object["record_base64"] = .string(Base64.text(of: kept))
    }
    if kept.count < length {
      object["is_cut"] = true
      object["record_bytes"] = .integer(Int64(length))
    }
    JSONWriter.append(object, to: &buffer)
    buffer.append(0x0A)
    if buffer.count >= Self.keptBytes { try flush() }
  }

  /// Writes what waits.
  mutating func flush() throws {
    var at = 0
    while at < buffer.count {
      let count = buffer.withUnsafeBytes { write(descriptor, $0.baseAddress.map { $0 + at }, $0.count - at) }
      if count > 0 { at += count } else if errno != EINTR { throw Self.failure(path) }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// At most 64 KiB, ending with a whole character if it is text.
  private static func cut(_ raw: [UInt8]) -> ArraySlice<UInt8> {
    guard raw.count > keptBytes else { return raw[...] }
    var end = keptBytes
    while end > keptBytes - 3, raw[end] & 0xC0 == 0x80 { end -= 1 }
    return raw[..<end]
  }

  private static func failure(_ path: String) -> TransferError {
    .file(name: path, action: "write", reason: String(cString: strerror(errno)))
  }
}
