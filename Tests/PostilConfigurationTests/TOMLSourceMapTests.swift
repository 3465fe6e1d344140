import PostilTestSupport
import Testing

@testable import PostilConfiguration

@Suite struct TOMLSourceMapTests {
  private static let text = """
    top = 1
    "a b"."c\\"d" = 2
    [table]
    many = [ # a remark with [ and " in it
      1, [2,
      3],
      { x = 4, y.z = [
        5 ] }, 'it''s' ]
    long = \"\"\"
    [not.a.header]
    key = 7 \\\"\"\" still inside \"\"\"\"\"
    after = 1979-05-27 07:32:00
    [[list]]
    a = 1
    [[list]]
    a = 2
    [list.inner]
    b = '''
    '''''
    [[list.deep]]
    c = 3
    """

  @Test func knowsWhereThingsBegin() {
    let map = TOMLSourceMap(Self.text.replacing("'it''s'", with: "'it]s'"))
    func line(_ steps: TOMLSourceMap.Step...) -> Int? { map.lines[steps] }
    #expect(line(.key("top")) == 1)
    #expect(line(.key("a b"), .key("c\"d")) == 2)
    #expect(line(.key("table")) == 3)
    #expect(line(.key("table"), .key("many")) == 4)
    #expect(line(.key("table"), .key("many"), .index(0)) == 5)
    #expect(line(.key("table"), .key("many"), .index(1), .index(1)) == 6)
    #expect(line(.key("table"), .key("many"), .index(2), .key("y"), .key("z"), .index(0)) == 8)
    #expect(line(.key("table"), .key("many"), .index(3)) == 8)
    #expect(line(.key("table"), .key("after")) == 12)
    #expect(line(.key("list"), .index(0), .key("a")) == 14)
    #expect(line(.key("list"), .index(1), .key("a")) == 16)
    #expect(line(.key("list"), .index(1), .key("inner"), .key("b")) == 18)
    #expect(line(.key("list"), .index(1), .key("deep"), .index(0), .key("c")) == 21)
    #expect(map.line(of: [.key("list"), .index(1), .key("nowhere")]) == 15)
  }

  @Test func endsOnAnyText() {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("[]{}\"'=.,#\n\\ab1 \u{E9}".utf8)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let lineCount = 1 + text.utf8.count { $0 == UInt8(ascii: "\n") }
      #expect(TOMLSourceMap(text).lines.values.allSatisfy { (1...lineCount).contains($0) })
    }
  }
}
