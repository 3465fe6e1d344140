import CJSON
import PostilModel

/// Makes records of JSON objects. All readers end here, so one table says what becomes of odd input:
///
/// | input | answer |
/// | --- | --- |
/// | a key that is a field of the project (or is mapped to one) | the field |
/// | a way into a list or an object that is mapped to a field (`turns.0`, `meta.lang`), where no key has that name | the field; the whole is metadata |
/// | `id` (or the key mapped to it), a string | the id; 1,000 bytes at most, `""` and `null` count as none |
/// | `id`, a number | its digits as text |
/// | `suggestions`, a list or an object | proposed answers, each checked against its question; one that does not fit is put aside, the rest is taken |
/// | every other key | metadata, as it was written (numbers digit for digit, `source`, `license`, `author` too) |
/// | `{"id", "fields", "metadata", "provenance", "suggestions", "annotations"}` | Postil's own export: all of it is restored |
/// | a required field that is missing or `null` (in a table: empty) | rejected: missing field |
/// | a list or an object in a `text` or `value` field, a turn without role and content in a `chat` field | rejected: wrong type |
/// | a number or truth value in a `text` field | its text |
/// | a key twice in the record (or in its `fields` or `metadata`) | rejected: duplicate key; deeper down both are kept |
/// | not JSON; JSON but no object | rejected: not JSON; not an object |
/// | not UTF-8 | rejected: not UTF-8, its bytes kept as base64 |
/// | a NUL byte | rejected: NUL byte |
/// | `\u0000` within a string | text: kept, and shown as ␀ |
/// | half a surrogate pair as an escape | rejected: lone surrogate |
/// | more than 256 levels | rejected: nested too deep |
/// | an integer beyond 64 bits, a number beyond a double | rejected: bad number |
/// | more than 16 MiB in one record | passed over without being held, rejected: too large, its first 64 KiB kept |
/// | a byte order mark at the start; CRLF; blank lines | skipped |
/// | the byte order mark of UTF-16 or UTF-32 at the start | the whole file is refused |
/// | a row with more or fewer columns than the header; text after a closing quote; a quote that never closes | rejected: bad row; reading goes on with the next line |
/// | two header cells alike, or none for a required field | the whole file is refused |
/// | gzip data that breaks off or is damaged | what came before is imported, then one rejection: damaged input |
/// | the same id (else the same content) with the same content | already there: skipped |
/// | the same id with other content | rejected: other content |
public final class RecordDecoder {
  /// What is known of the project.
  public let layout: RecordLayout
  /// True while records come from a table: every value is a string, and an empty one is none.
  public var isTable = false
  /// How the paths in records are found; nil leaves them as they are.
  public var media: MediaPaths?

  let parser = JSONParser()
  private let columns: ColumnTable
  /// The columns of answers on their own.
  let answers: AnswerColumns
  private let takesAnswers: Bool
  private let top: RecordSplitter
  private let inner = RecordSplitter(expecting: [])
  private let innerFields: RecordSplitter
  private var slots: [Int] = []
  private let fieldKeys: [[UInt8]]

  /// A decoder for a project's records.
  public init(_ layout: RecordLayout) {
    self.layout = layout
    columns = ColumnTable(layout)
    answers = AnswerColumns(layout)
    takesAnswers = layout.purpose == .annotations || layout.purpose == .gold
    top = RecordSplitter(expecting: takesAnswers ? answers.keys : columns.keys)
    let keys = layout.fields.map { Array(jsonKey: $0.name) }
    innerFields = RecordSplitter(expecting: keys)
    fieldKeys = keys.map { $0 + [UInt8(ascii: ":")] }
  }

  /// Makes a record of a JSON object's text. `isPadded` says that 64 bytes after the text may be read.
  ///
  /// - Throws: why it cannot be one.
  public func decode(
    _ object: UnsafeRawBufferPointer, isPadded: Bool, into record: inout ImportedRecord
  ) throws(Rejection) {
    record.clear()
    let members = try top.split(object, isPadded: isPadded)
    if takesAnswers { return try takeAnswers(members, into: &record) }
    slots.removeAll(keepingCapacity: true)
    for _ in columns.keys { slots.append(-1) }
    for (index, member) in members.members.enumerated() where member.target >= 0 {
      slots[Int(member.target)] = index
    }
    try decodeID(members, into: &record)
    if layout.purpose == .suggestions {
      try takeProposals(members, into: &record)
    } else if isOwnShape(members) {
      try decodeOwnShape(members, into: &record)
    } else {
      try decodePlain(members, into: &record)
    }
  }

  /// The member that has a column's name.
  func member(_ column: Int, of members: RecordSplitter.Members) -> cjson_member? {
    let index = slots[column]
    return index < 0 ? nil : members.members[index]
  }

  /// What a column or, where there is none of that name, the way into another one leads to; with its kind.
  private func found(
    _ column: Int, in members: RecordSplitter.Members
  ) -> (kind: UInt8, value: UnsafeRawBufferPointer)? {
    if let member = member(column, of: members) { return (member.kind, members.value(member)) }
    guard !isTable, let path = columns.paths[column],
      let member = members.members.first(where: { members.keyBytes($0).elementsEqual(path.column) })
    else { return nil }
    return path.value(in: members.value(member)).map { (ColumnPath.kind(of: $0), $0) }
  }

