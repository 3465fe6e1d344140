import PostilScreen
import PostilTestSupport
import Testing

struct SafeTextTests {
  static let table: [(String, String)] = [
    ("plain", "plain"), ("\u{1B}[2J", "␛[2J"), ("\u{1B}]0;title\u{7}", "␛]0;title␇"),
    ("\u{1B}]52;c;aGk=\u{1B}\\", "␛]52;c;aGk=␛\\"),
    ("\u{9B}2J", "�2J"), ("a\0b", "a␀b"), ("\u{7F}", "␡"), ("\u{202E}gpj.exe\u{202C}", "⇠gpj.exe↮"),
    ("\u{200E}a\u{2066}", "⇢a⇢"),
    ("a\u{200B}b\u{2060}c\u{FEFF}", "a◌b◌c◌"), ("s\u{AD}y", "s◌y"), ("\u{E0041}", "�"), ("\u{E000}\u{FFFF}", "��"),
    ("\u{2028}", "�"), ("👩‍👩‍👧‍👦!", "👩!"), ("👍🏿", "👍"), ("❤\u{FE0F}", "❤"), ("🇩🇪", "DE"),
    ("a\u{300}\u{301}\u{302}", "a\u{300}\u{301}"),
    ("\u{301}", "◌\u{301}"), ("a\u{FE0F}\u{FE0E}\u{E0100}", "a◌◌"), ("a\u{200D}b", "a◌b"), ("a\rb\r\nc\n", "a␍b\nc\n"),
    ("a\tb", "a\tb"),
    ("\u{A0}x\u{3000}", " x  "), ("नमस्ते", "नमस्ते"), ("\u{3164}", "◌"), ("כן", "כן"),
  ]

  @Test(arguments: table)
  func shown(text: String, expected: String) {
    #expect(SafeText.string(text) == expected)
  }

  @Test func bytesThatAreNoTextAreShownOneByOne() {
    #expect(SafeText.string([0x61, 0xFF, 0x62]) == "a�b")
    #expect(SafeText.string([0xED, 0xA0, 0x80]) == "���", "a lone surrogate")
    #expect(SafeText.string([0xC0, 0xAF]) == "��", "an overlong slash")
    #expect(SafeText.string([0xF0, 0x9F, 0x98]) == "�", "a cut emoji")
    #expect(SafeText.string([0xE6, 0xBC, 0x41]) == "�A")
    #expect(SafeText.string([0xF4, 0x90, 0x80, 0x80]) == "����", "behind the last scalar")
  }

  @Test func withoutUnicodeEveryColumnIsAQuestionMark() {
    #expect(SafeText.string("漢é\u{1B}a", ascii: true) == "????a")
    #expect(SafeText.string("🇩🇪 ok", ascii: true) == "DE ok")
  }

  @Test func endlessJoinedEmojiShowTheirRest() {
    let hidden = Array(repeating: "👩", count: 40).joined(separator: "\u{200D}")
    #expect(TextWidth.columns(of: hidden) == 14, "five emoji of nine, and the joiners between them")
  }

  /// What a terminal must never get, by the standard library's own properties.
  static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator: true
    case .unassigned: true
    default: scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isBidiControl
    }
  }

  @Test func anyBytesComeOutHarmless() {
    var random = SeededGenerator(seed: 2)
    for round in 0..<400 {
      var bytes: [UInt8] = (0..<60).map { _ in UInt8.random(in: 0...255, using: &random) }
      if round % 2 == 0 {
        bytes = (0..<30).flatMap { _ in Array(String(Self.scalar(&random)).utf8) }
      }
      for scalar in SafeText.string(bytes, newlines: " ").unicodeScalars where scalar != "\t" {
        // The number signs that Arabic and Kaithi write before numbers are format characters that print.
        let prints =
          (0x600...0x605).contains(scalar.value)
          || [0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD].contains(scalar.value)
        #expect(prints || !Self.isHarmful(scalar), "U+\(String(scalar.value, radix: 16)) of \(bytes)")
      }
    }
  }

  /// A scalar of a block where trouble lives, as often as one from anywhere.
  static func scalar(_ random: inout SeededGenerator) -> Unicode.Scalar {
    let ranges: [ClosedRange<UInt32>] = [
      0...0xFF, 0x300...0x36F, 0x2000...0x206F, 0xFE00...0xFEFF, 0xE0000...0xE01FF, 0x1F1E0...0x1F6FF, 0...0x10FFFF,
      0x900...0xDFF,
    ]
    let range = ranges[Int.random(in: 0..<ranges.count, using: &random)]
    return Unicode.Scalar(UInt32.random(in: range, using: &random)) ?? "x"
  }

  @Test func everyScalarAloneComesOutHarmless() {
    var wrong: [UInt32] = []
    for value in UInt32(0)...0x10FFFF where value != 0x0A && value != 0x09 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for shown in SafeText.string(String(scalar)).unicodeScalars where Self.isHarmful(shown) {
        if shown.properties.generalCategory != .format { wrong.append(value) }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(20).map { String($0, radix: 16) })")
  }

  @Test func boundariesGoBothWays() {
    let bytes = Array("ae\u{301}👩‍👧🇩🇪🇫🇷\r\n\n漢字 \u{200B}नमस्ते".utf8)
    var boundaries = [0]
    while let last = boundaries.last, last < bytes.count {
      boundaries.append(SafeText.boundary(after: last, in: bytes.span))
    }
    var back = [bytes.count]
    while let last = back.last, last > 0 { back.append(SafeText.boundary(before: last, in: bytes.span)) }
    #expect(back.reversed() == boundaries)
    #expect(boundaries.count == 16)
  }
}
