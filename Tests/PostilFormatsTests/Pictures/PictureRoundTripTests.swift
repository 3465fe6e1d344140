import Foundation
import PostilFormats
import PostilModel
import PostilTestSupport
import Testing

/// What is exported comes back the same through the importer of its format.
@Suite("Regions of pictures, out and in again")
struct PictureRoundTripTests {
  private static let names = [
    "plain.png", "two words.png", "a&b<c>\"d'.png", "漢字/画,像.png", "deep/er/x;y.png", " blank first.png", "#1 %41.png",
  ]

  /// How numbers are drawn.
  enum Numbers: CaseIterable {
    case whole, quarters, thousandths, any
  }

  private static func pictures(
    _ shapes: [RegionShape], _ numbers: Numbers, _ dice: inout SeededGenerator, extras: Bool
  ) -> [PictureDesk.Marked] {
    names.enumerated().map { place, name in
      let count = place == 1 ? 0 : Int.random(in: 1...8, using: &dice)
      let regions = (0..<count).map { _ in
        region(shapes.randomElement(using: &dice) ?? .box, numbers, &dice, extras: extras)
      }
      return PictureDesk.Marked(path: name, regions: regions)
    }
  }

  private static func region(
    _ shape: RegionShape, _ numbers: Numbers, _ dice: inout SeededGenerator, extras: Bool
  ) -> Region {
    func number(below limit: Double) -> Double {
      let value = Double.random(in: 0..<limit, using: &dice)
      switch numbers {
      case .whole: return value.rounded(.down)
      case .quarters: return (value * 4).rounded(.down) / 4
      case .thousandths: return (value * 1000).rounded(.down) / 1000
      case .any: return value
      }
    }
    func point() -> RegionPoint { RegionPoint(x: number(below: 641), y: number(below: 417)) }
    let count = shape == .polygon ? Int.random(in: 3...6, using: &dice) : min(shape.counts.upperBound, 3)
    var points = (0..<count).map { _ in point() }
    if shape == .box {
      func side(_ start: Double) -> Double {
        let sum = start + 1 + number(below: 90)
        return numbers == .thousandths ? (sum * 1000).rounded() / 1000 : sum
      }
      points[1] = RegionPoint(x: side(points[0].x), y: side(points[0].y))
    }
    var region = Region(label: awkwardLabels.randomElement(using: &dice) ?? "", shape: shape, points: points)
    if extras {
      region.text = Bool.random(using: &dice) ? "<b> & 漢字 \"q\"" : ""
      region.attributes = Bool.random(using: &dice) ? ["truncated"] : []
    }
    return region
  }

  private static func trip(
    _ format: String, _ shapes: [RegionShape], _ numbers: Numbers, extras: Bool, through project: Project = marking
  ) throws -> (sent: [PictureDesk.Marked], found: Collector) {
    var dice = SeededGenerator(seed: 7)
    let desk = try PictureDesk(project)
    let sent = pictures(shapes, numbers, &dice, extras: extras)
    for marked in sent { try desk.picture(marked.path, 641, 417) }
    let (path, tally) = try desk.export(format, sent)
    #expect(tally.written == sent.count)
    #expect(tally.leftOut == [:])
    let found = try desk.load(path, as: format)
    #expect(found.rejects == [])
    #expect(found.remarks == [])
    return (sent, found)
  }

