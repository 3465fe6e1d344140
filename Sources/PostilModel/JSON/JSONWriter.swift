internal import CJSON

/// Writes JSON as compact UTF-8 on one line, keys in their order, into a buffer that the caller owns and reuses.
public enum JSONWriter {
  /// Appends the text of a value.
  public static func append(_ value: JSONValue, to out: inout [UInt8]) {
    switch value {
    case .null: out.append(contentsOf: "null".utf8)
    case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): out.append(contentsOf: String(value).utf8)
    case .natural(let value): out.append(contentsOf: String(value).utf8)
    case .number(let value): append(value, to: &out)
    case .string(let text): append(text, to: &out)
    case .array(let elements):
      out.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        append(element, to: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let object): append(object, to: &out)
    }
  }

  /// Appends the text of an object.
  public static func append(_ object: JSONObject, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "{"))
    for (index, member) in object.members.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      append(member.key, to: &out)
      out.append(UInt8(ascii: ":"))
      append(member.value, to: &out)
    }
    out.append(UInt8(ascii: "}"))
  }

  /// Appends a string with its quotes.
  public static func append(_ text: String, to out: inout [UInt8]) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0), to: &out) }
  }

  /// Appends valid UTF-8 as a string with its quotes. DEL and C1 controls are written as escapes too, so that a file
  /// looked at in a terminal cannot command it.
  public static func append(_ utf8: UnsafeRawBufferPointer, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    var at = 0
    while at < utf8.count, let base = utf8.baseAddress {
      let run = cjson_plain_run((base + at).assumingMemoryBound(to: CChar.self), utf8.count - at)
      out.append(contentsOf: UnsafeRawBufferPointer(start: base + at, count: run))
      at += run
      guard at < utf8.count else { break }
      // A C1 control is two bytes: 0xC2, then its number. (0xC2 at the very end is not UTF-8, and stays as it is.)
      let isC1 = utf8[at] == 0xC2 && at + 1 < utf8.count && (0x80...0x9F).contains(utf8[at + 1])
      if isC1 {
        at += 1
        appendEscape(utf8[at], to: &out)
      } else if utf8[at] == 0xC2 {
        out.append(utf8[at])
      } else {
        appendEscape(utf8[at], to: &out)
      }
      at += 1
    }
    out.append(UInt8(ascii: "\""))
  }

  private static func append(_ value: Double, to out: inout [UInt8]) {
    guard value.isFinite else {
      out.append(contentsOf: "null".utf8)
      return
    }
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { room in
      guard let base = room.baseAddress else { return }
      let length = cjson_write_double(value, base)
      let text = UnsafeRawBufferPointer(start: base, count: length)
      out.append(contentsOf: text)
      // A whole double keeps its kind: 1.0 must not come back as the integer 1.
      let isBare = text.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || $0 == UInt8(ascii: "-") }
      if isBare { out.append(contentsOf: ".0".utf8) }
    }
  }

  private static func appendEscape(_ byte: UInt8, to out: inout [UInt8]) {
    switch byte {
    case 0x22: out.append(contentsOf: "\\\"".utf8)
    case 0x5C: out.append(contentsOf: "\\\\".utf8)
    case 0x0A: out.append(contentsOf: "\\n".utf8)
    case 0x0D: out.append(contentsOf: "\\r".utf8)
    case 0x09: out.append(contentsOf: "\\t".utf8)
    default:
      let digits = Array("0123456789abcdef".utf8)
      out.append(contentsOf: "\\u00".utf8)
      out.append(digits[Int(byte >> 4)])
      out.append(digits[Int(byte & 15)])
    }
  }
}

extension JSONValue {
  /// The value as compact JSON text.
  public var jsonText: String {
    var out: [UInt8] = []
    JSONWriter.append(self, to: &out)
    return String(decoding: out, as: UTF8.self)
  }
}

extension JSONObject {
  /// The object as compact JSON text.
  public var jsonText: String { JSONValue.object(self).jsonText }
}
