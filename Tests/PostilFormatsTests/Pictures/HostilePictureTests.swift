import Glibc
import PostilFormats
import PostilModel
import PostilTestSupport
import Testing

@Suite("Hostile files about pictures")
struct HostilePictureTests {
  @Test(
    "XML that is not read is rejected with its line",
    arguments: [
      ("", "has no element"), ("<a>", "ends within <a>"), ("<a></b>", "line 1 has </b>"),
      ("<a/>\n<b/>", "line 2 goes on"),
      ("<a b=c/>", "without quotes"), ("<a b='c/>", "without an end"), ("<a>&no;</a>", "&no;"), ("<a>&#0;</a>", "&#0;"),
      ("<a>&#xD800;</a>", "&#xD800;"), ("<a>& b</a>", "&"), ("<a>\u{1}</a>", "control character"), ("x<a/>", "outside"),
      ("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "declares"), ("<a><!-- </a>", "a comment"),
      ("<a><![CDATA[ </a>", "CDATA"), ("<a", "breaks off"), ("</a>", "nothing"), ("<annotations/>", "<annotations>"),
      (String(repeating: "<a>", count: 100_000), "levels deep"), ("<1/>", "a name"), ("<a>\0</a>", "NUL"),
    ])
  func xml(_ text: String, _ words: String) throws {
    let found = try read(text, as: "voc", boxing)
    #expect(found.records.isEmpty)
    #expect(found.rejects.map { $0.reason.contains(words) } == [true], "\(found.rejects.map(\.reason))")
  }

  @Test("XML as other programs write it is read")
  func xmlAsItIs() throws {
    let text = """
      \u{FEFF}<?xml version="1.0" encoding='utf-8' ?>\r
      <!DOCTYPE annotation SYSTEM "http://example.org/voc.dtd">
      <!-- a > comment -->
      <annotation verified="yes" a = '1'>
        <filename> &#x6F22;<![CDATA[&<]]>&amp;&lt;&gt;&quot;&apos;&#32;b.png\t</filename><empty />
        <object><name>
          cell </name><bndbox><xmin> 1 </xmin><ymin>2.50</ymin><xmax>3e1</xmax><ymax>40</ymax></bndbox></object >
      </annotation>
      """
    let found = try read(text, as: "voc", boxing)
    #expect(found.rejects == [])
    #expect(found.records.map(\.picture) == ["漢&<&<>\"' b.png"])
    #expect(
      found.records.map(\.suggestedRegions) == [[Region(label: "cell", left: 1, top: 2.5, right: 30, bottom: 40)]])
  }

  @Test("any bytes: a record or a rejection, and nothing falls", arguments: pictureFormats)
  func anyBytes(_ format: String) throws {
    var dice = SeededGenerator(seed: 5)
    let alphabet = Array("{}[]<>/&;\",:\\\n\r\t 0.1e\\u0dD8 text".utf8) + [0, 0xFF, 0xC2, 0x85, 0xE6, 0xBC, 0xA2]
    for round in 0..<200 {
      var bytes = (0..<Int.random(in: 1...120, using: &dice)).map { _ in alphabet.randomElement(using: &dice) ?? 0 }
      if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { bytes[0] = 0x20 }
      if format == "boxes-csv" { bytes = Array("image,xmin,ymin,xmax,ymax\n".utf8) + bytes }
      let found = try read(bytes, as: format, boxing, limit: round % 2 == 0 ? 40 : 1 << 20)
      let isBlank = bytes.allSatisfy { $0 <= 0x20 || $0 == 0x2C } || format == "boxes-csv" || format == "label-studio"
      #expect(isBlank || found.records.count + found.rejects.count > 0, "round \(round)")
    }
  }

  private static func number(_ name: String) -> Int? { getenv(name).flatMap { Int(String(cString: $0)) } }
  /// How many files of each format are damaged; `make soak` wants more.
  private static let damagedFiles = number("POSTIL_DAMAGED_FILES") ?? 150

  @Test(
    "a file with bytes cut off or turned is read or told of, and nothing falls",
    .timeLimit(.minutes(2 + damagedFiles / 200)))
  func damaged() throws {
    var dice = SeededGenerator(seed: UInt64(Self.number("POSTIL_SEED") ?? 11))
    let desk = try PictureDesk(marking)
    try desk.picture("a.png", 640, 480)
    let regions = [
      Region(label: "漢字", left: 1, top: 2.5, right: 30, bottom: 40),
      Region(label: "a&b", left: 0, top: 0, right: 640, bottom: 480),
    ]
    for format in ["coco", "voc", "yolo", "labelme", "label-studio", "boxes-csv"] {
      let (path, _) = try desk.export(format, [PictureDesk.Marked(path: "a.png", regions: regions)], to: format)
      let file = ["voc": "/a.xml", "yolo": "/a.txt", "labelme": "/a.json"][format] ?? ""
      let whole = try #require(desk.folder.bytes(path + file))
      for _ in 0..<Self.damagedFiles {
        var bytes = whole
        if Bool.random(using: &dice) { bytes.removeLast(Int.random(in: 1...bytes.count, using: &dice)) }
        for _ in 0..<Int.random(in: 0...3, using: &dice) where !bytes.isEmpty {
          bytes[Int.random(in: 0..<bytes.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
        }
        try desk.write(bytes, to: "\(format)\(file)")
        let found: Collector
        do { found = try desk.load(path + file, as: format) } catch is TransferError { continue }
        let isEmpty = bytes.allSatisfy { $0 <= 0x20 } || format == "coco" || format == "boxes-csv"
        #expect(!found.records.isEmpty || !found.rejects.isEmpty || isEmpty, "\(format): \(bytes)")
      }
    }
  }
}
