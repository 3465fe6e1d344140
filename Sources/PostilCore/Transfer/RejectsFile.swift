import Glibc
import PostilFormats
import PostilModel

/// Rejected records: a JSON object a line with file, line, reason, time of import and the record itself. The file is made
/// with the first; one that is there already is never written over.
struct RejectsFile: ~Copyable {
  /// Where the rejects go.
  enum Place: Sendable, Hashable {
    /// To this file, after what is in it: one that the user named, or that this import has made.
    case at(String)
    /// To a new file: `STEM.jsonl`, or the first of `STEM-2.jsonl`, `STEM-3.jsonl` … that is not there.
    case new(stem: String)
  }

  /// The file's path; nil before the first record.
  private(set) var path: String?
  private let file: String
  private let place: Place
  private let now: Timestamp
  private var descriptor: Int32 = -1
  private var buffer: [UInt8] = []
  private static let keptBytes = 1 << 16

  init(_ place: Place, for file: String, at now: Timestamp) {
    self.place = place
    self.file = file
    self.now = now
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Adds a record. One of more than 64 KiB is cut; its length is said.
  mutating func append(_ raw: [UInt8], length: Int, line: Int, because rejection: Rejection) throws {
    if descriptor < 0 { try open() }
    var object = JSONObject([
      ("file", .string(file)), ("line", .integer(Int64(line))), ("kind", .string(rejection.kind.rawValue)),
      ("reason", .string(rejection.reason)), ("imported_at", .string(now.iso8601)),
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

  private mutating func open() throws {
    var number = 1
    while descriptor < 0 {
      let candidate: String
      var isNew: Int32 = 0
      switch place {
      case .at(let path): candidate = path
      case .new(let stem):
        candidate = number == 1 ? "\(stem).jsonl" : "\(stem)-\(number).jsonl"
        // Two imports at once never take the same name.
        isNew = O_EXCL
      }
      descriptor = Glibc.open(candidate, O_WRONLY | O_CREAT | O_CLOEXEC | O_APPEND | isNew, 0o666)
      if descriptor < 0, isNew == 0 || errno != EEXIST { throw Self.failure(candidate) }
      path = candidate
      number += 1
    }
  }

  /// Writes what waits.
  mutating func flush() throws {
    var at = 0
    while at < buffer.count {
      let count = buffer.withUnsafeBytes { write(descriptor, $0.baseAddress.map { $0 + at }, $0.count - at) }
      if count > 0 { at += count } else if errno != EINTR { throw Self.failure(path ?? "") }
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