  /// Appends a field's key and a colon.
  func appendKey(_ field: Int, to out: inout [UInt8]) { out.append(contentsOf: fieldKeys[field]) }

  // MARK: A plain record

  private func decodePlain(_ members: RecordSplitter.Members, into record: inout ImportedRecord) throws(Rejection) {
    var writer = FieldWriter(self)
    record.fields.append(UInt8(ascii: "{"))
    for index in layout.fields.indices {
      try writer.append(index, found(columns.fieldColumns[index], in: members), to: &record)
    }
    record.fields.append(UInt8(ascii: "}"))
    var takesSuggestions = false
    if !columns.isField[ColumnTable.suggestions], let found = member(ColumnTable.suggestions, of: members),
      try takeSuggestions(in: members.value(found), beside: members, into: &record)
    {
      takesSuggestions = true
    }
    appendMetadata(members, takesSuggestions: takesSuggestions, to: &record)
  }

  private func appendMetadata(
    _ members: RecordSplitter.Members, takesSuggestions: Bool, to record: inout ImportedRecord
  ) {
    record.metadata.append(UInt8(ascii: "{"))
    for member in members.members {
      let target = Int(member.target)
      if target >= 0 {
        if columns.isField[target] || target == ColumnTable.id { continue }
        if target == ColumnTable.suggestions && takesSuggestions { continue }
      }
      if record.metadata.count > 1 { record.metadata.append(UInt8(ascii: ",")) }
      record.metadata.append(contentsOf: members.whole(member))
    }
    record.metadata.append(UInt8(ascii: "}"))
  }

  private func decodeID(_ members: RecordSplitter.Members, into record: inout ImportedRecord) throws(Rejection) {
    guard let (kind, value) = found(ColumnTable.id, in: members) else { return }
    switch UInt32(kind) {
    case CJSON_NULL.rawValue: return
    case CJSON_STRING.rawValue: value.appendUnescaped(to: &record.id)
    case CJSON_INTEGER.rawValue, CJSON_DOUBLE.rawValue: record.id.append(contentsOf: value)
    default: throw Rejection(.badID, "has an id that is neither a text nor a number")
    }
    if record.id.count > Self.maximumIDBytes {
      throw Rejection(.badID, "has an id of \(record.id.count) bytes; the most is \(Self.maximumIDBytes)")
    }
  }

  /// Databases limit what an index holds.
  private static let maximumIDBytes = 1000

  // MARK: Postil's own shape

  private func isOwnShape(_ members: RecordSplitter.Members) -> Bool {
    guard columns.mayBeOwnShape, let fields = member(ColumnTable.fields, of: members) else { return false }
    guard UInt32(fields.kind) == CJSON_OBJECT.rawValue else { return false }
    return members.members.allSatisfy { $0.target >= 0 && $0.target <= ColumnTable.resolution }
  }

  private func decodeOwnShape(_ members: RecordSplitter.Members, into record: inout ImportedRecord) throws(Rejection) {
    if let fields = member(ColumnTable.fields, of: members) {
      try decodeFields(members.value(fields), into: &record)
    }
    if let metadata = member(ColumnTable.metadata, of: members) {
      guard UInt32(metadata.kind) == CJSON_OBJECT.rawValue else {
        throw Rejection(.wrongType, "has metadata that is not an object")
      }
      _ = try inner.split(members.value(metadata), isPadded: false)
      record.metadata.append(contentsOf: members.value(metadata))
    } else {
      record.metadata.append(contentsOf: "{}".utf8)
    }
    if let found = member(ColumnTable.suggestions, of: members),
      try !takeSuggestions(in: members.value(found), beside: members, into: &record)
    {
      throw Rejection(.badSuggestion, "has suggestions that are neither a list nor an object")
    }
    if let found = member(ColumnTable.provenance, of: members) {
      record.provenance = try provenance(from: value(members.value(found)))
    }
    if let found = member(ColumnTable.annotations, of: members) {
      record.annotations = try annotations(from: value(members.value(found)))
    }
    if let found = member(ColumnTable.resolution, of: members) {
      record.resolution = try ResolutionObject(layout.questions).resolution(from: value(members.value(found)))
    }
  }

  /// The fields of an export: the project's own in their order, then whatever else an earlier project had.
  private func decodeFields(_ object: UnsafeRawBufferPointer, into record: inout ImportedRecord) throws(Rejection) {
    let members = try innerFields.split(object, isPadded: false)
    var writer = FieldWriter(self)
    record.fields.append(UInt8(ascii: "{"))
    for index in layout.fields.indices {
      let member = members.members.first { Int($0.target) == index }
      try writer.append(index, member.map { ($0.kind, members.value($0)) }, to: &record)
    }
    for member in members.members where member.target < 0 {
      if record.fields.count > 1 { record.fields.append(UInt8(ascii: ",")) }
      record.fields.append(contentsOf: members.whole(member))
    }
    record.fields.append(UInt8(ascii: "}"))
  }

  /// The value of checked JSON text.
  func value(_ text: UnsafeRawBufferPointer) throws(Rejection) -> JSONValue {
    do throws(JSONError) { return try parser.parse(text) } catch { throw Rejection(.notJSON, error.reason) }
  }
}
