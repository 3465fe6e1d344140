import PostilModel
import PostilTestSupport
import Testing

@Suite struct JSONRoundTripTests {
  @Test func stringsThatAreHardToWrite() throws {
    let parser = JSONParser()
    let hostile = [
      "", "\u{0}", "\"\\/\u{8}\u{C}\n\r\t", "\u{1B}]0;title\u{7}", "\u{7F}\u{80}\u{9B}31m\u{9F}", "\u{2028}\u{2029}",
      "\u{202E}evil\u{202C}", "漢字", "e\u{301}", "👨‍👩‍👧‍👦", "\u{FFFD}\u{FFFE}\u{FEFF}", "\u{10FFFF}", "\\u0041", "Â\u{A0}",
    ]
    for text in hostile {
      let written = JSONValue.string(text).jsonText
      let value = try parser.parse(written)
      #expect(value.string.map { Array($0.utf8) } == Array(text.utf8), "\(written)")
      // A file looked at in a terminal must not command it.
      #expect(written.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }, "\(written)")
    }
  }

  @Test func everyScalarComesBack() throws {
    let parser = JSONParser()
    var text = String.UnicodeScalarView()
    for code in (UInt32(0)...0x10FFFF) where code < 0x3000 || code % 97 == 0 {
      if let scalar = Unicode.Scalar(code) { text.append(scalar) }
    }
    let value = try parser.parse(JSONValue.string(String(text)).jsonText)
    #expect(value.string.map { Array($0.utf8) } == Array(String(text).utf8))
  }

  @Test func doublesComeBackBitForBit() throws {
    let parser = JSONParser()
    var random = SeededGenerator(seed: 5)
    var doubles: [Double] = [
      0, -0.0, 1, 0.1, 1e15, 1e16, 1e22, 1e300, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
    ]
    doubles += (0..<5000).map { _ in Double(bitPattern: random.next()) }.filter(\.isFinite)
    for double in doubles {
      let written = JSONValue.number(double).jsonText
      guard case .number(let read) = try parser.parse(written) else {
        Issue.record("\(double) came back as another kind of number: \(written)")
        continue
      }
      #expect(read.bitPattern == double.bitPattern, "\(written)")
    }
  }

  @Test func wholeNumbersKeepTheirKind() throws {
    let parser = JSONParser()
    for value: JSONValue in [
      .integer(.min), .integer(.max), .integer(0), .natural(.max), .natural(UInt64(Int64.max) + 1),
    ] {
      #expect(try parser.parse(value.jsonText) == value)
    }
  }

  @Test func anyValueComesBack() throws {
    let parser = JSONParser()
    var random = SeededGenerator(seed: 6)
    for _ in 0..<1000 {
      let value = Self.value(&random, depth: 0)
      #expect(try parser.parse(value.jsonText) == value)
    }
  }

  private static func value(_ random: inout SeededGenerator, depth: Int) -> JSONValue {
    switch Int.random(in: 0..<(depth > 3 ? 6 : 8), using: &random) {
    case 0: .null
    case 1: .bool(Bool.random(using: &random))
    case 2: .integer(Int64(bitPattern: random.next()))
    case 3: .number(Double.random(in: -1e9...1e9, using: &random))
    case 4, 5: .string(text(&random))
    case 6: .array((0..<Int.random(in: 0...4, using: &random)).map { _ in value(&random, depth: depth + 1) })
    default:
      .object(
        JSONObject(
          (0..<Int.random(in: 0...4, using: &random)).map {
            (text(&random) + "\($0)", value(&random, depth: depth + 1))
          }))
    }
  }

  private static func text(_ random: inout SeededGenerator) -> String {
    let letters = Array("ab\"\\\u{0}\n\u{85}漢🙂\u{301}/")
    return String((0..<Int.random(in: 0...6, using: &random)).compactMap { _ in letters.randomElement(using: &random) })
  }
}
