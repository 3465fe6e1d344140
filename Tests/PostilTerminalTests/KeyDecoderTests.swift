import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilTerminal

@Suite("Bytes become keys")
struct KeyDecoderTests {
  private static let start = ContinuousClock.now

  /// The inputs of some bytes that arrive at once, with nothing after them.
  private static func inputs(_ text: String, table: KeyTable = KeyTable()) -> [Input] {
    inputs(Array(text.utf8), table: table)
  }

  private static func inputs(_ bytes: [UInt8], table: KeyTable = KeyTable()) -> [Input] {
    var decoder = KeyDecoder(table: table)
    var inputs: [Input] = []
    decoder.feed(bytes, at: start, into: &inputs)
    decoder.flush(at: start + .seconds(2), into: &inputs)
    return inputs
  }

  @Test(
    "Each sequence is one key",
    arguments: [
      ("a", Key.character("a")), ("漢", .character("漢")), ("é", .character("é")), ("🦀", .character("🦀")),
      (" ", .character(" ")), ("~", .character("~")),
      ("\r", .named(.enter)), ("\t", .named(.tab)), ("\u{7f}", .named(.backspace)), ("\u{1b}", .named(.escape)),
      ("\u{0}", .control(" ")), ("\u{1}", .control("a")), ("\u{3}", .control("c")), ("\u{8}", .control("h")),
      ("\n", .control("j")), ("\u{c}", .control("l")), ("\u{13}", .control("s")), ("\u{11}", .control("q")),
      ("\u{1a}", .control("z")), ("\u{1c}", .control("\\")), ("\u{1d}", .control("]")), ("\u{1e}", .control("^")),
      ("\u{1f}", .control("_")),
      ("\u{1b}x", .alt("x")), ("\u{1b}漢", .alt("漢")), ("\u{1b}[", .alt("[")), ("\u{1b}O", .alt("O")),
      ("\u{1b}]", .alt("]")), ("\u{1b}P", .alt("P")), ("\u{1b}\u{7f}", .alt("\u{7f}")), ("\u{1b}\r", .alt("\r")),
      ("\u{1b}[A", .named(.up)), ("\u{1b}[B", .named(.down)), ("\u{1b}[C", .named(.right)), ("\u{1b}[D", .named(.left)),
      ("\u{1b}OA", .named(.up)), ("\u{1b}OB", .named(.down)), ("\u{1b}OC", .named(.right)), ("\u{1b}OD", .named(.left)),
      ("\u{1b}[H", .named(.home)), ("\u{1b}[F", .named(.end)), ("\u{1b}[1~", .named(.home)),
      ("\u{1b}[4~", .named(.end)),
      ("\u{1b}[7~", .named(.home)), ("\u{1b}[8~", .named(.end)), ("\u{1b}[2~", .named(.insert)),
      ("\u{1b}[3~", .named(.delete)), ("\u{1b}[5~", .named(.pageUp)), ("\u{1b}[6~", .named(.pageDown)),
      ("\u{1b}[Z", .named(.backTab)), ("\u{1b}OM", .named(.enter)),
      ("\u{1b}[1;2A", .named(.shiftUp)), ("\u{1b}[1;2B", .named(.shiftDown)), ("\u{1b}[1;2C", .named(.shiftRight)),
      ("\u{1b}[1;2D", .named(.shiftLeft)), ("\u{1b}[1;2H", .named(.shiftHome)), ("\u{1b}[1;2F", .named(.shiftEnd)),
      ("\u{1b}[1;5A", .named(.controlUp)), ("\u{1b}[1;5B", .named(.controlDown)),
      ("\u{1b}[1;5C", .named(.controlRight)), ("\u{1b}[1;5D", .named(.controlLeft)),
      ("\u{1b}[1;3D", .named(.controlLeft)), ("\u{1b}[1;6C", .named(.controlRight)),
      ("\u{1b}OP", .function(1)), ("\u{1b}OS", .function(4)), ("\u{1b}[[A", .function(1)), ("\u{1b}[[E", .function(5)),
      ("\u{1b}[11~", .function(1)), ("\u{1b}[15~", .function(5)), ("\u{1b}[17~", .function(6)),
      ("\u{1b}[21~", .function(10)), ("\u{1b}[23~", .function(11)), ("\u{1b}[24~", .function(12)),
    ])
  func keys(_ text: String, _ key: Key) { #expect(Self.inputs(text) == [.key(key)]) }

  @Test("What the terminal's own table says comes first")
  func table() {
    let table = KeyTable([
      .init(bytes: [0x1b, 0x5b, 0x41], key: .function(20)), .init(bytes: Array("\u{1b}[1;2P".utf8), key: .function(13)),
      .init(bytes: [0x61], key: .function(21)),
    ])
    #expect(
      Self.inputs("\u{1b}[A\u{1b}[1;2Pa", table: table) == [
        .key(.function(20)), .key(.function(13)), .key(.character("a")),
      ])
  }

  @Test(
    "What no key sends does nothing, and leaves no letters behind",
    arguments: [
      "\u{1b}[I", "\u{1b}[O", "\u{1b}[?62;22c", "\u{1b}[>41;354;0c", "\u{1b}[12;40R", "\u{1b}[99~", "\u{1b}[1;7Y",
      "\u{1b}]11;rgb:1c1c/1c1c/1c1c\u{1b}\\", "\u{1b}]10;rgb:ffff/ffff/ffff\u{7}", "\u{1b}P1+r436f=323536\u{1b}\\",
      "\u{1b}[200", "\u{1b}[<0;12", "\u{1b}[M!", "\u{9b}", "\u{1b}\u{9b}",
    ])
  func unknown(_ text: String) {
    #expect(Self.inputs(text) == [])
    // Half a sequence may swallow what follows at once, but never turns into letters of its own.
    #expect(Self.inputs(text).count + 1 >= Self.inputs(text + "k").count)
  }

