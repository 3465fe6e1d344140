import Testing

@testable import PostilScreen

@Suite("An editor")
struct EditorBufferTests {
  private func editor(_ text: String, at cursor: Int? = nil, width: Int = 21, height: Int = 5) -> EditorBuffer {
    EditorBuffer(text, cursor: cursor, width: width, height: height)
  }

  private func cursor(_ text: String, at start: Int, _ commands: EditorCommand..., width: Int = 21) -> Int {
    var editor = editor(text, at: start, width: width)
    for command in commands { editor.apply(command) }
    return editor.cursor
  }

  private func rows(_ editor: EditorBuffer) -> [String] {
    var surface = Surface(size: Size(columns: editor.width, rows: editor.height))
    editor.draw(on: &surface, in: surface.bounds)
    return surface.lines
  }

  @Test("moves by clusters, never into one")
  func clusters() {
    let text = "ae\u{301}👩‍💻漢"
    #expect(cursor(text, at: 0, .right, .right) == 4)
    #expect(cursor(text, at: 0, .right, .right, .right) == 15)
    #expect(cursor(text, at: text.utf8.count, .left, .left) == 4)
    #expect(editor(text, at: 2).cursor == 4)
  }

  @Test("goes over words: letters with apostrophes, runs of Han and of kana")
  func words() {
    #expect(cursor("I don't know", at: 1, .wordRight) == 7)
    #expect(cursor("I don't know", at: 7, .wordLeft) == 2)
    #expect(cursor("a, b", at: 1, .wordRight) == 4)
    #expect(cursor("漢字かなカナ", at: 0, .wordRight) == 6)
    #expect(cursor("漢字かなカナ", at: 0, .wordRight, .wordRight) == 12)
    #expect(cursor("naïve – ну", at: 0, .wordRight, .wordRight) == "naïve – ну".utf8.count)
  }

  @Test("keeps the column that up and down began with")
  func goalColumn() {
    let text = "0123456789\nab\n0123456789"
    #expect(cursor(text, at: 7, .down) == 13)
    #expect(cursor(text, at: 7, .down, .down) == 21)
    #expect(cursor(text, at: 7, .down, .left, .down) == 15)
    #expect(cursor(text, at: 7, .up) == 7)
    #expect(cursor("漢字漢字\nabcd", at: 6, .down) == 17)
  }

  @Test("knows the ends of wrapped lines, with and without a blank to break at")
  func lineEnds() {
    #expect(cursor("hello wide world", at: 0, .lineEnd, width: 12) == 10)
    #expect(cursor("hello wide world", at: 13, .lineStart, width: 12) == 11)
    var wide = editor("漢字漢字漢字", at: 0, width: 7)
    wide.apply(.lineEnd)
    #expect(wide.cursor == 9)
    #expect(wide.cursorPosition == Surface.Position(x: 6, y: 0))
    wide.apply(.down)
    #expect(wide.cursorPosition == Surface.Position(x: 6, y: 1))
    wide.apply(.up)
    #expect(wide.cursorPosition == Surface.Position(x: 6, y: 0))
    wide.apply(.lineStart)
    #expect(wide.cursor == 0)
  }

  @Test("moves by paragraphs, pages and to both ends")
  func largeMotions() {
    let text = (0..<30).map { "line \($0)" }.joined(separator: "\n")
    #expect(cursor(text, at: 10, .paragraphUp) == 7)
    #expect(cursor(text, at: 10, .paragraphUp, .paragraphUp) == 0)
    #expect(cursor(text, at: 8, .paragraphDown) == 13)
    #expect(cursor(text, at: 8, .paragraphDown, .paragraphDown) == 20)
    #expect(cursor(text, at: 0, .pageDown) == 28)
    #expect(cursor(text, at: 0, .pageDown, .pageUp) == 0)
    #expect(cursor(text, at: 9, .textEnd) == text.utf8.count)
    #expect(cursor(text, at: 9, .textStart) == 0)
  }

