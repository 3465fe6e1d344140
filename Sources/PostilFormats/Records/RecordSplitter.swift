import CJSON
import PostilModel

/// Checks JSON objects and lists their members; keeps its buffers. Not for two threads at once.
final class RecordSplitter {
  /// The members of an object, valid until the next split.
  struct Members {
    let members: UnsafeBufferPointer<cjson_member>
    let text: UnsafeRawPointer

    /// The value as compact JSON.
    func value(_ member: cjson_member) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(start: text + member.value, count: member.value_end - member.value)
    }

    /// Key, colon and value.
    func whole(_ member: cjson_member) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(start: text + member.start, count: member.value_end - member.start)
    }

    /// The key without quotes, still escaped.
    func key(_ member: cjson_member) -> String { String(decoding: keyBytes(member), as: UTF8.self) }

    /// The same as bytes.
    func keyBytes(_ member: cjson_member) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(start: text + member.start + 1, count: member.key_length - 2)
    }
  }

  private let handle: OpaquePointer

  /// A splitter that looks for some keys, given with their quotes; the first is target 0.
  init(expecting keys: [[UInt8]]) {
    guard let handle = cjson_splitter_open() else {
      preconditionFailure("out of memory while opening a JSON splitter")
    }
    self.handle = handle
    for key in keys {
      key.withUnsafeBytes {
        cjson_splitter_expect(handle, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
      }
    }
  }

  deinit { cjson_splitter_close(handle) }

  /// The members of one object.
  func split(_ bytes: UnsafeRawBufferPointer, isPadded: Bool) throws(Rejection) -> Members {
    var members: UnsafePointer<cjson_member>?
    var text: UnsafePointer<CChar>?
    var count = 0
    let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    let code = cjson_split(handle, start, bytes.count, isPadded ? 1 : 0, &members, &count, &text)
    guard code == 0, let text else { throw rejection(code, bytes, text) }
    return Members(members: UnsafeBufferPointer(start: members, count: count), text: UnsafeRawPointer(text))
  }

  private func rejection(
    _ code: Int32, _ bytes: UnsafeRawBufferPointer, _ text: UnsafePointer<CChar>?
  ) -> Rejection {
    switch UInt32(code) {
    case CJSON_NOT_OBJECT.rawValue: return Rejection(.notAnObject, "is JSON, but not an object")
    case CJSON_LONE_SURROGATE.rawValue:
      return Rejection(.loneSurrogate, "holds a lone surrogate (\\ud800 to \\udfff without its other half)")
    case CJSON_TOO_DEEP.rawValue:
      return Rejection(.tooDeep, "is nested more than \(CJSON_MAXIMUM_DEPTH) levels deep")
    case CJSON_BAD_NUMBER.rawValue: return Rejection(.badNumber, "holds a number that is malformed or does not fit")
    case CJSON_DUPLICATE_KEY.rawValue:
      let span = cjson_split_error_key(handle)
      let key = UnsafeRawBufferPointer(start: text.map { UnsafeRawPointer($0) + span.start }, count: span.length)
      return Rejection(.duplicateKey, "has the key \(String(decoding: key, as: UTF8.self)) twice")
    case CJSON_NOT_UTF8.rawValue: return Rejection(.notUTF8, "is not UTF-8")
    default:
      if bytes.contains(0) { return Rejection(.nulByte, "holds a NUL byte") }
      let words = String(cString: cjson_error_text(code))
      return Rejection(.notJSON, "is not JSON: \(words)")
    }
  }
}

extension Array where Element == UInt8 {
  /// A key as the splitter wants it: with quotes, in the normal form.
  init(jsonKey name: String) {
    self = []
    JSONWriter.append(name, to: &self)
  }
}
