import PostilScreen
import PostilTestSupport
import Testing

struct SurfaceTests {
  static func surface(_ columns: Int, _ rows: Int = 1, alphabet: Alphabet = .unicode) -> Surface {
    Surface(size: Size(columns: columns, rows: rows), alphabet: alphabet)
  }

  /// Every wide head has its tail and every tail its head.
  static func isWhole(_ surface: Surface) -> Bool {
    for y in 0..<surface.size.rows {
      for x in 0..<surface.size.columns {
        let width = surface[x, y].width
        if width == 2 && (x + 1 == surface.size.columns || surface[x + 1, y].width != 0) { return false }
        if width == 0 && (x == 0 || surface[x - 1, y].width != 2) { return false }
      }
    }
    return true
  }

  @Test func textIsDrawnAndMeasured() {
    var surface = Self.surface(12, 2)
    #expect(surface.draw("前台 ok", x: 1, y: 0) == 7)
    #expect(surface.draw("e\u{301}tude\u{1B}", x: 0, y: 1) == 6)
    #expect(surface.text == " 前台 ok\ne\u{301}tude␛\n")
    #expect(surface[5, 1].style.attributes == .reverse, "a control shows in the control style")
    #expect(surface[0, 1].marks.first == 0x301)
  }

  @Test func whatDoesNotFitEndsWithAnEllipsis() {
    var surface = Self.surface(8)
    #expect(surface.draw("abcdefghij", x: 0, y: 0) == 8)
    #expect(surface.lines == ["abcdefg…"])
    #expect(surface.draw("漢字漢字漢", x: 0, y: 0) == 7)
    #expect(surface.lines == ["漢字漢…"])
    surface = Self.surface(8)
    #expect(surface.draw("abcdefghij", x: 2, y: 0, columns: 3, overflow: .cut) == 3)
    #expect(surface.lines == ["  abc"])
    #expect(surface.draw("🇩🇪🇫🇷", x: 0, y: 0, columns: 3) == 3)
    #expect(surface.lines == ["DE…bc"])
    #expect(surface.draw("x", x: 0, y: 0, columns: 0) == 0)
    #expect(surface.draw("x", x: 9, y: 0) == 0)
    #expect(surface.draw("x", x: 0, y: -1) == 0)
  }

  @Test func theClipCutsOnAllSides() {
    var surface = Self.surface(10, 3)
    let clip = Rectangle(x: 2, y: 1, width: 4, height: 1)
    for y in 0..<3 { surface.draw("漢字漢字漢", x: -1, y: y, clip: clip, overflow: .cut) }
    #expect(surface.lines == ["", "   漢", ""], "halves at the edges are blank")
    #expect(Self.isWhole(surface))
    surface.draw("1234567890", x: 0, y: 1, clip: clip, overflow: .cut)
    #expect(surface.lines[1] == "  3456")
  }

  @Test func writingOverHalfAWideCharacterBlanksTheOther() {
    var surface = Self.surface(6)
    surface.draw("漢字", x: 0, y: 0)
    surface[1, 0] = Cell(scalar: 0x78)
    #expect(surface.lines == [" x字"])
    surface[2, 0] = Cell(scalar: 0x79)
    #expect(surface.lines == [" xy"])
    surface.draw("漢字漢", x: 0, y: 0)
    surface[1, 0] = Cell(scalar: 0x6F22, width: 2)
    #expect(surface.lines == [" 漢 漢"])
    surface[5, 0] = Cell(scalar: 0x6F22, width: 2)
    #expect(surface.lines == [" 漢"], "it does not fit into the last column")
    #expect(Self.isWhole(surface))
  }

  @Test func nothingLeavesHalfACharacter() {
    var random = SeededGenerator(seed: 5)
    var surface = Self.surface(12, 3)
    var other = Self.surface(12, 3)
    for y in 0..<3 { other.draw("漢字漢字漢字", x: y, y: y, overflow: .cut) }
    let texts = ["漢字", "a", "👩‍👧字x", "🇩🇪", "\t字", "\u{202E}漢", "नि"]
    for _ in 0..<2000 {
      let x = Int.random(in: -3...13, using: &random)
      let y = Int.random(in: 0...2, using: &random)
      let area = Rectangle(
        x: .random(in: 0...11, using: &random), y: y, width: .random(in: 0...7, using: &random), height: 1)
      switch Int.random(in: 0...4, using: &random) {
      case 0: surface.fill(area, style: .plain)
      case 1: surface.copy(area, of: other, toX: x, y: y)
      case 2: surface[x, y] = Cell(scalar: 0x6F22, width: 2)
      case 3: surface.draw(texts.randomElement(using: &random) ?? "", x: x, y: y, columns: area.width)
      default: surface.draw(texts.randomElement(using: &random) ?? "", x: x, y: y, clip: area, overflow: .cut)
      }
      #expect(Self.isWhole(surface))
    }
  }