  @Test("selects with shift until a plain motion, and with a mark until told")
  func selecting() {
    var editor = editor("one two three", at: 0)
    editor.apply(.selectWordRight)
    #expect(editor.selectedText == "one")
    editor.apply(.right)
    #expect(editor.selection == nil)
    editor.apply(.setMark)
    editor.apply(.wordRight)
    #expect(editor.selectedText == "two")
    editor.apply(.deselect)
    #expect(editor.selection == nil)
    editor.apply(.selectAll)
    editor.insert("x")
    #expect(editor.text == "x")
  }

  @Test("cuts, joins what is cut in a row, pastes, and goes back through the ring")
  func killRing() {
    var editor = editor("one two three\nfour", at: 0)
    editor.apply(.deleteWordForward)
    editor.apply(.deleteWordForward)
    #expect(editor.text == " three\nfour")
    #expect(editor.killRing.current == "one two")
    editor.apply(.right)
    editor.apply(.killToParagraphEnd)
    editor.apply(.killToParagraphEnd)
    #expect(editor.text == " four")
    #expect(editor.killRing.texts == ["one two", "three\n"])
    editor.apply(.yank)
    #expect(editor.text == " three\nfour")
    editor.apply(.yankPop)
    #expect(editor.text == " one twofour")
    editor.apply(.yankPop)
    #expect(editor.text == " three\nfour")
    editor.apply(.left)
    editor.apply(.yankPop)
    #expect(editor.text == " three\nfour")
    editor.apply(.selectAll)
    editor.apply(.copy)
    #expect(editor.killRing.current == " three\nfour")
    #expect(editor.selection == nil)
  }

  @Test("takes typing back in groups: to a pause, a motion, or the end of a line")
  func undoGroups() {
    var editor = editor("")
    for letter in "one two".unicodeScalars { editor.insert(letter) }
    editor.endTyping()
    for letter in " three\nfour".unicodeScalars { editor.insert(letter) }
    editor.apply(.left)
    editor.insert("!")
    let states = ["one two three\nfou!r", "one two three\nfour", "one two three\n", "one two", ""]
    for state in states {
      #expect(editor.text == state)
      editor.apply(.undo)
    }
    for state in states.reversed().dropFirst() {
      editor.apply(.redo)
      #expect(editor.text == state)
    }
    editor.apply(.deleteBackward)
    editor.apply(.deleteBackward)
    editor.apply(.undo)
    #expect(editor.text == states[0])
    #expect(editor.cursor == 18)
  }

  @Test("joins a combining mark to the character before, and deletes both as one")
  func combining() {
    var editor = editor("")
    editor.insert("e" as Unicode.Scalar)
    editor.insert("\u{301}" as Unicode.Scalar)
    #expect(editor.count == 1)
    #expect(editor.cursorPosition.x == 1)
    editor.apply(.deleteBackward)
    #expect(editor.text.isEmpty)
  }

  @Test("takes a paste as text: line ends made one kind, control characters dropped and counted")
  func paste() {
    var editor = editor("")
    let outcome1 = editor.paste("a\r\nb\rc\0\u{1B}[2J\td\u{7F}\u{9B}é\u{A0}")
    #expect(outcome1 == .inserted(dropped: 4))
    #expect(editor.text == "a\nb\nc[2J\tdé\u{A0}")
    let large = String(repeating: "a", count: EditorPaste.maximumBytes)
    let before = editor.text
    let outcome2 = editor.paste(large + "b")
    #expect(outcome2 == .refused(bytes: 1_048_577, limit: 1_048_576))
    #expect(editor.text == before)
    let outcome3 = editor.paste(large)
    #expect(outcome3 == .inserted(dropped: 0))
    #expect(editor.count == before.count + 1_048_576)
    editor.apply(.undo)
    #expect(editor.text == before)
  }

  @Test("lets a text grow over its limit and says so")
  func limit() {
    var editor = EditorBuffer("12345", limit: 5)
    #expect(!editor.isOverLimit)
    editor.insert("\u{301}")
    #expect(!editor.isOverLimit)
    editor.insert("6")
    #expect(editor.isOverLimit)
    #expect(editor.count == 6)
  }

