import PostilFormats
import PostilModel
import PostilTestSupport
import Testing

@Suite("Tasks of Label Studio")
struct LabelStudioTests {
  /// Results of one box at a place.
  private static func results(_ left: Int) -> String {
    #"[{"type":"rectanglelabels","original_width":100,"original_height":100,"value":{"x":\#(left),"y":5,"#
      + #""width":20,"height":30,"rectanglelabels":["cell"]}}]"#
  }

  private static func box(_ left: Double) -> Region {
    Region(label: "cell", left: left, top: 5, right: left + 20, bottom: 35)
  }

  private static func annotation(_ left: Int, by person: Int) -> String {
    #"{"completed_by":\#(person),"result":\#(results(left))}"#
  }

  private static func prediction(_ left: Int, _ model: String) -> String {
    #"{"model_version":"\#(model)","score":0.5,"result":\#(results(left))}"#
  }

  private static func task(_ picture: String, _ annotations: [String], _ predictions: [String]) -> String {
    #"{"data":{"image":"\#(picture)"},"annotations":[\#(annotations.joined(separator: ","))],"#
      + #""predictions":[\#(predictions.joined(separator: ","))]}"#
  }

  /// Only a prediction; an annotation beside one; two annotations.
  private static let tasks = [
    task("a.png", [], [prediction(1, "m")]),
    task("b.png", [annotation(2, by: 1)], [prediction(3, "m"), prediction(4, "")]),
    task("c.png", [annotation(5, by: 1), annotation(6, by: 2)], []),
  ]

  private func read(_ tasks: [String], _ change: (inout RecordLayout) -> Void = { _ in }) throws -> Collector {
    let desk = try PictureDesk(boxing)
    for name in ["a", "b", "c"] { try desk.picture("\(name).png", 100, 100) }
    let path = try desk.write("[\(tasks.joined(separator: ","))]", to: "tasks.json")
    return try desk.load(path, as: "label-studio", change)
  }

  @Test("a model's predictions are never a person's answer, and stay suggestions beside it")
  func predictions() throws {
    let found = try read(Self.tasks) { $0.annotator = "ann" }
    #expect(found.rejects == [])
    let answers = found.records.map { $0.annotations.map { Region.list($0.annotation.answers["parts"]) } }
    #expect(answers == [[], [[Self.box(2)]], [[Self.box(5)]]])
    let suggested = found.records.map { record in record.suggestions.map { Region.list($0.answer) } }
    #expect(suggested == [[[Self.box(1)]], [[Self.box(3)], [Self.box(4)]], []])
    #expect(found.records.map { $0.suggestions.map(\.model) } == [["m"], ["m", "label-studio"], []])
    #expect(found.remarks.count == 1)
    let words = "annotations beyond the first of a picture, which are left out: 1, the first in "
    #expect(found.remarks[0].hasPrefix(words))
  }

  @Test("where answers are all that is wanted, predictions are left out and counted", arguments: [true, false])
  func answersOnly(_ isGold: Bool) throws {
    let found = try read(Self.tasks) {
      $0.purpose = isGold ? .gold : .annotations
      $0.annotator = isGold ? nil : "ann"
    }
    #expect(found.rejects == [])
    #expect(found.records.map(\.idText) == ["b.png", "c.png"])
    let answers = found.records.map { Region.list($0.annotations.first?.annotation.answers["parts"]) }
    #expect(answers == [[Self.box(2)], [Self.box(5)]])
    #expect(
      found.remarks.map { $0.split(separator: ", the first in ").first ?? "" } == [
        "predictions, which are nobody's answer and are left out: 3",
        "pictures without an answer, which are left out: 1",
        "annotations beyond the first of a picture, which are left out: 1",
      ])
  }

  @Test("what a task's data says under the names of the picture's size comes too, and nothing of it is lost")
  func dataKeys() throws {
    let data = [
      #"{"image":"a.png","width":100,"height":100.0}"#, #"{"image":"b.png","width":7,"height":"tall","width_said":1}"#,
      #"{"image":"c.png","task":"sort","width":null}"#,
    ]
    let results = Self.results(1)
    let found = try read(
      data.enumerated().map { #"{"id":\#($0 + 5),"data":\#($1),"annotations":[{"result":\#(results)}]}"# })
    #expect(found.rejects == [])
    #expect(
      found.records.map(\.metadataText) == [
        #"{"width":100,"height":100,"task":5}"#,
        #"{"width":100,"height":100,"width_said_said":7,"height_said":"tall","width_said":1,"task":6}"#,
        #"{"width":100,"height":100,"task":"sort","width_said":null,"label_studio_task":7}"#,
      ])
  }

  @Test("a field of the project takes what the data says before the picture's size")
  func fieldOfThatName() throws {
    let fields = [
      FieldDefinition(name: "image", kind: .image), FieldDefinition(name: "width", kind: .value, isRequired: false),
      FieldDefinition(name: "height", kind: .value, isRequired: false),
    ]
    let project = Project(name: "Fields", fields: fields, questions: boxing.questions)
    let desk = try PictureDesk(project)
    try desk.picture("a.png", 100, 100)
    let path = try desk.write(#"[{"data":{"image":"a.png","width":7},"annotations":[]}]"#, to: "tasks.json")
    let found = try desk.load(path, as: "label-studio")
    #expect(found.records.map(\.fieldsText) == [#"{"image":"a.png","width":7,"height":100}"#])
    #expect(found.records.map(\.metadataText) == [#"{"width":100}"#])
  }

  @Test("a damaged first annotation is not made up for by another's")
  func damagedFirst() throws {
    let damaged = #"{"completed_by":1,"result":[{"type":"rectanglelabels","value":{}}]}"#
    let found = try read([Self.task("a.png", [damaged, Self.annotation(5, by: 2)], [])]) { $0.annotator = "ann" }
    #expect(found.records.map(\.annotations.count) == [0])
    #expect(found.records.map(\.badSuggestions.count) == [1])
  }

  @Test("an annotation that was cancelled is left out and counted; without a name all are suggestions")
  func suggestions() throws {
    let cancelled = #"{"was_cancelled":true,"result":\#(Self.results(9))}"#
    let found = try read(Self.tasks + [Self.task("a.png", [cancelled], [])])
    #expect(
      found.records.map { $0.suggestions.map(\.model) }
        == [["m"], ["label-studio", "m", "label-studio"], ["label-studio", "label-studio 2"], []])
    #expect(found.remarks.map { $0.hasPrefix("annotations that were cancelled, which are left out: 1") } == [true])
  }
}