  @Test func onlyASCIIEntersAnASCIISurface() {
    var surface = Self.surface(14, 3, alphabet: .ascii)
    surface.draw("“漢” – é\u{1B}e\u{301}🇩🇪…", x: 0, y: 0)
    surface.horizontalRule(x: 0, y: 1, width: 5, style: .plain)
    surface.verticalRule(x: 2, y: 1, height: 2, style: .plain)
    for (x, sign) in Sign.allCases.prefix(7).enumerated() { surface.draw(sign, x: 5 + x, y: 1) }
    #expect(surface.lines == ["\"??\" - ???DE~", "--+--.~+>?<*", "  |"])
    #expect(surface.cells.allSatisfy { $0.scalar < 0x80 && $0.width == 1 })
  }

  @Test func signsHaveOneColumnAndTheirOwnShape() {
    for sign in Sign.allCases {
      for alphabet in [Alphabet.unicode, .ascii] {
        let text = alphabet.string(sign)
        #expect(TextWidth.columns(of: text) == 1 && SafeText.string(text) == text)
        if alphabet == .ascii { #expect(text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }) }
      }
    }
    let states: [Sign] = [.open, .draft, .done, .skipped, .flagged, .sentBack, .gold]
    for alphabet in [Alphabet.unicode, .ascii] { #expect(Set(states.map(alphabet.scalar)).count == states.count) }
  }

  @Test func rulesJoin() {
    var surface = Self.surface(9, 5)
    surface.horizontalRule(x: 0, y: 0, width: 9, style: .plain)
    surface.horizontalRule(x: 0, y: 4, width: 9, style: .plain)
    surface.verticalRule(x: 4, y: 0, height: 5, style: .plain)
    surface.horizontalRule(x: 4, y: 2, width: 5, style: .plain)
    surface.verticalRule(x: 6, y: 1, height: 3, style: .plain)
    #expect(surface.lines == ["────┬────", "    │ │", "    ├─┼──", "    │ │", "────┴────"])
    surface.border(Rectangle(x: 1, y: 1, width: 3, height: 3), style: .plain)
    #expect(surface.lines[1...3] == [" ┌─┐│ │", " │ │├─┼──", " └─┘│ │"])
  }

  @Test func highlightsLieOverTheText() {
    var surface = Self.surface(6, 2)
    let hit = Style(background: 3)
    let evidence = Style(attributes: .underline)
    let highlights = Highlight.layered([
      [Highlight(0..<8, style: evidence)], [Highlight(6..<9, style: hit), Highlight(3..<3, style: hit)],
    ])
    #expect(highlights.map(\.range) == [0..<6, 6..<8, 8..<9])
    let layout = TextLayout("漢字漢字 b", width: 6)
    surface.draw(layout, from: 0, in: surface.bounds, style: Style(foreground: 7), highlights: highlights)
    #expect(surface.lines == ["漢字漢", "字 b"])
    #expect(surface[0, 0].style == Style(foreground: 7, attributes: .underline))
    #expect(surface[4, 0].style == Style(foreground: 7, background: 3, attributes: .underline))
    #expect(surface[0, 1].style == Style(foreground: 7))
  }

  @Test func layersAgreeWithPaintingByteByByte() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let layers = (0..<3).map { layer in
        (0..<4).map { _ in
          let start = Int.random(in: 0...20, using: &random)
          let style = Style(foreground: Int16(layer), background: Int16.random(in: -1...9, using: &random))
          return Highlight(start..<(start + .random(in: 0...8, using: &random)), style: style)
        }
      }
      var painted = Array(repeating: Style?.none, count: 30)
      for highlight in layers.joined() {
        for byte in highlight.range { painted[byte] = highlight.style.over(painted[byte] ?? .plain) }
      }
      var flat = Array(repeating: Style?.none, count: 30)
      for highlight in Highlight.layered(layers) {
        for byte in highlight.range { flat[byte] = highlight.style }
      }
      #expect(flat == painted)
    }
  }

  @Test func snapshotsShowTextAndStyles() {
    var surface = Self.surface(24, 3)
    surface.draw("  Hotel reviews", x: 0, y: 0, style: Style(foreground: 208, attributes: .bold))
    surface.horizontalRule(x: 0, y: 1, width: 24, style: Style(attributes: .dim))
    surface.draw("前台很热情", x: 2, y: 2)
    #expect(Snapshot.difference(surface, named: "surface", styles: true) == nil)
    #expect(Snapshot.comparison(of: "a\nb\n", with: "a\nc\n", name: "x")?.contains("2 - b\n2 + c\n") == true)
  }
}
