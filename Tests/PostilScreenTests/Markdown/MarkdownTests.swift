import PostilScreen
import PostilTestSupport
import Testing

@Suite("Rendered Markdown")
struct MarkdownTests {
  private func lines(_ source: String, width: Int = 40) -> [String] {
    MarkdownDocument(source).layout(width: width).plainLines
  }

  private func roles(_ source: String) -> [String] {
    MarkdownDocument(source).layout(width: 60).lines.flatMap { line in
      line.spans.map { span in
        let text = String(decoding: Array(line.text.utf8)[span.range], as: UTF8.self)
        let marks: [(Style.Attributes, String)] = [(.bold, "b"), (.italic, "i"), (.strikethrough, "s")]
        let attributes = marks.filter { span.attributes.contains($0.0) }.map(\.1).joined()
        return "\(text)|\(span.role)" + (attributes.isEmpty ? "" : "|" + attributes)
      }
    }
  }

  @Test("parts headings, paragraphs and rules by blank lines, and wraps to the width")
  func blocks() {
    let source = """
      # How to judge
      Read the whole review before you answer. One bad word does not make it negative.
      ---------------------------------------------

      ***
      Next
      paragraph,  \nhard break.
      """
    #expect(
      lines(source) == [
        "How to judge", "", "Read the whole review before you answer.", "One bad word does not make it negative.", "",
        String(repeating: "─", count: 40), "", "Next paragraph,", "hard break.",
      ])
  }

  @Test("tells headings in an outline with their lines")
  func outline() {
    let layout = MarkdownDocument("# One *two*\n\ntext\n\nThree\n-----\n\n> ### Four").layout(width: 30)
    #expect(layout.outline.map(\.title) == ["One two", "Three", "Four"])
    #expect(layout.outline.map(\.level) == [1, 2, 3])
    #expect(layout.outline.map { layout.plainLines[$0.line] } == ["One two", "Three", "▏ Four"])
  }

  @Test("gives spans their roles and attributes")
  func spans() {
    #expect(
      roles("Plain *it **both*** `co*de*` ~~gone~~ \\*no\\*") == [
        "Plain |text", "it |text|i", "both|text|bi", " |text", "co*de*|code", " |text", "gone|text|s", " *no*|text",
      ])
    #expect(roles("# A `b`") == ["A |heading1", "b|code"])
    #expect(roles("> *q*") == ["▏ |marker", "q|quote|i"])
  }

  @Test("shows where a link leads, unless the text says it")
  func links() {
    #expect(
      lines("[docs](https://a.org/x) and <https://b.org>", width: 60) == ["docs (https://a.org/x) and https://b.org"])
    #expect(roles("[t](u)") == ["t|link", " (u)|url"])
    #expect(
      lines("[com](http://e.com) ![](p.png) ![a cat](c.png)", width: 60) == [
        "com (http://e.com) (p.png) a cat (c.png)"
      ])
    #expect(lines("- ![](p.png)\n- <me@e.com> www.e.com") == ["• (p.png)", "• me@e.com www.e.com"])
  }

  @Test("lays lists out: bullets, numbers, boxes, nested, tight and loose")
  func lists() {
    let source = """
      Do:
      - first item that is long enough to need a second line
        - inner
          1. deep
      - [ ] open
      - [x] done

      9. nine
      10. ten

          more of ten
      -
      """
    #expect(
      lines(source, width: 30)
        == [
          "Do:", "", "• first item that is long", "  enough to need a second line", "  • inner", "    1. deep",
          "[ ] open", "[x] done", "", "9. nine", "", "10. ten", "", "    more of ten", "", "•",
        ])
  }

  @Test("edges quotes, also those in lists and lists in them")
  func quotes() {
    #expect(lines("> a\n> b\n>\n> - c\n>   > d\n\ne") == ["▏ a b", "▏", "▏ • c", "▏", "▏   ▏ d", "", "e"])
  }

  @Test("keeps code as it is, tabs as blanks, long lines wrapped")
  func code() {
    #expect(lines("```swift\nlet a = 1\n\n\tif *a* {}\n```") == ["  let a = 1", "", "      if *a* {}"])
    #expect(lines("    indented\n      more") == ["  indented", "    more"])
    #expect(lines("```\nabcdefghij\n```", width: 8) == ["  abcdef", "  ghij"])
    #expect(lines("```\n```\n\nx") == ["", "", "x"])
  }

  @Test("aligns tables by columns on the screen, wide characters too")
  func tables() {
    let source = """
      | label | 意味 | n |
      |:--|:-:|--:|
      | positive | 良い | 7 |
      | **no** | a | 1200 |
      """
    #expect(
      lines(source) == [
        "label    │ 意味 │    n", "─────────┼──────┼─────", "positive │ 良い │    7", "no       │  a   │ 1200",
      ])
    let widths = Set(lines(source).map { TextWidth.columns(of: $0) })
    #expect(widths == [22])
  }

  @Test("keeps columns straight where cells wrap, whatever their place, alignment and script")
  func wrappedCells() {
    let words = ["The room was spotless and quiet", "房间 很干净 早餐 很好 前台 热情", "mixed 房间 words 前台 here"]
    for rule in ["---", "--:", ":-:"] {
      for middle in words {
        let source = "| a | head | b |\n|---|\(rule)|---|\n| x | \(middle) | y |\n| \(middle) | z | \(middle) |"
        for width in 24...40 {
          let edges = lines(source, width: width).map { line in
            line.indices.filter { "│┼".contains(line[$0]) }.map { TextWidth.columns(of: String(line[..<$0])) }
          }
          #expect(edges.allSatisfy { $0.isEmpty || $0.starts(with: edges[0]) || edges[0].starts(with: $0) })
          #expect(edges[0].count == 2 && edges.allSatisfy { !$0.isEmpty }, "\(rule) \(middle) at \(width)")
        }
      }
    }
  }

  @Test("shrinks the widest columns of a table, and stacks one that has no room")
  func narrowTables() {
    let source = "| a | what it means |\n|---|---|\n| x | the writer likes the room very much |"
    #expect(
      lines(source, width: 20) == [
        "a │ what it means", "──┼─────────────────", "x │ the writer likes", "  │ the room very", "  │ much",
      ])
    let wide = "| one | two | three |\n|---|---|---|\n| first cell | second | third |\n| 4 | 5 | 6 |"
    #expect(
      lines(wide, width: 12) == [
        "one: first", "cell", "two: second", "three: third", "", "one: 4", "two: 5", "three: 6",
      ])
  }

  @Test("reads entities and shows HTML as text")
  func entities() {
    #expect(lines("&eacute;&amp;&lt;&quot;&#233;&#x4E2D; &nosuch; &#0; &copy;") == ["é&<\"é中 &nosuch; \u{FFFD} ©"])
    #expect(lines("<b>bold</b> <!-- no -->") == ["<b>bold</b> <!-- no -->"])
    #expect(lines("<div>\n*x*\n</div>") == ["<div> x </div>"])
  }

  @Test("joins Chinese lines without a blank, others with one")
  func softBreaks() {
    #expect(lines("前台很热情，\n但早餐\nok\nthen") == ["前台很热情，但早餐 ok then"])
  }

  @Test("finds words also over the end of a line, and in cells")
  func search() {
    let layout = MarkdownDocument("one two three four\n\n| a | Two |\n|---|---|\n| b | two |").layout(width: 12)
    #expect(layout.plainLines == ["one two", "three four", "", "a │ Two", "──┼────", "b │ two"])
    #expect(layout.search("two").map(\.line) == [0, 3, 5])
    let hit = layout.search("TWO THREE")
    #expect(hit.count == 1)
    #expect(hit.first?.parts.map(\.line) == [0, 1])
    let texts = hit.first?.parts.map { part in
      String(decoding: Array(layout.lines[part.line].text.utf8)[part.range], as: UTF8.self)
    }
    #expect(texts == ["two", "three"])
    #expect(layout.search("").isEmpty)
    #expect(layout.search("two", limit: 2).count == 2)
  }

  @Test("draws from a line on, within its rectangle, with hits marked and controls made safe")
  func drawing() {
    let layout = MarkdownDocument("# Title\n\none **two** three\n\nfour \u{1B}[31m two").layout(width: 10)
    let hits = layout.search("two")
    let area = Rectangle(x: 2, y: 1, width: 10, height: 4)
    var styles = MarkdownStyles.plain
    styles.currentHit = Style(attributes: .strikethrough)
    var surface = Surface(size: Size(columns: 14, rows: 5))
    layout.draw(on: &surface, in: area, scroll: 2, styles: styles, hits: hits, current: 1)
    #expect(surface.lines == ["", "  one two", "  three", "", "  four ␛[31m"])
    #expect(surface[6, 1].style.attributes == [.bold, .underline])
    surface = Surface(size: Size(columns: 14, rows: 5))
    layout.draw(on: &surface, in: area, scroll: 5, styles: styles, hits: hits, current: 1)
    #expect(surface.lines == ["", "  four ␛[31m", "  two", "", ""])
    #expect((0..<14).filter { surface[$0, 2].style.attributes == .strikethrough } == [2, 3, 4])
    layout.draw(on: &surface, in: area, scroll: 99)
    layout.draw(on: &surface, in: area, scroll: -99)
  }

  @Test("has spans within their lines and lines within the width, for any bytes", arguments: 1...30)
  func anyText(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "a", " ", "\n", "\n\n", "*", "**", "_", "`", "```\n", "> ", "- ", "1. ", "# ", "|", "|---|---|\n", "[", "](", ")",
      "&amp;", "<b>", "\\", "漢字", "👩‍💻", "\u{1B}]0;x\u{7}", "\0", "\t", "    ", "~~", "\r\n", "e\u{301}", "word ",
      "---\n",
    ]
    for _ in 0..<20 {
      let source = (0..<60).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      for width in [8, 13, 40] {
        for line in MarkdownDocument(source).layout(width: width).lines {
          #expect(TextWidth.columns(of: line.text) <= width)
          var end = 0
          for span in line.spans {
            #expect(span.range.lowerBound >= end && !span.range.isEmpty)
            end = span.range.upperBound
          }
          #expect(end <= line.text.utf8.count)
        }
      }
    }
  }

  @Test("reads hostile texts, none of which swells")
  func hostile() {
    let wide = String(repeating: "a|", count: 1_000) + "\n" + String(repeating: "---|", count: 1_000) + "\n"
    let patterns: [(String, Int)] = [
      ("> ", 10_000), ("- ", 10_000), ("1. ", 6_000), ("[", 10_000), ("*a **a ", 2_000), ("![[]()", 2_000),
      ("`a``", 2_000), ("| a |\n|---|\n", 5_000), ("\n* a\n", 2_000), ("\0\u{1B}", 5_000), ("&amp;", 2_000),
      (wide + String(repeating: "|\n", count: 5_000), 1),
    ]
    for (pattern, count) in patterns {
      let source = String(repeating: pattern, count: count)
      let layout = MarkdownDocument(source).layout(width: 60)
      let bytes = layout.lines.reduce(0) { $0 + $1.text.utf8.count }
      #expect(bytes <= 40 * source.utf8.count + 1_000)
    }
  }
}
