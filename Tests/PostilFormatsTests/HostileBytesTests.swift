import PostilFormats
import PostilTestSupport
import Testing

@Suite("Any bytes into every importer")
struct HostileBytesTests {
  /// Formats of pictures want other projects, and name files beside: see `HostilePictureTests`.
  private static let formats = Formats.importNames.filter { !pictureFormats.contains($0) }

  @Test("no crash, and every byte is accounted for", arguments: formats)
  func accounted(_ format: String) throws {
    var dice = SeededGenerator(seed: 7)
    let alphabet = Array("{}[]\",:\\\n\r\t;u0dD8 text1e".utf8) + [0, 0xFF, 0xC2, 0x85, 0xE6, 0xBC, 0xA2]
    for round in 0..<(samples[format] == nil ? 600 : 300) {
      var bytes = (0..<Int.random(in: 0...120, using: &dice)).map { _ in alphabet.randomElement(using: &dice) ?? 0 }
      if round % 3 == 0 { bytes = (0..<bytes.count).map { _ in UInt8.random(in: 0...255, using: &dice) } }
      // A mark of another encoding refuses the whole file: that is tested with the formats' recognition.
      if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { bytes[0] = 0x20 }
      if format == "csv" || format == "tsv" { bytes = Array("text\n".utf8) + bytes }
      let limit = round % 2 == 0 ? 40 : 1 << 20
      let project = preferenceProject(for: format) ?? reviews
      let whole = try read(bytes, as: format, project, limit: limit)
      // Packed data is counted after unpacking; random bytes are hardly ever packed data.
      guard !bytes.starts(with: [0x1F, 0x8B]) else { continue }
      #expect(whole.allBytes == bytes.count, "round \(round)")
      let pieces = try read(bytes, as: format, project, limit: limit, chunk: 1 + round % 7)
      #expect(pieces.allBytes == bytes.count, "round \(round)")
      #expect(pieces.records.map(\.fieldsText) == whole.records.map(\.fieldsText), "round \(round)")
    }
  }

  @Test("damaged foreign records, with every value exchanged for one of another kind", arguments: samples.keys.sorted())
  func damagedSamples(_ format: String) throws {
    var dice = SeededGenerator(seed: 13)
    let good = Array((samples[format] ?? "").utf8)
    let project = preferenceProject(for: format) ?? reviews
    let found = try read(good, as: format, project)
    #expect(found.rejects == [])
    #expect(!found.records.isEmpty)
    let values = ["null", "7", "[]", "{}", "\"x\"", "true", "[[]]", "[{}]", "[null,null]", "\"\\u0000\""].map {
      Array($0.utf8)
    }
    for round in 0..<240 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...3, using: &dice) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &dice)
        switch round % 3 {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
        case 1: bytes.remove(at: place)
        default:
          // From a colon on, something else up to the next comma or bracket.
          guard let colon = bytes[place...].firstIndex(of: 0x3A) else { continue }
          let end = bytes[(colon + 1)...].firstIndex { [0x2C, 0x7D, 0x5D].contains($0) } ?? bytes.count
          bytes.replaceSubrange((colon + 1)..<end, with: values.randomElement(using: &dice) ?? [])
        }
      }
      let found = try read(bytes, as: format, project)
      #expect(found.allBytes == bytes.count, "round \(round)")
      let pieces = try read(bytes, as: format, project, chunk: 1 + round % 50)
      #expect(pieces.records.map(\.fieldsText) == found.records.map(\.fieldsText), "round \(round)")
      #expect(pieces.rejects == found.rejects, "round \(round)")
    }
  }

  @Test("damaged records: cut and flipped bytes of good ones")
  func damaged() throws {
    var dice = SeededGenerator(seed: 11)
    let good = Array(
      #"{"id":"a","fields":{"text":"x \ud83d\ude00"},"metadata":{"n":[1,2.5]},"provenance":{"file":"f","line":3,"imported_at":"2026-01-31T09:05:00.000Z"},"suggestions":[{"question":"price","answer":2,"model":"m","score":0.5}],"annotations":[{"annotator":"z","state":"submitted","answers":{"sentiment":"positive"},"revision":2,"saved_at":"2026-01-31T09:05:00.000Z"}]}"#
        .utf8)
    #expect(try read(good, as: "jsonl").records[0].annotations.count == 1)
    for _ in 0..<2000 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...3, using: &dice) {
        let place = Int.random(in: 0..<bytes.count, using: &dice)
        if Bool.random(using: &dice) {
          bytes[place] = UInt8.random(in: 0...255, using: &dice)
        } else {
          bytes.remove(at: place)
        }
      }
      let found = try read(bytes, as: "jsonl")
      #expect(found.allBytes == bytes.count)
      #expect(found.records.count + found.rejects.count >= 1)
    }
  }
}
