internal import CJSON

/// Reads JSON texts into values; keeps its buffers, so use one for many texts. Not for two threads at once.
public final class JSONParser {
  private let handle: OpaquePointer

  /// A parser with empty buffers.
  public init() {
    guard let handle = cjson_open() else { preconditionFailure("out of memory while opening a JSON parser") }
    self.handle = handle
  }

  deinit { cjson_close(handle) }

  /// The value of one JSON text.
  ///
  /// - Throws: `JSONError` when the text is not JSON, not UTF-8, nested more than 1,024 levels or holds a lone surrogate.
  public func parse(_ bytes: UnsafeRawBufferPointer) throws(JSONError) -> JSONValue {
    var nodes: UnsafePointer<cjson_node>?
    var count = 0
    let code = cjson_parse(handle, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, &nodes, &count)
    guard code == 0, let nodes else { throw JSONError(reason: String(cString: cjson_error_text(code))) }
    var index = 0
    return Self.value(nodes, &index)
  }

  /// The value of one JSON text.
  public func parse(_ text: String) throws(JSONError) -> JSONValue {
    var text = text
    let result: Result<JSONValue, JSONError> = text.withUTF8 { bytes in
      do throws(JSONError) { return .success(try parse(UnsafeRawBufferPointer(bytes))) } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private static func value(_ nodes: UnsafePointer<cjson_node>, _ index: inout Int) -> JSONValue {
    let node = nodes[index]
    index += 1
    switch UInt32(node.kind) {
    case CJSON_FALSE.rawValue: return .bool(false)
    case CJSON_TRUE.rawValue: return .bool(true)
    case CJSON_INTEGER.rawValue: return .integer(node.value.integer)
    case CJSON_UNSIGNED.rawValue: return .natural(node.value.natural)
    case CJSON_DOUBLE.rawValue: return .number(node.value.real)
    case CJSON_STRING.rawValue: return .string(text(node))
    case CJSON_ARRAY.rawValue:
      var elements: [JSONValue] = []
      elements.reserveCapacity(Int(node.length))
      for _ in 0..<node.length { elements.append(value(nodes, &index)) }
      return .array(elements)
    case CJSON_OBJECT.rawValue:
      var object = JSONObject()
      object.members.reserveCapacity(Int(node.length))
      for _ in 0..<node.length {
        let key = text(nodes[index])
        index += 1
        object.members.append(.init(key: key, value: value(nodes, &index)))
      }
      return .object(object)
    default: return .null
    }
  }

  private static func text(_ node: cjson_node) -> String {
    let bytes = UnsafeRawBufferPointer(start: node.value.text, count: Int(node.length))
    return String(decoding: bytes, as: UTF8.self)
  }
}
