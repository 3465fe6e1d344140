import PostilTestSupport
import Testing

@testable import PostilScreen

@Suite("An editor, whatever is typed")
struct EditorPropertyTests {
  private static let pieces = [
    "a", "b", " ", " ", "word ", "don't", "\n", "\n\n", "\t", "漢", "漢字かな。", "「", "é", "e\u{301}", "\u{301}",
    "\u{200D}", "👩‍💻", "🇩🇪", "🇩", "❤️", "\u{FE0F}", "क", "ष", "\u{94D}", "\u{93F}", "ᄀ", "ᅡ", "שלום", "\u{202E}", "\u{AD}",
    "ไทย", "\u{E33}", "\u{600}", "supercalifragilistic", "    ", "👍🏽", "\r\n", "\u{1B}[31m", "e", "x-y", "１２",
  ]

  private enum Step {
    case insert(String)
    case paste(String)
    case command(EditorCommand)
    case click(Int, Int, Bool)
    case resize(Int, Int)
    case scroll(Int)
    case pause
  }

  private func step(_ random: inout SeededGenerator) -> Step {
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<8: return .insert(Self.pieces.randomElement(using: &random) ?? "a")
    case 8:
      let pieces = (0..<12).map { _ in Self.pieces.randomElement(using: &random) ?? "a" }
      return .paste(pieces.joined())
    case 9..<16: return .command(EditorCommand.allCases.randomElement(using: &random) ?? .left)
    case 16:
      return .click(.random(in: -2..<30, using: &random), .random(in: -1..<9, using: &random), .random(using: &random))
    case 17: return .resize(.random(in: 1..<40, using: &random), .random(in: 1..<8, using: &random))
    case 18: return .scroll(.random(in: -5..<6, using: &random))
    default: return .pause
    }
  }

  private func perform(_ step: Step, on editor: inout EditorBuffer) {
    switch step {
    case .insert(let text): editor.insert(text)
    case .paste(let text): _ = editor.paste(text)
    case .command(let command): editor.apply(command)
    case .click(let x, let y, let extending): editor.click(x: x, y: y, extending: extending)
    case .resize(let width, let height): editor.resize(width: width, height: height)
    case .scroll(let lines): editor.scroll(by: lines)
    case .pause: editor.endTyping()
    }
  }

  private func isBoundary(_ offset: Int, in text: String) -> Bool {
    guard let index = text.utf8.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex) else { return false }
    return text.endIndex == index || String.Index(index, within: text) != nil
  }

  private func check(_ editor: EditorBuffer) throws {
    let text = editor.text
    try #require(editor.count == text.count)
    try #require(editor.lineCount == text.utf8.filter { $0 == 0x0A }.count + 1)
    try #require(isBoundary(editor.cursor, in: text))
    if let anchor = editor.anchor { try #require(isBoundary(anchor, in: text)) }
    let whole = TextLayout(text, width: editor.width - 1, tab: EditorBuffer.tab)
    try #require(editor.visualLineCount == whole.count)
    for line in 0..<whole.count {
      try #require(editor.layout.range(ofLine: line) == whole.range(ofLine: line))
    }
    let position = editor.cursorPosition
    try #require((0..<editor.height).contains(position.y) && (0..<editor.width).contains(position.x))
    try #require(editor.visibleLines.count <= editor.height)
    var surface = Surface(size: Size(columns: 50, rows: 10))
    editor.draw(on: &surface, in: Rectangle(x: 1, y: 1, width: editor.width, height: editor.height))
    try #require(surface.cursor == Surface.Position(x: position.x + 1, y: position.y + 1))
  }

  @Test("keeps counts, lines, cursor and view right over random commands", arguments: 1...8)
  func invariants(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var editor = EditorBuffer(width: 20, height: 4)
    for _ in 0..<250 {
      perform(step(&random), on: &editor)
      try check(editor)
    }
  }

  @Test("wraps a long paragraph without blanks as a fresh layout does, wherever it changes", arguments: 1...6)
  func longParagraph(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed &+ 4_000)
    let pieces = ["好", "一", "前台很热情", "，", "。", "（真的）", "か", "a", " ", "3 km", "\u{301}", "\n"]
    // Few marks in the first runs, so that a change reaches far; more of them in the later ones.
    let rarely = seed.isMultiple(of: 2) ? 400 : 12
    let start = (0..<1_500).map { _ in
      Int.random(in: 0..<rarely, using: &random) == 0 ? pieces.randomElement(using: &random) ?? "" : "房"
    }
    var editor = EditorBuffer(start.joined(), width: .random(in: 9...50, using: &random), height: 5)
    for _ in 0..<60 {
      editor.click(x: .random(in: 0..<50, using: &random), y: .random(in: 0..<5, using: &random))
      editor.scroll(by: .random(in: -40...40, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: editor.apply(.deleteBackward)
      case 1: editor.apply(.deleteWordForward)
      case 2: editor.apply(.undo)
      default: editor.insert(pieces.randomElement(using: &random) ?? "好")
      }
      try check(editor)
    }
  }

  @Test("takes everything back and makes it again, state by state", arguments: 1...8)
  func undoRedo(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed &+ 1_000)
    let start = "The room was spotless.\n漢字かな、と e\u{301}."
    var editor = EditorBuffer(start, width: 16, height: 4)
    for _ in 0..<300 {
      let step = step(&random)
      if case .command(.undo) = step { continue }
      if case .command(.redo) = step { continue }
      perform(step, on: &editor)
    }
    let end = editor.text
    var states: [String] = []
    while editor.canUndo {
      states.append(editor.text)
      editor.apply(.undo)
      try check(editor)
    }
    #expect(editor.text == start)
    for state in states.reversed() {
      #expect(editor.canRedo)
      editor.apply(.redo)
      try #require(editor.text.utf8.elementsEqual(state.utf8))
    }
    #expect(editor.text.utf8.elementsEqual(end.utf8))
    #expect(!editor.canRedo)
  }

  @Test("a change and its undo leave text, cursor and selection as they were", arguments: 1...6)
  func oneChange(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed &+ 2_000)
    var editor = EditorBuffer("one two\n漢字 three 👩‍💻 four", width: 12, height: 3)
    for _ in 0..<300 {
      editor.endTyping()
      let before = (editor.text, editor.cursor, editor.anchor)
      let next = step(&random)
      var changed = editor
      perform(next, on: &changed)
      if changed.text.utf8.elementsEqual(editor.text.utf8) {
        editor = changed
        continue
      }
      if case .command(.undo) = next { continue }
      if case .command(.redo) = next { continue }
      var undone = changed
      undone.apply(.undo)
      try #require(undone.text.utf8.elementsEqual(before.0.utf8))
      try #require(undone.cursor == before.1 && undone.anchor == before.2)
      editor = changed
    }
  }

  @Test("typing and deleting do to the text what they do to a plain string", arguments: 1...6)
  func naiveModel(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed &+ 3_000)
    var editor = EditorBuffer(width: 10, height: 3)
    for _ in 0..<300 {
      let bytes = Array(editor.text.utf8)
      let range = editor.selection ?? editor.cursor..<editor.cursor
      if Bool.random(using: &random) {
        let piece = EditorPaste.cleaned(Self.pieces.randomElement(using: &random) ?? "a").text
        editor.insert(piece)
        let expected = bytes[..<range.lowerBound] + Array(piece.utf8) + bytes[range.upperBound...]
        try #require(Array(editor.text.utf8) == Array(expected))
      } else if editor.selection == nil, Bool.random(using: &random) {
        var model = String(decoding: bytes[..<editor.cursor], as: UTF8.self)
        if !model.isEmpty { model.removeLast() }
        let rest = bytes[editor.cursor...]
        editor.apply(.deleteBackward)
        try #require(Array(editor.text.utf8) == Array(model.utf8) + rest)
      } else {
        let motions: [EditorCommand] = [.left, .right, .up, .wordLeft, .selectLeft, .selectUp, .textEnd, .lineEnd]
        editor.apply(motions.randomElement(using: &random) ?? .left)
        try #require(Array(editor.text.utf8) == bytes)
      }
    }
  }
}