  @Test("stays on one line when told to")
  func oneLine() {
    var editor = editor("")
    editor.allowsNewlines = false
    editor.insert("a")
    let changed = editor.apply(.newline)
    #expect(!changed)
    _ = editor.paste("b\r\nc")
    #expect(editor.text == "ab c")
  }

  @Test("is restored from text, cursor and anchor")
  func restored() {
    var editor = editor("one two three", at: 4)
    editor.apply(.selectWordRight)
    let copy = EditorBuffer(editor.text, cursor: editor.cursor, anchor: editor.anchor, width: 21, height: 5)
    #expect(copy.selectedText == "two")
    #expect(EditorBuffer("abc", cursor: 99, anchor: -4).selection == 0..<3)
  }

  @Test("takes what an external editor wrote as one change")
  func external() {
    var editor = editor("one")
    editor.replaceAll(with: "two\r\nthree")
    #expect(editor.text == "two\nthree")
    editor.apply(.undo)
    #expect(editor.text == "one")
    editor.replaceAll(with: "one")
    #expect(!editor.canUndo)
  }

  @Test("finds the place of a click, and the word of a double click")
  func mouse() {
    var editor = editor("hello 漢字 world\nnext", at: 0, width: 12)
    editor.click(x: 7, y: 0)
    #expect(editor.cursor == 6)
    editor.click(x: 99, y: 0)
    #expect(editor.cursor == 12)
    editor.click(x: 2, y: 2, extending: true)
    #expect(editor.selectedText == " world\nne")
    editor.selectWord(x: 3, y: 1)
    #expect(editor.selectedText == "world")
    editor.click(x: 0, y: 99)
    #expect(editor.cursor == 19)
  }

  @Test("draws wrapped text with the selection, the end of a line in it marked")
  func drawing() {
    var editor = editor("The room was spotless.\n前台很热情，但早餐\u{202E}九点就没了", at: 0, width: 14, height: 5)
    #expect(rows(editor) == ["The room was", "spotless.", "前台很热情，", "但早餐⇠九点就", "没了"])
    editor.apply(.down)
    editor.apply(.selectDown)
    var surface = Surface(size: Size(columns: 16, rows: 6))
    let styles = EditorStyles(selection: Style(attributes: .bold))
    editor.draw(on: &surface, in: Rectangle(x: 2, y: 1, width: 14, height: 5), styles: styles)
    let bold = (0..<6).map { y in (0..<16).map { surface[$0, y].style.attributes == .bold ? "#" : "." }.joined() }
    #expect(
      bold == [
        "................", "................", "..##########....", "................",
        "................", "................",
      ])
    #expect(surface.cursor == Surface.Position(x: 2, y: 3))
  }

  @Test("scrolls no more than it takes to show the cursor, and keeps its place when resized")
  func scrolling() {
    let text = (0..<30).map { "line \($0)" }.joined(separator: "\n")
    var editor = editor(text, at: 0)
    #expect(editor.scroll == 0)
    for _ in 0..<6 { editor.apply(.down) }
    #expect(editor.scroll == 2)
    #expect(editor.cursorPosition.y == 4)
    editor.scroll(by: 10)
    #expect(editor.scroll == 12)
    #expect(editor.cursorPosition.y == 0)
    editor.resize(width: 5, height: 4)
    #expect(editor.visibleLines.first?.lowerBound == editor.offset(atX: 0, y: 0))
    editor.apply(.textEnd)
    #expect(editor.cursorPosition == Surface.Position(x: 2, y: 3))
  }

  @Test("draws into another size than it has without a change of its own")
  func otherSize() {
    let editor = editor("one two three", at: 0)
    var surface = Surface(size: Size(columns: 8, rows: 3))
    editor.draw(on: &surface, in: surface.bounds, focused: false)
    #expect(surface.lines == ["one two", "three", ""])
    #expect(surface.cursor == nil)
    var tiny = Surface(size: Size(columns: 1, rows: 1))
    editor.draw(on: &tiny, in: tiny.bounds)
    #expect(tiny.lines == ["o"])
  }
}
