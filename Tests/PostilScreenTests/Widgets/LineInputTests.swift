import PostilScreen
import PostilTestSupport
import Testing

struct LineInputTests {
  static func after(_ text: String, _ keys: String, limit: Int = .max) -> LineInput {
    var input = LineInput(text, limit: limit)
    for key in KeyStroke.sequence(keys) ?? [] { _ = input.handle(key) }
    return input
  }

  @Test func editing() {
    #expect(Self.after("", "a b Space c").text == "ab c")
    #expect(Self.after("one two", "C-w").text == "one ")
    #expect(Self.after("one two  ", "C-w x").text == "one x")
    #expect(Self.after("one two", "C-Left C-u").text == "two")
    #expect(Self.after("one two", "C-a C-k").text == "")
    #expect(Self.after("one two", "Home M-d Del").text == "two")
    #expect(Self.after("漢字", "Left Backspace x").text == "x字")
    #expect(Self.after("ab", "Left Left Left x").text == "xab")
  }

  @Test func clustersAreOneCharacter() {
    #expect(Self.after("ae\u{301}", "Backspace").text == "a")
    #expect(Self.after("🇩🇪🇫🇷", "Backspace").text == "🇩🇪")
    #expect(Self.after("👩‍👩‍👧‍👦x", "Left Left Del").text == "x")
    var input = LineInput("e")
    #expect(input.handle(.character("\u{301}")) == .edited)
    #expect(input.cursorColumn == 1)
    #expect(input.handle(.named(.backspace)) == .edited && input.isEmpty)
  }

  @Test func outcomes() {
    var input = LineInput("ab", limit: 3)
    #expect(input.handle(.named(.enter)) == .accepted)
    #expect(input.handle(.named(.escape)) == .cancelled)
    #expect(input.handle(.named(.home)) == .moved)
    #expect(input.handle(.function(2)) == .ignored)
    #expect(input.handle(.paste("x\ny")) == .full)
    #expect(input.text == "xab", "what fits is taken")
    #expect(input.handle(.paste("z")) == .full)
    #expect(LineInput("a\nb\tc").text == "a b c", "it stays one line")
  }

  @Test func theCursorStaysInSight() {
    var surface = Surface(size: Size(columns: 14, rows: 1))
    var input = LineInput("0123456789漢字漢字")
    let end = input.draw(on: &surface, x: 2, y: 0, columns: 10, style: .plain)
    #expect(end.x < 12 && surface.lines[0].hasPrefix("  ◂"))
    #expect(surface[end.x - 1, 0].width == 0, "the last character is before the cursor")
    _ = input.handle(.named(.home))
    #expect(input.draw(on: &surface, x: 2, y: 0, columns: 10, style: .plain) == .init(x: 2, y: 0))
    #expect(surface.lines == ["  0123456789"])
  }

  @Test func anyKeysKeepItSound() {
    var random = SeededGenerator(seed: 13)
    let keys: [Key] = [
      .character("a"), .character("\u{301}"), .character("漢"), .character("\u{1F1E9}"), .character("\u{200D}"),
      .character("👩"), .named(.backspace), .named(.delete), .named(.left), .named(.right), .control("w"), .alt("d"),
      .paste("x y\u{300}"), .named(.home), .named(.end), .named(.space), .character("\u{FE0F}"),
    ]
    for _ in 0..<60 {
      var input = LineInput(limit: 12)
      for _ in 0..<80 {
        _ = input.handle(keys[Int.random(in: 0..<keys.count, using: &random)])
        let bytes = Array(input.text.utf8)
        var boundary = 0
        while boundary < input.cursor { boundary = SafeText.boundary(after: boundary, in: bytes.span) }
        #expect(boundary == input.cursor && input.cursor <= bytes.count)
        #expect(!input.text.unicodeScalars.contains("\u{FFFD}"), "no scalar is torn")
      }
    }
  }
}
