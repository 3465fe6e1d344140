import CJSON
import PostilModel

/// Writes the project's fields of one record, checked against their kinds, and the preview.
struct FieldWriter {
  private let decoder: RecordDecoder
  private var hasText = false

  init(_ decoder: RecordDecoder) { self.decoder = decoder }

  /// Appends a field. `found` is its value as compact JSON with its kind, nil when the record has none.
  mutating func append(
    _ index: Int, _ found: (kind: UInt8, value: UnsafeRawBufferPointer)?, to record: inout ImportedRecord
  ) throws(Rejection) {
    let kind = decoder.layout.fields[index].kind
    guard let found, !isMissing(found.kind, found.value) else {
      if decoder.layout.fields[index].isRequired { throw missing(index) }
      return
    }
    if record.fields.count > 1 { record.fields.append(UInt8(ascii: ",")) }
    decoder.appendKey(index, to: &record.fields)
    let isList = UInt32(found.kind) == CJSON_ARRAY.rawValue
    let isObject = UInt32(found.kind) == CJSON_OBJECT.rawValue
    switch kind {
    case .text:
      if isList || isObject {
        throw wrongType(index, isList ? "is a list, and should be a text" : "is an object, and should be a text")
      }
      appendText(found.kind, found.value, to: &record)
    case .value:
      if isList || isObject {
        throw wrongType(index, "is a \(isList ? "list" : "nested object"), and should be one value")
      }
      record.fields.append(contentsOf: found.value)
      if record.preview.isEmpty { found.value.appendPreview(isString: isString(found.kind), to: &record.preview) }
    case .image:
      try appendPath(index, found.kind, found.value, to: &record)
    case .chat:
      try appendChat(index, found.kind, found.value, to: &record)
    case .candidates:
      try appendCandidates(index, found.kind, found.value, to: &record)
    }
  }

  private func isString(_ kind: UInt8) -> Bool { UInt32(kind) == CJSON_STRING.rawValue }

  private func isMissing(_ kind: UInt8, _ value: UnsafeRawBufferPointer) -> Bool {
    UInt32(kind) == CJSON_NULL.rawValue || (decoder.isTable && value.count == 2 && isString(kind))
  }

  private mutating func appendText(_ kind: UInt8, _ value: UnsafeRawBufferPointer, to record: inout ImportedRecord) {
    let isString = isString(kind)
    if !isString { record.fields.append(UInt8(ascii: "\"")) }
    record.fields.append(contentsOf: value)
    if !isString { record.fields.append(UInt8(ascii: "\"")) }
    guard !hasText else { return }
    hasText = true
    // A text is a better preview than a value that came before it.
    record.preview.removeAll(keepingCapacity: true)
    value.appendPreview(isString: isString, to: &record.preview)
  }

  /// The path of a file: where it is not beside the project but beside what is imported, it is written so that it is found.
  private func appendPath(
    _ index: Int, _ kind: UInt8, _ value: UnsafeRawBufferPointer, to record: inout ImportedRecord
  ) throws(Rejection) {
    guard isString(kind) else { throw wrongType(index, "should be the path of a picture") }
    var text: [UInt8] = []
    value.appendUnescaped(to: &text)
    let path = String(decoding: text, as: UTF8.self)
    if path.isEmpty || path.utf8.contains(0) { throw wrongType(index, "should be the path of a picture") }
    JSONWriter.append(decoder.media?.kept(path) ?? path, to: &record.fields)
    if record.preview.isEmpty { value.appendPreview(isString: true, to: &record.preview) }
  }

  // MARK: Chats

  private mutating func appendChat(
    _ index: Int, _ kind: UInt8, _ value: UnsafeRawBufferPointer, to record: inout ImportedRecord
  ) throws(Rejection) {
    guard UInt32(kind) == CJSON_ARRAY.rawValue else {
      guard isString(kind) else { throw wrongType(index, "is neither a text nor a list of turns") }
      if decoder.isTable, let turns = turns(inCell: value) {
        return try appendTurns(index, turns, to: &record)
      }
      return appendText(kind, value, to: &record)
    }
    let turns = try decoder.value(value)
    try check(index, turns)
    record.fields.append(contentsOf: value)
    preview(turns, to: &record)
  }

  private mutating func appendTurns(
    _ index: Int, _ turns: JSONValue, to record: inout ImportedRecord
  ) throws(Rejection) {
    try check(index, turns)
    JSONWriter.append(turns, to: &record.fields)
    preview(turns, to: &record)
  }

  /// A table has turns as JSON in a cell.
  private func turns(inCell value: UnsafeRawBufferPointer) -> JSONValue? {
    var text: [UInt8] = []
    value.appendUnescaped(to: &text)
    guard text.first == UInt8(ascii: "[") else { return nil }
    let parsed = text.withUnsafeBytes { try? decoder.parser.parse($0) }
    return parsed?.array == nil ? nil : parsed
  }

  private func check(_ index: Int, _ turns: JSONValue) throws(Rejection) {
    for (place, turn) in (turns.array ?? []).enumerated() {
      let role = turn.object?["role"] ?? turn.object?["from"]
      let content = turn.object?["content"] ?? turn.object?["value"]
      if role?.string == nil || content == nil {
        throw wrongType(index, "has a turn (number \(place + 1)) without role and content, or from and value")
      }
    }
  }

  private mutating func preview(_ turns: JSONValue, to record: inout ImportedRecord) {
    guard !hasText, let first = turns.array?.first?.object else { return }
    guard let content = (first["content"] ?? first["value"])?.string else { return }
    hasText = true
    record.preview.removeAll(keepingCapacity: true)
    var text: [UInt8] = []
    JSONWriter.append(content, to: &text)
    text.withUnsafeBytes { $0.appendPreview(isString: true, to: &record.preview) }
  }

  // MARK: Candidates

  /// Responses stand as they were written where each has an id, else with the ids that they get here.
  private func appendCandidates(
    _ index: Int, _ kind: UInt8, _ value: UnsafeRawBufferPointer, to record: inout ImportedRecord
  ) throws(Rejection) {
    var list = JSONValue.null
    if UInt32(kind) == CJSON_ARRAY.rawValue {
      list = try decoder.value(value)
    } else if decoder.isTable, isString(kind), let found = turns(inCell: value) {
      list = found
    }
    let candidates: [Candidate]
    do throws(CandidateList.Problem) { candidates = try CandidateList.read(list) } catch {
      throw wrongType(index, error.reason)
    }
    let name = decoder.layout.fields[index].name
    for question in decoder.layout.questions where question.about == name && question.isRequired {
      guard let problem = question.kind.problem(withCandidates: candidates) else { continue }
      throw wrongType(index, "cannot be judged: the question \"\(question.name)\" \(problem)")
    }
    let isWhole =
      UInt32(kind) == CJSON_ARRAY.rawValue && (list.array ?? []).allSatisfy { $0.object?["id"]?.string != nil }
    if isWhole {
      record.fields.append(contentsOf: value)
    } else {
      JSONWriter.append(CandidateList.json(candidates), to: &record.fields)
    }
  }

  // MARK: Reasons

  private func missing(_ index: Int) -> Rejection {
    let name = decoder.layout.fields[index].name
    let column = decoder.layout.column(for: name)
    return Rejection(.missingField, "has no \"\(column)\"" + (column == name ? "" : " for the field \"\(name)\""))
  }

  private func wrongType(_ index: Int, _ problem: String) -> Rejection {
    Rejection(.wrongType, "\"\(decoder.layout.fields[index].name)\" \(problem)")
  }
}