  @Test("A sequence broken off by a control key leaves the key")
  func brokenOff() { #expect(Self.inputs("\u{1b}[1;\u{3}k") == [.key(.control("c")), .key(.character("k"))]) }

  @Test("Bytes that are not UTF-8 are ignored, the keys around them are not")
  func invalid() {
    #expect(Self.inputs([0x61, 0xff, 0x62]) == [.key(.character("a")), .key(.character("b"))])
    #expect(Self.inputs([0xe6, 0x41]) == [.key(.character("A"))])
    #expect(Self.inputs([0xc0, 0xaf, 0xed, 0xa0, 0x80, 0xf5, 0x61]) == [.key(.character("a"))])
    #expect(Self.inputs([0xe6, 0xbc]) == [])
  }

  @Test("However the bytes are cut, the keys are the same")
  func cut() {
    let bytes = Array("a漢\u{1b}[1;5D\u{1b}OP\u{1b}[<0;5;6M\u{1b}[200~p\u{1b}[A漢\r\u{1b}[201~é🦀\u{1b}x".utf8)
    let whole = Self.inputs(bytes)
    #expect(whole.count == 9)
    for cut in 1..<bytes.count {
      var decoder = KeyDecoder()
      var inputs: [Input] = []
      decoder.feed(bytes[..<cut], at: Self.start, into: &inputs)
      decoder.feed(bytes[cut...], at: Self.start + .milliseconds(5), into: &inputs)
      #expect(inputs == whole, "cut at \(cut)")
    }
    var decoder = KeyDecoder()
    var inputs: [Input] = []
    for byte in bytes { decoder.feed([byte], at: Self.start, into: &inputs) }
    #expect(inputs == whole)
  }

  @Test("A lone Esc waits for the delay and no longer; nothing else sets a clock")
  func escape() {
    var decoder = KeyDecoder(escapeDelay: .milliseconds(25))
    var inputs: [Input] = []
    decoder.feed([0x61], at: Self.start, into: &inputs)
    #expect(decoder.deadline == nil)
    decoder.feed([0x1b], at: Self.start, into: &inputs)
    #expect(decoder.deadline == Self.start + .milliseconds(25))
    decoder.flush(at: Self.start + .milliseconds(25), into: &inputs)
    decoder.feed([0x78], at: Self.start + .milliseconds(30), into: &inputs)
    #expect(inputs == [.key(.character("a")), .key(.named(.escape)), .key(.character("x"))])
    #expect(decoder.deadline == nil)
    decoder.feed([0xe6, 0xbc], at: Self.start, into: &inputs)
    #expect(decoder.deadline == nil)
  }

  @Test("A paste is one text, whatever is in it")
  func paste() {
    let text = "q\u{1b}[A\u{3}漢\u{1b}[201"
    #expect(Self.inputs("\u{1b}[200~\(text)\u{1b}[201~x") == [.key(.paste(text)), .key(.character("x"))])
    #expect(Self.inputs("\u{1b}[200~a\r\nb\rc\nd\u{1b}[201~") == [.key(.paste("a\nb\nc\nd"))])
    #expect(Self.inputs("\u{1b}[200~\u{1b}[201~") == [.key(.paste(""))])
    let mixed = Array("\u{1b}[200~a".utf8) + [0xff] + Array("b\u{1b}[201~".utf8)
    #expect(Self.inputs(mixed) == [.key(.paste("ab"))])
  }

  @Test("A paste over the limit is cut at a whole character, and said to be")
  func longPaste() {
    var decoder = KeyDecoder(pasteLimit: 10)
    var inputs: [Input] = []
    decoder.feed(Array("\u{1b}[200~abcdefgh漢字\u{1b}[201~x".utf8), at: Self.start, into: &inputs)
    #expect(inputs == [.key(.paste("abcdefgh")), .pasteCut(dropped: 4), .key(.character("x"))])
  }

  @Test("A paste that never ends is taken after a silence")
  func openPaste() {
    var decoder = KeyDecoder(pasteSilence: .milliseconds(300))
    var inputs: [Input] = []
    decoder.feed(Array("\u{1b}[200~abc".utf8), at: Self.start, into: &inputs)
    decoder.feed(Array("def\u{1b}[20".utf8), at: Self.start + .milliseconds(200), into: &inputs)
    #expect(inputs == [])
    #expect(decoder.deadline == Self.start + .milliseconds(500))
    decoder.flush(at: Self.start + .milliseconds(500), into: &inputs)
    decoder.feed([0x6b], at: Self.start + .milliseconds(600), into: &inputs)
    #expect(inputs == [.key(.paste("abcdef")), .key(.character("k"))])
  }

  @Test("Random bytes crash nothing, and once they are over, keys are keys")
  func random() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      var decoder = KeyDecoder()
      var inputs: [Input] = []
      let alphabet = Array("\u{1b}\u{1b}[O;1210~<Mm]漢".utf8) + [0xff]
      let bytes = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
      }
      for byte in bytes { decoder.feed([byte], at: Self.start, into: &inputs) }
      decoder.flush(at: Self.start + .seconds(5), into: &inputs)
      #expect(decoder.deadline == nil)
      inputs.removeAll()
      decoder.feed([0x6b], at: Self.start + .seconds(6), into: &inputs)
      #expect(inputs == [.key(.character("k"))], "after \(bytes)")
    }
  }
}
