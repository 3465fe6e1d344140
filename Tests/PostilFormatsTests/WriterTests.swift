import PostilFormats
import PostilModel
import PostilTestSupport
import Testing

@Suite("Writers")
struct WriterTests {
  private func write(
    _ format: String, _ records: [ImportedRecord], _ project: Project = reviews, annotator: String? = nil
  ) throws -> (text: String, tally: ExportTally) {
    let makeWriter = try #require(try Formats.toExport(format).makeWriter)
    var writer = makeWriter(ExportLayout(project, annotator: annotator))
    var out: [UInt8] = []
    var tally = ExportTally()
    writer.begin(into: &out)
    for (index, record) in records.enumerated() {
      record.id.withUnsafeBytes { id in
        record.fields.withUnsafeBytes { fields in
          record.metadata.withUnsafeBytes { metadata in
            var row = ExportedRecord()
            row.number = index + 1
            row.id = id
            row.fields = fields
            row.metadata = metadata
            row.provenance = record.provenance ?? Provenance()
            row.suggestions = record.suggestions
            row.annotations = record.annotations
            writer.write(row, into: &out, tally: &tally)
          }
        }
      }
    }
    writer.end(into: &out)
    return (String(decoding: out, as: UTF8.self), tally)
  }

  private func record(_ dice: inout SeededGenerator, _ number: Int) -> ImportedRecord {
    func json(_ object: JSONObject) -> [UInt8] { Array(object.jsonText.utf8) }
    var record = ImportedRecord()
    record.id = Array("\(number)\(dice.hostileText())".utf8)
    record.fields = json(JSONObject([("text", .string(dice.hostileText())), ("stars", .string(dice.hostileText()))]))
    record.metadata = json(
      JSONObject([(dice.hostileText(), .string(dice.hostileText())), ("n\u{0}", [1.0, 2, 1e300, .natural(.max)])]))
    record.provenance = Provenance(
      file: dice.hostileText(), line: number, importedAt: Timestamp(milliseconds: 86_400_123))
    record.suggestions = [Suggestion(question: "why", answer: .string(dice.hostileText()), model: "m", score: 0.1)]
    var annotation = Annotation(state: AnnotationState.allCases.randomElement(using: &dice) ?? .draft)
    annotation.answers = ["why": .string(dice.hostileText()), "gone": [.null, 1.5], "price": 1.0]
    annotation.comment = dice.hostileText()
    annotation.skipReason = dice.hostileText()
    annotation.guidelinesVersion = "v1"
    annotation.isFlagged = Bool.random(using: &dice)
    annotation.activeMilliseconds = 1234
    annotation.revision = 3
    annotation.savedAt = Timestamp(milliseconds: 1_700_000_000_001)
    record.annotations = [.init(annotator: "a\(dice.hostileText())", annotation: annotation)]
    return record
  }

  @Test("jsonl: what is written is read back the same, on hostile text")
  func identity() throws {
    var dice = SeededGenerator(seed: 3)
    let records = (1...500).map { record(&dice, $0) }
    let written = try write("jsonl", records)
    let found = try read(written.text, as: "jsonl")
    #expect(found.rejects == [])
    #expect(written.tally.written == 500)
    #expect(!written.text.utf8.contains { $0 < 0x20 && $0 != 0x0A })
    try #require(found.records.count == records.count)
    for (one, other) in zip(found.records, records) {
      #expect(one.id == other.id)
      #expect(one.fields == other.fields)
      #expect(one.metadata == other.metadata)
      #expect(one.provenance == other.provenance)
      #expect(one.suggestions == other.suggestions)
      #expect(one.annotations == other.annotations)
    }
    #expect(try write("jsonl", found.records).text == written.text)
  }

  @Test("csv and tsv: cells are read back the same", arguments: ["csv", "tsv"])
  func tables(_ format: String) throws {
    var dice = SeededGenerator(seed: 5)
    let records = (1...300).map { record(&dice, $0) }.filter { !$0.fieldsText.hasPrefix(#"{"text":"","#) }
    let plain = records.filter { !$0.fieldsText.contains(#"\u0000"#) && !$0.metadataText.contains(#"\u0000""#) }
    let kept = plain.filter { record in
      !(record.id + Array(record.annotations[0].annotator.utf8) + Array(record.annotations[0].annotation.comment.utf8))
        .contains(0) && record.annotations[0].annotation.answers["why"]?.string?.utf8.contains(0) == false
    }
    let written = try write(format, kept)
    let found = try read(written.text, as: format)
    #expect(found.rejects == [])
    #expect(found.records.map(\.id) == kept.map(\.id))
    let parser = JSONParser()
    for (one, other) in zip(found.records, kept) {
      let text = try parser.parse(one.fieldsText).object?["text"]
      #expect(try text == parser.parse(other.fieldsText).object?["text"])
      #expect(try parser.parse(one.metadataText).object?["metadata"]?.string == other.metadataText)
    }
  }

  @Test("csv: columns stand in a fixed order, labels are joined, nothing is altered")
  func columns() throws {
    var record = ImportedRecord()
    record.id = Array("1".utf8)
    record.fields = Array(#"{"text":"=1+1","stars":4}"#.utf8)
    record.metadata = Array(#"{"a":1}"#.utf8)
    var annotation = Annotation(
      state: .submitted, answers: ["topics": ["room", "food"], "price": 33, "sentiment": "positive"])
    annotation.comment = "so, \"so\""
    annotation.skipReason = "left"
    record.annotations = [.init(annotator: "ann", annotation: annotation)]
    var untouched = record
    untouched.annotations = []
    let written = try write("csv", [record, untouched])
    #expect(
      written.text
        == "id,number,text,stars,metadata,annotator,state,flagged,comment,skip_reason,saved_at,sentiment,topics,price,why\n"
        + "1,1,=1+1,4,\"{\"\"a\"\":1}\",ann,submitted,false,\"so, \"\"so\"\"\",left,1970-01-01T00:00:00.000Z,positive,room|food,33.0,\n"
    )
    #expect(written.tally.leftOut == ["task without an annotation": 1])
  }

  @Test("rows: a flat line a submitted annotation, the same keys in each")
  func rows() throws {
    let project = Project(
      name: "Clash", fields: [FieldDefinition(name: "text"), FieldDefinition(name: "why", isRequired: false)],
      questions: reviews.questions)
    var record = ImportedRecord()
    record.id = Array("1".utf8)
    record.fields = Array(#"{"text":"t"}"#.utf8)
    record.metadata = Array("{}".utf8)
    record.annotations = [
      .init(annotator: "a", annotation: Annotation(state: .submitted, answers: ["price": 2, "why": "w"])),
      .init(annotator: "b", annotation: Annotation(state: .skipped)),
    ]
    let written = try write("rows", [record], project)
    #expect(
      written.text == #"{"id":"1","number":1,"text":"t","why":null,"metadata":"{}","annotator":"a","flagged":false,"#
        + #""comment":"","saved_at":"1970-01-01T00:00:00.000Z","sentiment":null,"topics":null,"price":2.0,"why_answer":"w"}"#
        + "\n")
    #expect(written.tally.leftOut == ["annotation not submitted (skipped)": 1])
    #expect(try write("rows", [record], project, annotator: "b").tally.written == 0)
  }
}
