import Foundation
import PostilFormats
import PostilModel
import PostilTestSupport
import Testing

@Suite("Pictures written in folders by class")
struct ImageFoldersTests {
  private static let labels = ["cat", "two words", "漢字", "a/b", "..", ".hidden", String(repeating: "x", count: 300)]

  private static func project(_ kind: any QuestionKind) -> Project {
    Project(
      name: "Pets", fields: [FieldDefinition(name: "image", kind: .image)],
      questions: [Question(name: "note", isRequired: false, kind: TextQuestion()), Question(name: "pet", kind: kind)])
  }

  private static let pets = project(LabelQuestion(choices: labels.map { Choice(name: $0) }))

  private func record(_ path: String, _ answer: JSONValue) -> TrainingRecord {
    TrainingRecord(fields: JSONObject([("image", .string(path))])).judged("pet", answer)
  }

  @Test("copies, byte for byte, and each comes back with its class")
  func trip() throws {
    let desk = try PictureDesk(Self.pets)
    let pictures = [("a.png", "cat"), ("deep/er/漢 b.jpg", "two words"), ("c.png", "漢字"), ("d.gif", "cat")]
    for (place, (path, _)) in pictures.enumerated() { try desk.picture(path, 10 + place, 20) }
    let (path, tally) = try desk.export("image-folders", pictures.map { record($0.0, .string($0.1)) })
    #expect(tally.written == 4)
    #expect(tally.leftOut == [:])
    for (name, label) in pictures {
      let copy = "\(path)/\(label)/\(name.split(separator: "/").last ?? "")"
      #expect(desk.folder.bytes(copy) == desk.folder.bytes(desk.folder.path(of: name)), "\(copy)")
      #expect(try FileManager.default.attributesOfItem(atPath: copy)[.type] as? FileAttributeType == .typeRegular)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: path).sorted() == ["cat", "two words", "漢字"])
    let found = try desk.load(path)
    let answers = found.records.map { $0.suggestions.map(\.answer) }
    #expect(answers == [["cat"], ["cat"], ["two words"], ["漢字"]])
  }

  @Test("what has no place is counted: no picture, no file, no folder of that name, no single label")
  func leftOut() throws {
    let desk = try PictureDesk(Self.pets)
    try desk.picture("a.png", 9, 9)
    try desk.write("a secret", to: "secret.png")
    try desk.picture(".b.png", 9, 9)
    var records = ["secret.png", "gone.png", "", "/etc/hostname", ".b.png", "."].map { record($0, "cat") }
    records += Self.labels.dropFirst(3).map { record("a.png", .string($0)) }
    records.append(record("a.png", "cat"))
    let (path, tally) = try desk.export("image-folders", records)
    #expect(tally.written == 1)
    #expect(
      tally.leftOut == [
        "picture whose file cannot be read": 3, "picture with a hidden name, or a very long one": 3,
        "picture with a label that no folder can be called": 4,
      ])
    #expect(try FileManager.default.subpathsOfDirectory(atPath: path).sorted() == ["cat", "cat/a.png"])
    let many = try PictureDesk(Self.project(LabelsQuestion(choices: ["cat", "dog"].map { Choice(name: $0) })))
    try many.picture("a.png", 9, 9)
    let answers: [JSONValue] = [["cat", "dog"], [], ["dog"]]
    let (folder, told) = try many.export("image-folders", answers.map { record("a.png", $0) })
    #expect(
      told.leftOut == [
        "picture with several labels, which has no folder": 1, "picture without a label, which has no folder": 1,
      ])
    #expect(try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() == ["dog", "dog/a.png"])
  }

  @Test("pictures of one name keep apart, also where case does not count, and that is told")
  func sameName() throws {
    let desk = try PictureDesk(Self.pets)
    let names = ["1/a.png", "2/a.png", "3/A.PNG", "4/a-2.png", "5/a.png", "6/a.jpg"]
    for (place, name) in names.enumerated() { try desk.picture(name, 10 + place, 9) }
    let (path, tally) = try desk.export("image-folders", names.map { record($0, "cat") } + [record("1/a.png", "漢字")])
    #expect(tally.leftOut == ["name of a picture that another of its class has too (it is written with a number)": 4])
    let written = ["a.png", "a-2.png", "A-3.PNG", "a-2-2.png", "a-4.png", "a.jpg"]
    for (name, copy) in zip(names, written) {
      #expect(desk.folder.bytes("\(path)/cat/\(copy)") == desk.folder.bytes(desk.folder.path(of: name)), "\(copy)")
    }
    #expect(desk.folder.bytes("\(path)/漢字/a.png") != nil)
  }

  @Test("a project without a label to give is refused in words")
  func unsuited() throws {
    #expect(throws: TransferError.self) { try PictureDesk(boxing).export("image-folders", [TrainingRecord]()) }
  }

  @Test("a copy that cannot be made ends the export, and nothing is left of it")
  func unreadable() throws {
    let folder = try TemporaryFolder()
    do {
      let output = try FolderOutput(path: folder.path(of: "out"), token: "1")
      try output.write(OutputFile(name: "a/b.png", bytes: [1]))
      #expect(throws: TransferError.self) {
        try output.write(OutputFile(name: "a/c.png", copyOf: folder.path(of: "gone.png")))
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }
}
