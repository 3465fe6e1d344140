import PostilModel

/// Reads JSON that the store wrote itself, so what does not parse is damage.
struct StoredJSON {
  private let parser = JSONParser()

  /// The value of a text.
  func value(_ bytes: UnsafeRawBufferPointer) throws(StoreError) -> JSONValue {
    do throws(JSONError) { return try parser.parse(bytes) } catch {
      throw .damaged(reason: "a stored JSON text does not read: \(error.reason)")
    }
  }

  /// The object of a text.
  func object(_ bytes: UnsafeRawBufferPointer) throws(StoreError) -> JSONObject {
    guard case .object(let object) = try value(bytes) else { throw .damaged(reason: "a stored text is no JSON object") }
    return object
  }

  /// The answers of a text, by question name. Most tasks have none.
  func answers(_ bytes: UnsafeRawBufferPointer) throws(StoreError) -> [String: JSONValue] {
    bytes.count <= 2 ? [:] : AnnotationCodec.answers(try object(bytes))
  }

  /// The shown orders of a text, by field; empty for an empty text.
  func shown(_ bytes: UnsafeRawBufferPointer) throws(StoreError) -> [String: [String]] {
    bytes.isEmpty ? [:] : Annotation.shown(from: .object(try object(bytes)))
  }
}
