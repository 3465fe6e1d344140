import Foundation
import PostilFormats
import PostilModel
import PostilTestSupport
import Testing

@Suite("Folders of pictures")
struct PictureFolderTests {
  @Test("all pictures below a folder, in the order of names; hidden files and loops of links are left out")
  func listing() throws {
    let desk = try PictureDesk(marking)
    for name in ["in/b.png", "in/a.PNG", "in/c/d.jpg", "in/.hidden.png", "in/.git/e.png", "in/notes.md"] {
      try desk.picture(name, 3, 2)
    }
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: desk.folder.path(of: "in/c/loop"), withDestinationPath: "..")
    try manager.createSymbolicLink(atPath: desk.folder.path(of: "in/broken.png"), withDestinationPath: "nothing")
    let found = try desk.load(desk.folder.path(of: "in"))
    #expect(found.records.map(\.picture) == ["in/a.PNG", "in/b.png", "in/c/d.jpg"])
    #expect(found.records.map(\.idText) == ["in/a.PNG", "in/b.png", "in/c/d.jpg"])
    #expect(found.records.map(\.metadataText) == Array(repeating: #"{"width":3,"height":2}"#, count: 3))
    #expect(found.records.allSatisfy { $0.suggestions.isEmpty })
    #expect(found.remarks == ["links that lead nowhere in the folder, which are left out: 1, the first in broken.png"])
    // A name in Latin-1, and a pipe.
    let inner = desk.folder.path(of: "in")
    let latin = Array("\(inner)/caf".utf8CString.dropLast()) + [CChar(bitPattern: 0xE9)] + Array(".png".utf8CString)
    let file = open(latin, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
    #expect(file >= 0 && close(file) == 0)
    #expect(mkfifo("\(inner)/pipe.png", 0o600) == 0)
    let told = try desk.load(inner)
    #expect(told.records.count == 3)
    #expect(told.remarks.count == 3)
    #expect(told.remarks.contains { $0.hasPrefix("names that are not UTF-8 in the folder") })
    #expect(told.remarks.contains { $0.hasPrefix("pipes, devices and the like in the folder") })
  }

