import PostilCore
import PostilFormats
import PostilModel
import PostilStore
import Testing

@Suite("Exporting")
struct ExporterTests {
  private func fill(_ scratch: Scratch) throws {
    let hostile = "\\u0000 \\u001b[2J \\u202e \\u0085 \\\" \\\\ 漢字 👩‍👩‍👧 \\ud83d\\ude00 \\n\\r\\n"
    let lines = (1...300).map { number in
      let suggestions =
        number % 3 == 0 ? #","suggestions":[{"question":"why","answer":"\#(hostile)","model":"m","score":0.1}]"# : ""
      return
        #"{"id":"\#(number)\#(hostile)","text":"\#(hostile)\#(number)","n":[1.50,1e5,18446744073709551615]\#(suggestions)}"#
    }
    _ = try scratch.load(scratch.write("in.jsonl", lines.joined(separator: "\n").utf8))
    let ids = try (1...300).compactMap { try scratch.store.task(number: $0)?.id }
    try scratch.store.withTaskWriter(source: ImportSource(file: "x", format: "jsonl", at: Scratch.moment)) { writer in
      for (index, id) in ids.enumerated() where index % 2 == 0 {
        var annotation = Annotation(state: index % 4 == 0 ? .submitted : .skipped)
        annotation.answers =
          index % 4 == 0 ? ["sentiment": "positive", "why": .string("\u{1b}]0;x\u{7} \(index)")] : [:]
        annotation.comment = "\u{202e}c"
        annotation.isFlagged = index % 8 == 0
        annotation.revision = 2
        annotation.guidelinesVersion = "g1"
        annotation.savedAt = Timestamp(milliseconds: 1_769_850_300_000 + Int64(index))
        _ = try writer.addAnnotation(toTask: id, by: index % 6 == 0 ? "zoë" : "ann", annotation)
      }
    }
  }

  @Test("jsonl loses nothing: imported into an empty project it gives the same tasks and annotations")
  func identity() throws {
    let one = try Scratch()
    try fill(one)
    let first = try one.export("out.jsonl")
    #expect(first.written == 300)
    let other = try Scratch()
    let summary = try other.load(one.folder + "/out.jsonl")
    #expect(summary.added == 300)
    #expect(summary.annotations == 150)
    #expect(summary.rejected == [:])
    for number in 1...300 {
      #expect(try one.store.task(number: number) == other.store.task(number: number))
      for annotator in ["ann", "zoë"] {
        #expect(
          try one.store.annotation(ofTask: number, by: annotator)
            == other.store.annotation(ofTask: number, by: annotator))
      }
    }
    #expect(try other.export("out.jsonl").hash == first.hash)
    #expect(other.text("out.jsonl") == one.text("out.jsonl"))
  }

  @Test("packed by name, with a manifest that says what was written and left out; no temporary files stay")
  func manifest() throws {
    let scratch = try Scratch()
    try fill(scratch)
    let summary = try scratch.export("out.csv.gz") { $0.annotator = "ann" }
    #expect(summary.format == "csv")
    #expect(summary.written == 100)
    #expect(summary.leftOut == ["task without an annotation": 200])
    let manifest = try #require(try JSONParser().parse(scratch.text("out.csv.gz.manifest.json")).object)
    #expect(manifest["written"] == 100)
    #expect(manifest["left_out"]?.object?["task without an annotation"] == 200)
    #expect(manifest["xxh3_128"]?.string == summary.hash)
    let bytes = scratch.read(scratch.folder + "/out.csv.gz")
    #expect(bytes.withUnsafeBytes { ContentHash(of: $0).hexadecimal } == summary.hash)
    #expect(bytes.count == summary.bytes)
    #expect(bytes.starts(with: [0x1F, 0x8B]))
    #expect(!scratch.names.contains { $0.hasSuffix(".tmp") })
    #expect(try scratch.export("again.csv.gz") { $0.annotator = "ann" }.hash == summary.hash)
  }

  @Test("a filter is followed")
  func filter() throws {
    let scratch = try Scratch()
    try fill(scratch)
    let summary = try scratch.export("out.jsonl", "rows") {
      $0.filter.isFlagged = true
      $0.annotator = "ann"
    }
    #expect(summary.tasks > 0)
    #expect(summary.tasks < 60)
    #expect(!scratch.text("out.jsonl").contains("\"flagged\":false"))
  }

  @Test("a folder that is not there is told, and an unfinished export leaves what stood there")
  func failure() throws {
    let scratch = try Scratch()
    try fill(scratch)
    #expect(throws: TransferError.self) { try scratch.export("no/out.jsonl") }
    #expect(throws: TransferError.self) { try scratch.export("out.txt", "text") }
    let path = scratch.write("kept.jsonl", "old".utf8)
    do {
      let output = try ByteOutput(path: path, token: "x")
      try Array("new".utf8).withUnsafeBytes { try output.write($0) }
      output.discard()
    }
    #expect(scratch.text("kept.jsonl") == "old")
    #expect(!scratch.names.contains { $0.hasSuffix(".tmp") })
  }
}
