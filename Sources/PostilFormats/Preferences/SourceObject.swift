import CJSON
import PostilModel

/// One object of a foreign format: its members in their order, their values as they were written.
struct SourceObject {
  /// A key, escaped in the normal form and without quotes, and a value as compact JSON.
  struct Member {
    var key: String
    var json: [UInt8]

    init(key: String, json: [UInt8]) {
      self.key = key
      self.json = json
    }

    /// A member of a plain key.
    init(_ key: String, _ value: JSONValue) {
      self.key = Self.escaped(key)
      json = []
      JSONWriter.append(value, to: &json)
    }

    /// Whether that is its key, to the byte. (Swift's own comparison holds some spellings of a character for one.)
    func isNamed(_ other: String) -> Bool { key.utf8.elementsEqual(other.utf8) }

    /// A key as `key` has it.
    static func escaped(_ key: String) -> String {
      var bytes: [UInt8] = []
      JSONWriter.append(key, to: &bytes)
      return String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
    }
  }

  /// The members, in order. No key is there twice.
  private(set) var members: [Member]
  private let parser: JSONParser

  /// An object of members that have been checked.
  init(_ members: [Member], _ parser: JSONParser) {
    self.members = members
    self.parser = parser
  }

  /// Whether there is a value other than `null`.
  func has(_ key: String) -> Bool { json(key).map { $0 != Array("null".utf8) } ?? false }

  /// The value of a key, as it was written.
  func json(_ key: String) -> [UInt8]? { members.first { $0.isNamed(key) }?.json }

  /// What `--map` names: the value of that key, else of the way into another one.
  func json(mapped name: String) -> [UInt8]? {
    if let whole = json(Member.escaped(name)) { return whole }
    guard let path = ColumnPath(name), let whole = json(String(decoding: path.column, as: UTF8.self)) else {
      return nil
    }
    return whole.withUnsafeBytes { path.value(in: $0).map(Array.init) }
  }

  /// The value of a key; nil when there is none, or `null`.
  func value(_ key: String) throws(Rejection) -> JSONValue? {
    guard let member = members.first(where: { $0.isNamed(key) }) else { return nil }
    let value = try value(at: member)
    return value == .null ? nil : value
  }

  /// The value of a member.
  func value(at member: Member) throws(Rejection) -> JSONValue {
    do throws(JSONError) { return try parse(member.json) } catch {
      throw Rejection(.notJSON, "is not JSON: \(error.reason)")
    }
  }

  /// All members.
  func object() throws(Rejection) -> JSONObject {
    var text: [UInt8] = []
    Self.append(members, to: &text)
    do throws(JSONError) { return try parse(text).object ?? JSONObject() } catch {
      throw Rejection(.notJSON, "is not JSON: \(error.reason)")
    }
  }

  private func parse(_ json: [UInt8]) throws(JSONError) -> JSONValue {
    let result: Result<JSONValue, JSONError> = json.withUnsafeBytes { bytes in
      do throws(JSONError) { return .success(try parser.parse(bytes)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// The text of a key; nil when there is none.
  func text(_ key: String) throws(Rejection) -> String? {
    guard let value = try value(key) else { return nil }
    guard let text = value.string else { throw Rejection(.wrongType, "has a \"\(key)\" that is no text") }
    return text
  }

  /// The list of a key; nil when there is none.
  func list(_ key: String) throws(Rejection) -> [JSONValue]? {
    guard let value = try value(key) else { return nil }
    guard let list = value.array else { throw Rejection(.wrongType, "has a \"\(key)\" that is no list") }
    return list
  }

  /// What a record must have.
  static func missing(_ keys: String...) -> Rejection {
    Rejection(.missingField, "has no " + keys.map { "\"\($0)\"" }.joined(separator: " and no "))
  }

  /// Appends members as an object's text.
  static func append(_ members: [Member], to out: inout [UInt8]) {
    out.append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      out.append(literal: index > 0 ? ",\"" : "\"")
      out.append(contentsOf: member.key.utf8)
      out.append(literal: "\":")
      out.append(contentsOf: member.json)
    }
    out.append(UInt8(ascii: "}"))
  }

  /// The members that a record has beside those.
  func rest(without keys: Set<String>) -> [Member] { members.filter { !keys.contains($0.key) } }

  /// The members of those keys that are there, in the record's order.
  func only(_ keys: Set<String>) -> [Member] { members.filter { keys.contains($0.key) } }
}

/// Takes objects apart; keeps its buffers. Not for two threads at once.
final class SourceSplitter {
  private let splitter = RecordSplitter(expecting: [])
  private let parser = JSONParser()

  /// The members of one object.
  ///
  /// - Throws: why the bytes are none.
  func object(_ bytes: UnsafeRawBufferPointer, isPadded: Bool) throws(Rejection) -> SourceObject {
    let found = try splitter.split(bytes, isPadded: isPadded)
    return SourceObject(
      found.members.map { SourceObject.Member(key: found.key($0), json: Array(found.value($0))) }, parser)
  }
}
