import Foundation
import PostilFormats
import PostilModel
import PostilTestSupport
import Testing

@Suite("Readers of what is marked on pictures")
struct PictureReaderTests {
  private static let box = Region(label: "cell", left: 1, top: 2.5, right: 30, bottom: 40)

  private static func voc(_ object: String) -> String {
    "<annotation><filename>a.png</filename>\(object)</annotation>"
  }

  private static func object(_ name: String, _ sides: [String]) -> String {
    let parts = zip(["xmin", "ymin", "xmax", "ymax"], sides).map { "<\($0)>\($1)</\($0)>" }.joined()
    return "<object><name>\(name)</name><bndbox>\(parts)</bndbox></object>"
  }

  @Test("a label that the question does not have puts the suggestion aside, and the task comes")
  func unknownLabel() throws {
    let coco =
      #"{"images":[{"id":1,"file_name":"a.png"}],"categories":[{"id":7,"name":"moon"}],"#
      + #""annotations":[{"id":1,"image_id":1,"category_id":7,"bbox":[1,2,3,4]}]}"#
    let texts = [
      ("voc", Self.voc(Self.object("moon", ["1", "2", "3", "4"]))), ("coco", coco),
      (
        "labelme", #"{"shapes":[{"label":"moon","points":[[1,2],[3,4]],"shape_type":"rectangle"}],"imagePath":"a.png"}"#
      ),
      ("boxes-csv", "image,label,xmin,ymin,xmax,ymax\na.png,moon,1,2,3,4\n"),
    ]
    for (format, text) in texts {
      let found = try read(text, as: format, boxing)
      #expect(found.records.map(\.picture) == ["a.png"], "\(format)")
      #expect(found.records[0].suggestions == [])
      #expect(found.records[0].badSuggestions.map { $0.reason.contains("has no label \"moon\"") } == [true])
    }
  }

  @Test(
    "numbers that are none put the suggestion aside, and the task comes",
    arguments: ["nan", "inf", "1e400", "0x1p3", "", "1,5", "１", "--1", "1e10"])
  func badNumbers(_ number: String) throws {
    let found = try read(Self.voc(Self.object("cell", ["1", "2", number, "4"])), as: "voc", boxing)
    #expect(found.records.map(\.suggestions) == [[]])
    #expect(found.records[0].badSuggestions.map { $0.reason.hasPrefix("object 1 has ") } == [true])
    let table = try read("image,label,xmin,ymin,xmax,ymax\na.png,cell,1,2,\"\(number)\",4\n", as: "boxes-csv", boxing)
    #expect(table.records.map(\.badSuggestions.count) == [1])
  }