  @Test("folders that are labels are classes, and others are not")
  func classes() throws {
    let project = Project(
      name: "Pets", fields: [FieldDefinition(name: "image", kind: .image)],
      questions: [
        Question(name: "pet", kind: LabelQuestion(choices: [Choice(name: "cat"), Choice(name: "dog")]))
      ])
    let desk = try PictureDesk(project)
    for name in ["in/cat/1.png", "in/dog/1.png", "in/dog/2.png"] { try desk.picture(name, 3, 2) }
    let found = try desk.load(desk.folder.path(of: "in")) { $0.model = "net" }
    #expect(
      found.records.map(\.suggestions)
        == ["cat", "dog", "dog"].map { label in
          [Suggestion(question: "pet", answer: .string(label), model: "net")]
        })
    try desk.picture("in/fox/1.png", 3, 2)
    #expect(try desk.load(desk.folder.path(of: "in")).records.allSatisfy { $0.suggestions.isEmpty })
    let named = try desk.load(desk.folder.path(of: "in"), as: "image-folders")
    #expect(named.records.map(\.suggestions.count) == [1, 1, 1, 0])
    #expect(named.records[3].badSuggestions.count == 1)
  }

  @Test("the class of a picture is kept where no question takes it")
  func untakenClass() throws {
    let desk = try PictureDesk(boxing)
    try desk.picture("in/cat/1.png", 3, 2)
    let found = try desk.load(desk.folder.path(of: "in"), as: "image-folders")
    #expect(found.records.map(\.metadataText) == [#"{"width":3,"height":2,"class":"cat"}"#])
  }

  @Test("the size of every kind of picture is read, as it is shown")
  func sizes() throws {
    let desk = try PictureDesk(marking)
    func little(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> ($0 * 8) & 255) } }
    let bitmap = Array("BM".utf8) + little(0, 12) + little(40, 4) + little(300, 4) + little(-20 & 0xFFFF_FFFF, 4)
    let webP = Array("RIFF".utf8) + little(30, 4) + Array("WEBPVP8X".utf8) + little(10, 4) + little(0, 4)
    let lossy = Array("RIFF".utf8) + little(30, 4) + Array("WEBPVP8 ".utf8) + little(10, 4) + [0, 0, 0, 0x9D, 1, 0x2A]
    let lossless = Array("RIFF".utf8) + little(30, 4) + Array("WEBPVP8L".utf8) + little(10, 4) + [0x2F]
    let pictures: [(String, [UInt8], String)] = [
      ("a.png", GeneratedPicture.png(claiming: 70_000, 2), "70000 2"), ("b.jpg", GeneratedPicture.turnedJPEG, "8 16"),
      ("c.gif", GeneratedPicture.movingGIF, "4 4"), ("d.tif", GeneratedPicture.greyTIFF, "4 2"),
      ("e.bmp", bitmap + little(0, 20), "300 20"), ("f.webp", webP + little(639, 3) + little(479, 3), "640 480"),
      ("g.webp", lossy + little(640, 2) + little(480, 2), "640 480"),
      ("h.webp", lossless + little(639 | 479 << 14, 4) + little(0, 5), "640 480"), ("i.png", [1, 2, 3], "- -"),
      ("j.jpg", Array(GeneratedPicture.turnedJPEG.prefix(40)), "- -"), ("k.png", [], "- -"),
    ]
    for (name, bytes, _) in pictures { try desk.write(bytes, to: "in/\(name)") }
    let found = try desk.load(desk.folder.path(of: "in"))
    let sizes = found.records.map { record in
      let object = (try? JSONParser().parse(record.metadataText))?.object
      return "\(object?["width"]?.jsonText ?? "-") \(object?["height"]?.jsonText ?? "-")"
    }
    #expect(sizes == pictures.map(\.2))
  }

  @Test("what is in a folder or a file tells the format")
  func recognition() throws {
    let desk = try PictureDesk(boxing)
    func format(_ name: String) throws -> String {
      try Formats.recognise(ByteInput(path: desk.folder.path(of: name)), for: RecordLayout(boxing)).name
    }
    for folder in ["voc", "labelme", "yolo", "beside"] { try desk.picture("\(folder)/a.png", 3, 2) }
    try desk.write("<annotation/>", to: "voc/a.xml")
    try desk.write(#"{"shapes":[]}"#, to: "labelme/a.json")
    try desk.picture("other/a.png", 3, 2)
    try desk.write(#"{"images":[]}"#, to: "other/all.json")
    try desk.write("0 0.5 0.5 1 1", to: "beside/a.txt")
    try desk.write("cell", to: "yolo/classes.txt")
    for (folder, name) in [("voc", "voc"), ("labelme", "labelme"), ("beside", "yolo"), ("yolo", "yolo")] {
      #expect(try format(folder) == name)
    }
    let files = [
      ("a.xml", "<annotation/>", "voc"), ("b.json", #"{"info":{},"images":[],"annotations":[]}"#, "coco"),
      ("c.json", #"{"version":"5","shapes":[],"imagePath":"a.png"}"#, "labelme"),
      ("d.json", #"[{"id":1,"data":{"image":"a"},"annotations":[]}]"#, "label-studio"),
      ("e.csv", "filename,width,height,class,xmin,ymin,xmax,ymax\n", "boxes-csv"), ("f.csv", "image,x\n", "csv"),
      ("g.json", #"[{"image":"a.png"}]"#, "json"), ("h.jsonl", #"{"image":"a.png"}"#, "jsonl"),
      ("i.json", "{\n\"images\": [\n" + String(repeating: "{\"id\": 1},\n", count: 20_000), "coco"),
    ]
    for (file, text, name) in files {
      try desk.write(text, to: file)
      #expect(try format(file) == name, "\(file)")
    }
    for name in ["both/a.xml", "both/classes.txt"] { try desk.write("<annotation/>", to: name) }
    do {
      Issue.record("\(try format("both"))")
    } catch let error as TransferError {
      guard case .ambiguous(_, let formats) = error else { throw error }
      #expect(formats == ["voc", "yolo"])
    }
    try desk.write("x", to: "nothing/a.md")
    for folder in ["nothing", "other"] {
      #expect(throws: TransferError.self) { try format(folder) }
    }
  }

  @Test("a picture is found beside its file, in the folders that are customary, and in the project; else that is told")
  func finding() throws {
    let desk = try PictureDesk(boxing)
    for name in ["data/voc/a.png", "data/images/b.png", "data/JPEGImages/c.png", "d.png", "data/voc/images/e.png"] {
      try desk.picture(name, 9, 9)
    }
    for name in ["a", "b", "c", "d", "e", "f"] {
      try desk.write("<annotation><filename>\(name).png</filename></annotation>", to: "data/voc/\(name).xml")
    }
    let found = try desk.load(desk.folder.path(of: "data/voc"))
    #expect(
      found.records.map(\.picture) == [
        "data/voc/a.png", "data/images/b.png", "data/JPEGImages/c.png", "d.png", "data/voc/images/e.png", "f.png",
      ])
    #expect(found.remarks == ["pictures that are not where the file says: 1, the first in f.xml"])
  }

  @Test("for tasks that are there already, the picture in the project is meant before one beside the file")
  func projectFirst() throws {
    let desk = try PictureDesk(boxing)
    for name in ["data/a.png", "images/a.png"] { try desk.picture(name, 9, 9) }
    try desk.write("<annotation><filename>a.png</filename></annotation>", to: "data/a.xml")
    let path = desk.folder.path(of: "data/a.xml")
    #expect(try desk.load(path).records.map(\.picture) == ["data/a.png"])
    #expect(try desk.load(path) { $0.purpose = .suggestions }.records.map(\.idText) == ["images/a.png"])
  }

  @Test("a folder is written whole or not at all, and never over another one")
  func whole() throws {
    let desk = try PictureDesk(boxing)
    let path = desk.folder.path(of: "out")
    do {
      let output = try FolderOutput(path: path, token: "1")
      try output.write(OutputFile(name: "a/b/c.txt", bytes: [1]))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder.path) == [])
    let output = try FolderOutput(path: path + "/", token: "2")
    try output.write(OutputFile(name: "a/b/c.txt", bytes: [1, 2]))
    try output.finish()
    #expect(FileManager.default.contents(atPath: path + "/a/b/c.txt") == Data([1, 2]))
    #expect(throws: TransferError.self) { try FolderOutput(path: path, token: "3") }
    #expect(FileManager.default.contents(atPath: path + "/a/b/c.txt") == Data([1, 2]))
  }
}
