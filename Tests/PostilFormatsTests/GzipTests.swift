import PostilFormats
import Testing

@Suite("gzip")
struct GzipTests {
  private let lines = (1...2000).map { "{\"text\":\"line \($0)\"}\n" }.joined()

  @Test("packed input is the same as plain, members one after the other and padding too")
  func members() throws {
    let half = lines.utf8.count / 2
    let bytes = Array(lines.utf8)
    let packed = gzip(Array(bytes[..<half])) + gzip(Array(bytes[half...])) + [0, 0, 0]
    for chunk in [1, 1000, Int.max] {
      let found = try read(packed, as: "jsonl", chunk: chunk)
      #expect(found.records.count == 2000)
      #expect(found.rejects.isEmpty)
      #expect(found.allBytes == bytes.count)
    }
  }

  @Test("what breaks off is said, and what came before is kept")
  func cut() throws {
    let packed = gzip(Array(lines.utf8))
    let found = try read(Array(packed.prefix(packed.count - 100)), as: "jsonl")
    #expect(found.kinds.last == .damaged)
    #expect(found.records.count > 1000)
    let damaged = packed.prefix(packed.count / 2) + packed.suffix(packed.count / 3)
    #expect(try read(Array(damaged), as: "jsonl").kinds.last == .damaged)
    let followed = try read(packed + Array("more".utf8), as: "jsonl")
    #expect(followed.records.count == 2000)
    #expect(followed.kinds == [.damaged])
  }
}