  @Test("a place out of all reach puts the row aside, in every format")
  func farPlaces() throws {
    let far = #"[{"label":"cell","shape":"box","points":[[1,1],[1e300,1e300]]}]"#
    let suggestion = #"{"question":"parts","answer":\#(far),"model":"m"}"#
    let task = try read(#"{"id":"1","image":"a.png","suggestions":[\#(suggestion)]}"#, as: "jsonl", boxing)
    #expect(task.records.map(\.suggestions) == [[]])
    let reason = "which has a place beyond 1000000000 pixels at region 1"
    #expect(task.records[0].badSuggestions.map { $0.reason.hasSuffix(reason) } == [true])
    let alone = #"{"id":"1","question":"parts","answer":\#(far),"model":"m"}"#
    #expect(try read(alone, as: "jsonl", boxing, purpose: .suggestions).rejects.map(\.kind) == [.badSuggestion])
    let row = #"{"task":"1","annotator":"ann","parts":\#(far)}"#
    let answer = try read(row, as: "jsonl", boxing, purpose: .annotations)
    #expect(answer.rejects.map { $0.reason.contains("beyond 1000000000 pixels") } == [true])
    // Each number is in reach, and what they add up to is not.
    let coco =
      #"{"images":[{"id":1,"file_name":"a.png"}],"categories":[{"id":1,"name":"cell"}],"#
      + #""annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[999999999,2,5,4]}]}"#
    let studio =
      #"[{"data":{"image":"a.png"},"annotations":[{"result":[{"type":"rectanglelabels","original_width":1000,"#
      + #""original_height":50,"value":{"x":1,"y":5,"width":900000000,"height":75,"rectanglelabels":["cell"]}}]}]}]"#
    let table = "image,label,x,y,width,height\na.png,cell,1,2,3,1000000000\n"
    for (format, text) in [("coco", coco), ("label-studio", studio), ("boxes-csv", table)] {
      let found = try read(text, as: format, boxing)
      #expect(found.records.map(\.suggestions) == [[]], "\(format)")
      #expect(found.records[0].badSuggestions.map { $0.reason.hasSuffix(reason) } == [true], "\(format)")
    }
  }

  @Test("numbers of other types put the suggestion aside; what is no JSON is rejected")
  func wrongTypes() throws {
    func coco(_ annotation: String) -> String {
      #"{"images":[{"id":1,"file_name":"a.png"},{"id":2,"file_name":"b.png"}],"categories":[{"id":1,"name":"cell"}],"#
        + #""annotations":[{"image_id":2,"category_id":1,"bbox":[1,2,3,4]},\#(annotation)]}"#
    }
    let bad = [
      #"{"image_id":1,"category_id":1,"bbox":"x"}"#, #"{"image_id":1,"category_id":1,"bbox":[1,2,3]}"#,
      #"{"image_id":1,"category_id":1,"bbox":[1,2,3,null]}"#, #"{"image_id":1,"category_id":1,"bbox":[1,2,-3,4]}"#,
      #"{"image_id":1,"category_id":1,"bbox":[1,2,3,1e300]}"#, #"{"image_id":1,"bbox":[1,2,3,4]}"#,
      #"{"image_id":1,"category_id":1}"#,
    ]
    for annotation in bad {
      let found = try read(coco(annotation), as: "coco", boxing)
      #expect(found.records.map(\.suggestions.count) == [0, 1], "\(annotation)")
      #expect(found.records.map(\.badSuggestions.count) == [1, 0])
    }
    for text in [coco(#"{"bbox":[NaN]}"#), coco("{").dropLast(9) + "", "[]", "", #"{"images":7}"#, #"{"a":1}"#] {
      let found = try read(text, as: "coco", boxing)
      #expect(found.records.isEmpty)
      #expect(found.rejects.count == 1, "\(text)")
    }
  }

  @Test("what is not read is told, and the rest is taken")
  func remarks() throws {
    let shapes = [
      #"{"label":"cell","points":[[1,2.5],[30,40]],"shape_type":"rectangle"}"#,
      #"{"label":"cell","points":[[1,2],[3,4]],"shape_type":"circle"}"#,
      #"{"label":"cell","points":[[5,5],[5,9]],"shape_type":"rectangle"}"#,
    ]
    let labelme = try read(
      #"{"shapes":[\#(shapes.joined(separator: ","))],"imagePath":"a.png"}"#, as: "labelme", boxing)
    #expect(labelme.records.map(\.suggestedRegions) == [[Self.box]])
    #expect(labelme.remarks.count == 2)
    let brush =
      #"[{"data":{"image":"a.png"},"annotations":[{"result":[{"type":"brushlabels","value":{}},"#
      + #"{"type":"rectanglelabels","original_width":100,"original_height":50,"value":{"x":1,"y":5,"width":29,"#
      + #""height":75,"rectanglelabels":["cell"]}}]}],"predictions":[{"model_version":"m2","score":0.5,"result":[]}]}]"#
    let studio = try read(brush, as: "label-studio", boxing)
    #expect(studio.records[0].suggestions.map(\.model) == ["label-studio", "m2"])
    #expect(Region.list(studio.records[0].suggestions[0].answer) == [Self.box])
    #expect(studio.remarks == ["results of the type \"brushlabels\", which are not taken: 1, the first in memory"])
    let keypoints =
      #"{"images":[{"id":1,"file_name":"a.png"}],"categories":[{"id":1,"name":"cell"}],"annotations":[{"image_id":1,"#
      + #""category_id":1,"bbox":[1,2.5,29,37.5],"keypoints":[1,2,2],"segmentation":{"counts":"x","size":[1,1]}}]}"#
    let coco = try read(keypoints, as: "coco", boxing)
    #expect(coco.records.map(\.suggestedRegions) == [[Self.box]])
    #expect(coco.remarks.count == 2)
  }

  @Test("fifty thousand attributes that nobody asked for take their time and no more", .timeLimit(.minutes(1)))
  func manyRemarks() throws {
    let flags = (0..<50_000).map { #""f\#($0)":true"# }.joined(separator: ",")
    let shape = #"{"label":"cell","points":[[1,2],[3,4]],"shape_type":"rectangle","flags":{\#(flags)}}"#
    let found = try read(#"{"shapes":[\#(shape)],"imagePath":"a.png"}"#, as: "labelme", boxing)
    #expect(found.remarks.count == 101)
    #expect(found.remarks.last == "49900 more things of the kind were found")
  }

  @Test("regions are a person's answers when somebody is named, and a model's when it is")
  func whose() throws {
    let text = Self.voc(Self.object("cell", ["1", "2.5", "30", "40"]))
    let desk = try PictureDesk(boxing)
    let path = try desk.write(text, to: "a.xml")
    try desk.picture("a.png", 90, 80)
    let named = try desk.load(path) { $0.annotator = "ann" }
    #expect(named.records[0].annotations.map(\.annotator) == ["ann"])
    #expect(named.records[0].annotations[0].annotation.state == .submitted)
    #expect(named.records[0].annotations[0].annotation.answers == ["parts": Region.answer([Self.box])])
    #expect(named.records[0].suggestions == [])
    #expect(try desk.load(path) { $0.model = "net" }.records[0].suggestions.map(\.model) == ["net"])
    let alone = try desk.load(path) { $0.purpose = .suggestions }
    #expect(alone.records.map(\.idText) == ["a.png"])
    #expect(alone.records.map(\.suggestedRegions) == [[Self.box]])
    let answers = try desk.load(path) { ($0.purpose, $0.annotator) = (.annotations, "ann") }
    #expect(answers.records[0].annotations.map(\.annotator) == ["ann"])
    #expect(throws: TransferError.self) { try desk.load(path) { $0.purpose = .annotations } }
    try desk.write(Self.voc(Self.object("moon", ["1", "2.5", "30", "40"])), to: "a.xml")
    let unfit = try desk.load(path) { $0.annotator = "ann" }
    #expect(unfit.records.map(\.annotations.count) == [0])
    #expect(unfit.records.map(\.badSuggestions.count) == [1])
  }

  @Test("the picture is in the field that the question is about")
  func severalFields() throws {
    let project = Project(
      name: "Two", fields: ["before", "after"].map { FieldDefinition(name: $0, kind: .image, isRequired: false) },
      questions: [Question(name: "parts", about: "after", kind: BoxesQuestion(labels: [Choice(name: "cell")]))])
    let found = try read(Self.voc(Self.object("cell", ["1", "2.5", "30", "40"])), as: "voc", project)
    #expect(found.records.map(\.fieldsText) == [#"{"after":"a.png"}"#])
    let desk = try PictureDesk(project)
    let record = TrainingRecord(fields: JSONObject([("before", "b.png"), ("after", "a.png")]))
    let (path, _) = try desk.export("boxes-csv", [record.judged("parts", Region.answer([Self.box]))])
    #expect(desk.folder.bytes(path) == Array("image,label,xmin,ymin,xmax,ymax\na.png,cell,1,2.5,30,40\n".utf8))
  }

  @Test("tables by the names that are in use; rows of a picture need not stand together")
  func tables() throws {
    let tables = [
      "filename,width,height,class,xmin,ymin,xmax,ymax\r\na.png,90,80,cell,1,2.5,30,40\r\n",
      "image;label;x;y;width;height\na.png;cell;1;2.5;29;37.5\n",
      "label_name,bbox_x,bbox_y,bbox_width,bbox_height,image_name,image_width,image_height\n"
        + "cell,1,2.5,29,37.5,a.png,90,80",
    ]
    for table in tables { #expect(try read(table, as: "boxes-csv", boxing).records[0].suggestedRegions == [Self.box]) }
    let mixed =
      "image,label,xmin,ymin,xmax,ymax\na,cell,1,2.5,30,40\n\"b\"\"\n,\",cell,1,2.5,30,40\na,cell,1,2.5,30,40\nc,,,,,\n"
    let found = try read(mixed, as: "boxes-csv", boxing)
    #expect(found.records.map(\.picture) == ["a", "b\"\n,", "c"])
    #expect(found.records.map { $0.suggestedRegions?.count } == [2, 1, 0])
    #expect(throws: TransferError.self) { try read("image,label\na,b\n", as: "boxes-csv", boxing) }
    let broken = try read("image,xmin,ymin,xmax,ymax\na,1,2\n\"b,1,2,3,4\nc,1,2,3,4\n", as: "boxes-csv", boxing)
    #expect(broken.kinds == [.badRow, .badRow])
    #expect(broken.records.map(\.picture) == ["c"])
  }

  @Test("YOLO: names beside or above, in a list or as YAML; pictures without a text file say nothing")
  func yolo() throws {
    let desk = try PictureDesk(marking)
    for name in ["in/images/train/a.png", "in/images/train/b.png", "in/images/train/c.png"] {
      try desk.picture(name, 200, 100)
    }
    try desk.write("path: .\nnames:\n  0: 漢字\n  1: 'two words' \nnc: 2\n", to: "in/data.yaml")
    try desk.write("1 0.5 0.5 0.25 0.5\n0 0 0 1 0 1 1\n", to: "in/labels/train/a.txt")
    try desk.write("", to: "in/labels/train/b.txt")
    try desk.write("5 0 0 0.5 0.5", to: "in/labels/train/z.txt")
    for path in ["in", "in/labels"] {
      let found = try desk.load(desk.folder.path(of: path), as: "yolo")
      let a = try #require(found.records.first { $0.picture == "in/images/train/a.png" })
      let corners = [(0.0, 0.0), (200, 0), (200, 100)].map { RegionPoint(x: $0.0, y: $0.1) }
      #expect(
        a.suggestedRegions == [
          Region(label: "two words", left: 75, top: 25, right: 125, bottom: 75),
          Region(label: "漢字", shape: .polygon, points: corners),
        ])
      #expect(found.records.first { $0.picture == "in/images/train/b.png" }?.suggestedRegions == [])
      #expect(found.records.count == (path == "in" ? 3 : 2))
      #expect(found.kinds == [.missingField])
    }
    try desk.picture("in/labels/train/z.png", 10, 10)
    let unnamed = try desk.load(desk.folder.path(of: "in/labels/train/z.txt"), as: "yolo")
    #expect(unnamed.records[0].badSuggestions.map(\.reason) == ["line 1 has the class 5; there are 2 names of classes"])
  }

  @Test("ten thousand boxes, on ten pictures and on one, take their time and no more", .timeLimit(.minutes(2)))
  func many() throws {
    let objects = (0..<10_000).map { Self.object("cell", ["\($0)", "1", "\($0 + 2)", "3"]) }
    let found = try read(Self.voc(objects.joined()), as: "voc", boxing)
    #expect(found.records.map(\.badSuggestions.count) == [1])
    #expect(found.records[0].badSuggestions[0].reason.utf8.count < 500)
    let images = (0..<10).map { #"{"id":\#($0),"file_name":"\#($0).png"}"# }.joined(separator: ",")
    let annotations = (0..<10_000).map {
      #"{"id":\#($0),"image_id":\#($0 % 10),"category_id":1,"bbox":[\#($0),1,2.5,3]}"#
    }.joined(separator: ",")
    let coco = #"{"annotations":[\#(annotations)],"images":[\#(images)],"categories":[{"id":1,"name":"cell"}]}"#
    #expect(
      try read(coco, as: "coco", boxing).records.map { $0.suggestedRegions?.count } == Array(repeating: 1000, count: 10)
    )
    let rows = (0..<10_000).map { "\($0 % 10).png,cell,\($0),1,\($0 + 2),3\n" }.joined()
    let table = try read("image,label,xmin,ymin,xmax,ymax\n" + rows, as: "boxes-csv", boxing)
    #expect(table.records.map { $0.suggestedRegions?.count } == Array(repeating: 1000, count: 10))
  }
}