  @Test(
    "every number, name, label, text and attribute is the same, to the last bit",
    arguments: [
      ("coco", [RegionShape.box, .polygon], true), ("voc", [.box], false), ("boxes-csv", [.box], false),
      ("labelme", RegionShape.allCases, true),
    ], Numbers.allCases)
  func exact(_ how: (format: String, shapes: [RegionShape], extras: Bool), _ numbers: Numbers) throws {
    let (sent, found) = try Self.trip(how.format, how.shapes, numbers, extras: how.extras)
    let byPath = Dictionary(uniqueKeysWithValues: found.records.map { ($0.picture ?? "", $0) })
    #expect(byPath.count == sent.count)
    for marked in sent { #expect(byPath[marked.path]?.suggestedRegions == marked.regions, "\(marked.path)") }
  }

  @Test(
    "shares of the picture give the same pixels: what has at most six decimals to the last bit",
    arguments: [("label-studio", [RegionShape.box, .polygon, .point], true), ("yolo", [.box, .polygon], false)],
    [Numbers.whole, .quarters, .thousandths])
  func shares(_ how: (format: String, shapes: [RegionShape], extras: Bool), _ numbers: Numbers) throws {
    let (sent, found) = try Self.trip(how.format, how.shapes, numbers, extras: how.extras)
    let byPath = Dictionary(uniqueKeysWithValues: found.records.map { ($0.picture ?? "", $0) })
    for marked in sent { #expect(byPath[marked.path]?.suggestedRegions == marked.regions, "\(marked.path)") }
  }

  @Test("YOLO's boxes where the question takes nothing else", arguments: [Numbers.whole, .quarters, .thousandths])
  func plainBoxes(_ numbers: Numbers) throws {
    let (sent, found) = try Self.trip("yolo", [.box], numbers, extras: false, through: boxing)
    let byPath = Dictionary(uniqueKeysWithValues: found.records.map { ($0.picture ?? "", $0) })
    for marked in sent { #expect(byPath[marked.path]?.suggestedRegions == marked.regions, "\(marked.path)") }
  }

  @Test("YOLO's lines are of one kind: all outlines where polygons are asked for, a box as its corners, else all boxes")
  func oneKind() throws {
    let box = Region(label: "cell", left: 10, top: 20, right: 30, bottom: 60)
    let corners = [(50.0, 0.0), (100, 80), (0, 40)].map { RegionPoint(x: $0.0, y: $0.1) }
    let outline = Region(label: "cell", shape: .polygon, points: corners)
    for (project, lines, told) in [
      (marking, "0 0.1 0.25 0.3 0.25 0.3 0.75 0.1 0.75\n0 0.5 0 1 1 0 0.5\n", [:]),
      (
        boxing, "0 0.2 0.5 0.2 0.5\n0 0.5 0.5 1 1\n",
        ["corners of a polygon, of which yolo has the bounding box": 1]
      ),
    ] {
      let desk = try PictureDesk(project)
      try desk.picture("a.png", 100, 80)
      let (path, tally) = try desk.export("yolo", [PictureDesk.Marked(path: "a.png", regions: [box, outline])])
      #expect(desk.folder.bytes(path + "/a.txt").map { String(decoding: $0, as: UTF8.self) } == lines)
      #expect(tally.leftOut == told)
    }
  }

  @Test("shares of the picture, any number: a billionth away at most", arguments: ["label-studio", "yolo"])
  func anyShares(_ format: String) throws {
    let (sent, found) = try Self.trip(format, [.box], .any, extras: false)
    let byPath = Dictionary(uniqueKeysWithValues: found.records.map { ($0.picture ?? "", $0) })
    for marked in sent {
      let regions = try #require(byPath[marked.path]?.suggestedRegions)
      try #require(regions.count == marked.regions.count)
      for (one, other) in zip(regions.flatMap(\.points), marked.regions.flatMap(\.points)) {
        #expect(abs(one.x - other.x) <= 1e-9 * max(1, other.x))
        #expect(abs(one.y - other.y) <= 1e-9 * max(1, other.y))
      }
    }
  }

  @Test(
    "a question without labels writes its own name, and reads it again", arguments: ["coco", "voc", "yolo", "labelme"])
  func nameless(_ format: String) throws {
    let project = Project(
      name: "Spots", fields: [FieldDefinition(name: "image", kind: .image)],
      questions: [Question(name: "parts", kind: BoxesQuestion())])
    let desk = try PictureDesk(project)
    try desk.picture("a.png", 100, 80)
    let box = Region(label: "", left: 1, top: 2, right: 30.5, bottom: 40)
    let (path, _) = try desk.export(format, [PictureDesk.Marked(path: "a.png", regions: [box])])
    #expect(try desk.load(path, as: format).records.map(\.suggestedRegions) == [[box]])
  }

  @Test("what a format cannot hold is told: a polygon is its box, a line and a point are left out")
  func unsaid() throws {
    let desk = try PictureDesk(marking)
    try desk.picture("a.png", 100, 80)
    let corners = [RegionPoint(x: 1, y: 2), RegionPoint(x: 30, y: 5), RegionPoint(x: 7, y: 9.5)]
    let regions = [
      Region(label: "cell", shape: .polygon, points: corners, text: "why", attributes: ["blurred"]),
      Region(label: "cell", shape: .line, points: corners), Region(label: "cell", shape: .point, points: [corners[0]]),
    ]
    let box = Region(label: "cell", left: 1, top: 2, right: 30, bottom: 9.5)
    for format in ["voc", "boxes-csv"] {
      let (path, tally) = try desk.export(format, [PictureDesk.Marked(path: "a.png", regions: regions)], to: format)
      #expect(
        tally.leftOut == [
          "corners of a polygon, of which \(format) has the bounding box": 1,
          "line, which \(format) does not have": 1, "point, which \(format) does not have": 1,
          "text of a region, which \(format) does not have": 1,
          "attribute of a region, which \(format) does not have": 1,
        ])
      #expect(try desk.load(path, as: format).records.map(\.suggestedRegions) == [[box]])
    }
  }

  @Test("a label that the question does not have any more: told where classes are a list, else written")
  func formerLabel() throws {
    let desk = try PictureDesk(boxing)
    try desk.picture("a.png", 100, 80)
    let regions = ["moon", "cell", "moon"].map { Region(label: $0, left: 1, top: 2, right: 30, bottom: 9.5) }
    for format in ["coco", "yolo"] {
      let (path, tally) = try desk.export(format, [PictureDesk.Marked(path: "a.png", regions: regions)], to: format)
      let words = "region with a label that the question does not have any more, for which \(format) has no class"
      #expect(tally.leftOut == [words: 2])
      #expect(try desk.load(path, as: format).records.map { $0.suggestedRegions?.map(\.label) } == [["cell"]])
    }
    let (path, tally) = try desk.export("boxes-csv", [PictureDesk.Marked(path: "a.png", regions: regions)])
    #expect(tally.leftOut == [:])
    #expect(desk.folder.bytes(path)?.count { $0 == UInt8(ascii: "\n") } == 4)
  }

  @Test("a region out of all reach, which an earlier version took, is told")
  func farRegion() throws {
    let desk = try PictureDesk(boxing)
    try desk.picture("a.png", 100, 80)
    let answer: JSONValue = [["label": "cell", "shape": "box", "points": [[1, 1], [1e300, 1e300]]]]
    let record = TrainingRecord(fields: JSONObject([("image", "a.png")])).judged("parts", answer)
    for format in ["coco", "voc", "label-studio"] {
      let (_, tally) = try desk.export(format, [record], to: format)
      #expect(tally.leftOut == ["region that cannot be read": 1])
    }
  }

  @Test("two pictures of one name but for the ending: YOLO has the first and tells of the other; VOC and labelme both")
  func sameStem() throws {
    let desk = try PictureDesk(boxing)
    let names = ["a.png", "a.jpg", "b.png", "classes.png"]
    for name in names { try desk.picture(name, 100, 80) }
    let marked = names.enumerated().map { place, name in
      let box = Region(label: "cell", left: Double(place), top: 2, right: 30, bottom: 9.5)
      return PictureDesk.Marked(path: name, regions: [box])
    }
    let (path, tally) = try desk.export("yolo", marked, to: "yolo")
    #expect(tally.written == 2)
    #expect(tally.leftOut == ["picture whose text file would have the name of another's, or of classes.txt": 2])
    #expect(try FileManager.default.contentsOfDirectory(atPath: path).sorted() == ["a.txt", "b.txt", "classes.txt"])
    for format in ["voc", "labelme"] {
      let (path, tally) = try desk.export(format, marked, to: format)
      #expect(tally.leftOut == [:])
      let found = try desk.load(path, as: format).records
      let regions = Dictionary(uniqueKeysWithValues: found.map { ($0.picture ?? "", $0.suggestedRegions) })
      for one in marked { #expect(regions[one.path] == one.regions, "\(format): \(one.path)") }
    }
  }

  @Test("several people's answers: one is to be chosen; the answer of a file does not count beside a person's")
  func whose() throws {
    let desk = try PictureDesk(marking)
    try desk.picture("a.png", 100, 80)
    let record = TrainingRecord(fields: JSONObject([("image", "a.png")])).judged("parts", [], by: "ann")
    let both = record.judged("parts", [], by: "bo")
    let (_, tally) = try desk.export("coco", [both, record.judged("parts", [], by: "source:coco")])
    #expect(tally.written == 1)
    #expect(
      tally.leftOut == [
        "task with answers of several people and no final one; choose one's with --annotator NAME": 1,
        "imported judgement of a task that a person has judged": 1,
      ])
  }

  @Test("numbers as Label Studio, VOC, COCO and YOLO say one box")
  func knownBox() throws {
    let desk = try PictureDesk(boxing)
    try desk.picture("a.png", 650, 417)
    let box = Region(label: "cell", left: 81, top: 88, right: 522, bottom: 408)
    let marked = [PictureDesk.Marked(path: "a.png", regions: [box])]
    func text(_ format: String, _ file: String = "") throws -> String {
      let (path, _) = try desk.export(format, marked, to: format)
      return String(decoding: try Data(contentsOf: URL(fileURLWithPath: path + file)), as: UTF8.self)
    }
    #expect(try text("coco").contains("\"bbox\":[81,88,441,320],\"area\":141120,\"iscrowd\":0,\"segmentation\":[]"))
    let shares = try text("yolo", "/a.txt").split { $0 == " " || $0 == "\n" }.compactMap { Double($0) }
    let wanted = [0, 0.4638461538, 0.5947242206, 0.6784615385, 0.7673860911]
    #expect(shares.count == 5 && zip(shares, wanted).allSatisfy { abs($0 - $1) < 1e-10 })
    let studio = try JSONParser().parse(text("label-studio"))
    let result = studio.array?.first?.object?["annotations"]?.array?.first?.object?["result"]?.array?.first?.object
    #expect(result?["value"]?.object?["x"]?.double.map { abs($0 - 8100.0 / 650) < 1e-12 } == true)
    #expect(try JSONParser().parse(text("coco")).object?.keys == ["images", "annotations", "categories"])
    #expect(try text("voc", "/a.xml").contains("<xmin>81</xmin>"))
    #expect(try text("boxes-csv") == "image,label,xmin,ymin,xmax,ymax\na.png,cell,81,88,522,408\n")
  }
}
