import PostilModel

/// Writes foreign records in the shape of Postil's own exports, so that the decoder checks them like all others.
struct PreferenceComposer {
  /// The project's layout for the decoder: what `--map` says is done here.
  let layout: RecordLayout
  private let mapping: [String: String]
  private let places: FieldPlaces
  private let annotator: String

  /// - Throws: `TransferError.unfitProject` when the project has no fields for such records.
  init(_ layout: RecordLayout, format: String, _ responses: ResponseCount) throws(TransferError) {
    guard layout.purpose == .tasks else {
      throw .wrongDirection(format: format, wanted: "suggestions; it brings tasks", known: [])
    }
    places = try FieldPlaces(layout, format: format, responses)
    mapping = layout.mapping
    annotator = AnnotatorName.sourcePrefix + format
    self.layout = {
      var plain = layout
      plain.mapping = [:]
      return plain
    }()
  }

  /// Writes a record. `source` is where it came from: its members are what `--map` and fields of other kinds refer to.
  ///
  /// - Returns: How many ratings the answers lack.
  /// - Throws: why the project's fields cannot take it.
  @discardableResult func compose(
    _ record: PreferenceRecord, _ source: SourceObject, into out: inout [UInt8]
  ) throws(Rejection) -> Int {
    let record = places.response == nil ? record : record.withLastAnswer
    var fields: [SourceObject.Member] = []
    var metadata = Metadata(record.metadata)
    for (index, field) in layout.fields.enumerated() {
      let key = SourceObject.Member.escaped(mapping[field.name] ?? field.name)
      let json: [UInt8]?
      if index == places.prompt {
        json = try prompt(record.prompt, field, &metadata)
      } else if index == places.candidates, record.responses.count > 1 {
        json = candidates(record.responses)
      } else if index == places.response {
        json = try response(record.responses, field)
      } else {
        json = mapping[field.name].map(source.json(mapped:)) ?? source.json(key)
        metadata.remove(key)
      }
      if let json { fields.append(.init(key: SourceObject.Member.escaped(field.name), json: json)) }
    }
    if !takesResponses(of: record) { metadata.put(record.unusedResponses) }
    let (answers, missing) = JudgedAnswers(record, layout, places).answers
    if answers.isEmpty { metadata.put(record.unusedJudgement) }
    let id = id(of: record, source, &metadata)
    write(id, fields, metadata, answers, into: &out)
    return missing
  }

  // MARK: Fields

  private func prompt(
    _ turns: [SourceTurn], _ field: FieldDefinition, _ metadata: inout Metadata
  ) throws(Rejection) -> [UInt8]? {
    guard !turns.isEmpty else { return nil }
    if field.kind == .chat { return Self.json(.array(turns.map(\.json))) }
    var turns = turns
    if turns.count == 2, turns[0].role == .system {
      metadata.put([.init("system", .string(turns.removeFirst().content))])
    }
    guard turns.count == 1 else {
      throw Rejection(
        .wrongType,
        "has a prompt of \(turns.count) turns, and the field \"\(field.name)\" takes one text; type = \"chat\" takes turns"
      )
    }
    return Self.json(.string(turns[0].content))
  }

  private func candidates(_ responses: [PreferenceRecord.Response]) -> [UInt8] {
    var list: [JSONValue] = []
    for (place, response) in responses.enumerated() {
      var object = JSONObject([("id", .string(response.id ?? String(place + 1)))])
      if let text = response.text {
        object.members.append(.init(key: "text", value: .string(text)))
      } else {
        object.members.append(.init(key: "turns", value: .array(response.turns.map(\.json))))
      }
      object.members += response.metadata.members
      list.append(.object(object))
    }
    return Self.json(.array(list))
  }

  private func response(
    _ responses: [PreferenceRecord.Response], _ field: FieldDefinition
  ) throws(Rejection) -> [UInt8]? {
    guard let first = responses.first else { return nil }
    guard first.turns.count == 1 else {
      throw Rejection(
        .wrongType,
        "has a response of \(first.turns.count) turns, and the field \"\(field.name)\" takes one text")
    }
    return Self.json(.string(first.turns[0].content))
  }

  private func takesResponses(of record: PreferenceRecord) -> Bool {
    record.responses.count > 1 ? places.candidates != nil : places.response != nil
  }

  // MARK: The whole

  private func id(
    of record: PreferenceRecord, _ source: SourceObject, _ metadata: inout Metadata
  ) -> [UInt8]? {
    if let column = mapping["id"] {
      let key = SourceObject.Member.escaped(column)
      metadata.remove(key)
      return source.json(mapped: column)
    }
    if let id = record.id { return Self.json(.string(id)) }
    metadata.remove("id")
    return source.json("id")
  }

  private func write(
    _ id: [UInt8]?, _ fields: [SourceObject.Member], _ metadata: Metadata, _ answers: JSONObject,
    into out: inout [UInt8]
  ) {
    out.removeAll(keepingCapacity: true)
    out.append(literal: "{")
    if let id {
      out.append(literal: "\"id\":")
      out.append(contentsOf: id)
      out.append(literal: ",")
    }
    out.append(literal: "\"fields\":")
    SourceObject.append(fields, to: &out)
    out.append(literal: ",\"metadata\":")
    SourceObject.append(metadata.members, to: &out)
    if !answers.isEmpty {
      out.append(literal: ",\"annotations\":[{\"annotator\":")
      JSONWriter.append(annotator, to: &out)
      out.append(literal: ",\"state\":\"submitted\",\"answers\":")
      JSONWriter.append(answers, to: &out)
      out.append(literal: "}]")
    }
    out.append(literal: "}")
  }

  private static func json(_ value: JSONValue) -> [UInt8] {
    var out: [UInt8] = []
    JSONWriter.append(value, to: &out)
    return out
  }

  /// What is kept beside the fields; a key once.
  private struct Metadata {
    private(set) var members: [SourceObject.Member] = []

    init(_ members: [SourceObject.Member]) { put(members) }

    mutating func put(_ more: [SourceObject.Member]) {
      for member in more where !members.contains(where: { $0.isNamed(member.key) }) { members.append(member) }
    }

    mutating func remove(_ key: String) { members.removeAll { $0.isNamed(key) } }
  }
}
