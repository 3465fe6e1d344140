/// What a person can tell an editor to do, by name, so that a keymap can bind it. Typing is ``EditorBuffer/insert(_:)``.
public enum EditorCommand: String, Sendable, Hashable, CaseIterable {
  // Motions. A motion drops a selection made with shift and keeps one made with a mark.
  case left, right, up, down
  case wordLeft = "word-left"
  case wordRight = "word-right"
  case lineStart = "line-start"
  case lineEnd = "line-end"
  case paragraphUp = "paragraph-up"
  case paragraphDown = "paragraph-down"
  case pageUp = "page-up"
  case pageDown = "page-down"
  case textStart = "text-start"
  case textEnd = "text-end"
  // The same motions, selecting.
  case selectLeft = "select-left"
  case selectRight = "select-right"
  case selectUp = "select-up"
  case selectDown = "select-down"
  case selectWordLeft = "select-word-left"
  case selectWordRight = "select-word-right"
  case selectLineStart = "select-line-start"
  case selectLineEnd = "select-line-end"
  case selectTextStart = "select-text-start"
  case selectTextEnd = "select-text-end"
  // Selections.
  case setMark = "set-mark"
  case selectAll = "select-all"
  case deselect
  // Changes.
  case newline
  case deleteBackward = "delete-backward"
  case deleteForward = "delete-forward"
  case deleteWordBackward = "delete-word-backward"
  case deleteWordForward = "delete-word-forward"
  case killToParagraphEnd = "kill-to-paragraph-end"
  case killSelectionOrWord = "kill-selection-or-word"
  case copy
  case yank
  case yankPop = "yank-pop"
  case undo, redo

  /// One line of help.
  public var help: String {
    Self.helpTexts[self] ?? rawValue
  }

  /// True for commands that can change the text.
  public var changesText: Bool {
    switch self {
    case .newline, .deleteBackward, .deleteForward, .deleteWordBackward, .deleteWordForward, .killToParagraphEnd,
      .killSelectionOrWord, .yank, .yankPop, .undo, .redo:
      true
    default: false
    }
  }

  private static let helpTexts: [EditorCommand: String] = [
    .left: "one character left", .right: "one character right", .up: "one line up", .down: "one line down",
    .wordLeft: "one word left", .wordRight: "one word right",
    .lineStart: "to the start of the line", .lineEnd: "to the end of the line",
    .paragraphUp: "to the start of the paragraph", .paragraphDown: "to the end of the paragraph",
    .pageUp: "one page up", .pageDown: "one page down",
    .textStart: "to the start of the text", .textEnd: "to the end of the text",
    .selectLeft: "select one character left", .selectRight: "select one character right",
    .selectUp: "select one line up", .selectDown: "select one line down",
    .selectWordLeft: "select one word left", .selectWordRight: "select one word right",
    .selectLineStart: "select to the start of the line", .selectLineEnd: "select to the end of the line",
    .selectTextStart: "select to the start of the text", .selectTextEnd: "select to the end of the text",
    .setMark: "start a selection here, or drop it", .selectAll: "select everything",
    .deselect: "drop the selection", .newline: "new line",
    .deleteBackward: "delete the character before", .deleteForward: "delete the character here",
    .deleteWordBackward: "cut the word before", .deleteWordForward: "cut the word here",
    .killToParagraphEnd: "cut to the end of the paragraph",
    .killSelectionOrWord: "cut the selection, or the word before",
    .copy: "copy the selection", .yank: "paste what was cut or copied last",
    .yankPop: "instead of what was just pasted, paste the cut before it",
    .undo: "take back the last change", .redo: "make it again",
  ]

  /// The keys that an editor has before a keymap changes them: those of Emacs and of most shells, beside arrows, Home
  /// and End. The desk's own keys (Esc, Tab, C-x, C-s, M-Enter, C-z, C-l, C-c, C-g) are not among them.
  public static let defaultKeys: [(key: Key, command: EditorCommand)] = [
    (.named(.left), .left), (.control("b"), .left), (.named(.right), .right), (.control("f"), .right),
    (.named(.up), .up), (.control("p"), .up), (.named(.down), .down), (.control("n"), .down),
    (.named(.controlLeft), .wordLeft), (.alt("b"), .wordLeft),
    (.named(.controlRight), .wordRight), (.alt("f"), .wordRight),
    (.named(.home), .lineStart), (.control("a"), .lineStart), (.named(.end), .lineEnd), (.control("e"), .lineEnd),
    (.named(.controlUp), .paragraphUp), (.alt("{"), .paragraphUp),
    (.named(.controlDown), .paragraphDown), (.alt("}"), .paragraphDown),
    (.named(.pageUp), .pageUp), (.alt("v"), .pageUp), (.named(.pageDown), .pageDown), (.control("v"), .pageDown),
    (.alt("<"), .textStart), (.alt(">"), .textEnd),
    (.named(.shiftLeft), .selectLeft), (.named(.shiftRight), .selectRight),
    (.named(.shiftUp), .selectUp), (.named(.shiftDown), .selectDown),
    (.named(.shiftHome), .selectLineStart), (.named(.shiftEnd), .selectLineEnd),
    (.control("@"), .setMark), (.control(" "), .setMark), (.alt("a"), .selectAll),
    (.named(.enter), .newline), (.named(.backspace), .deleteBackward), (.control("h"), .deleteBackward),
    (.named(.delete), .deleteForward), (.control("d"), .deleteForward),
    (.alt("\u{7F}"), .deleteWordBackward), (.alt("d"), .deleteWordForward),
    (.control("k"), .killToParagraphEnd), (.control("w"), .killSelectionOrWord), (.alt("w"), .copy),
    (.control("y"), .yank), (.alt("y"), .yankPop),
    (.control("_"), .undo), (.alt("u"), .undo), (.alt("_"), .redo), (.alt("r"), .redo),
  ]
}
