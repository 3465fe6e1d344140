import PostilFormats
import PostilModel
import PostilTestSupport
import Testing

@Suite("The size of a picture is its file's, whatever is said of it")
struct PictureSizeTests {
  private static let box = Region(label: "cell", left: 1, top: 2, right: 5, bottom: 10)

  private func voc(_ name: String, _ width: Int, _ height: Int) -> String {
    let object =
      "<object><name>cell</name><bndbox><xmin>1</xmin><ymin>2</ymin><xmax>5</xmax><ymax>10</ymax></bndbox></object>"
    let size = "<size><width>\(width)</width><height>\(height)</height></size>"
    return "<annotation><filename>\(name)</filename>\(size)\(object)</annotation>"
  }

  /// A project whose only picture is a photograph that is to be turned: 8 x 16 as it is shown. Its task says 16 x 8.
  private func exported(_ format: String, hasFile: Bool = true) throws -> String {
    let desk = try PictureDesk(boxing)
    if hasFile { try desk.write(GeneratedPicture.turnedJPEG, to: "a.jpg") }
    var record = TrainingRecord(fields: JSONObject([("image", "a.jpg")])).judged("parts", Region.answer([Self.box]))
    record.metadata = JSONObject([("width", 16), ("height", 8)])
    let (path, _) = try desk.export(format, [record])
    let file = ["voc": "/a.xml", "yolo": "/a.txt", "labelme": "/a.json"][format] ?? ""
    return String(decoding: try #require(desk.folder.bytes(path + file)), as: UTF8.self)
  }

  @Test("an export goes by the file, turned as it is shown")
  func exports() throws {
    #expect(try exported("yolo") == "0 0.375 0.375 0.5 0.5\n")
    #expect(try exported("voc").contains("<width>8</width>"))
    #expect(try exported("coco").contains(#""width":8,"height":16"#))
    #expect(try exported("labelme").contains(#""imageHeight":16,"imageWidth":8"#))
    let studio = try exported("label-studio")
    #expect(studio.contains(#""original_width":8,"original_height":16"#))
    #expect(studio.contains(#""x":12.5,"y":12.5,"width":50,"height":50"#))
  }

  @Test("without a file that can be read, it goes by what was said")
  func withoutFile() throws {
    #expect(try exported("yolo", hasFile: false) == "0 0.1875 0.75 0.25 1\n")
    #expect(try exported("voc", hasFile: false).contains("<width>16</width>"))
  }

  @Test("an import tells where what is said is not so, and takes the file's")
  func imports() throws {
    let desk = try PictureDesk(boxing)
    for name in ["a", "b", "c", "d", "e"] { try desk.picture("in/\(name).png", 48, 64) }
    try desk.write(GeneratedPicture.turnedJPEG, to: "in/f.jpg")
    for name in ["a", "b", "c", "d"] { try desk.write(voc("\(name).png", 64, 48), to: "in/\(name).xml") }
    try desk.write(voc("e.png", 48, 64), to: "in/e.xml")
    try desk.write(voc("f.jpg", 16, 8), to: "in/f.xml")
    try desk.write(voc("gone.png", 7, 9), to: "in/gone.xml")
    let found = try desk.load(desk.folder.path(of: "in"), as: "voc")
    let words = "size says 64 x 48, the file has 48 x 64"
    #expect(
      found.remarks == [
        "pictures that have another size than is said of them: 5, the first in a.xml "
          + "(a.png: \(words); b.png: \(words); c.png: \(words))",
        "pictures that are not where the file says: 1, the first in gone.xml",
      ])
    let sizes = [(48, 64), (48, 64), (48, 64), (48, 64), (48, 64), (8, 16), (7, 9)]
    #expect(found.records.map(\.metadataText) == sizes.map { #"{"width":\#($0.0),"height":\#($0.1)}"# })
    #expect(found.records.allSatisfy { $0.suggestedRegions == [Self.box] })
  }
}
