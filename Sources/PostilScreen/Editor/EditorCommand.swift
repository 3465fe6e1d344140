/// What a person can tell an editor to do, by name, so that a keymap can bind it. The editor itself knows no keys. Typing
/// is ``EditorBuffer/insert(_:)``.
public enum EditorCommand: String, Sendable, Hashable, CaseIterable {
  // Motions. A motion drops a selection made with shift and keeps one made with a mark.
  case left, right
  case up = "line-up"
  case down = "line-down"
  case wordLeft = "word-left"
  case wordRight = "word-right"
  case lineStart = "line-start"
  case lineEnd = "line-end"
  case paragraphUp = "paragraph-up"
  case paragraphDown = "paragraph-down"
  case pageUp = "text-page-up"
  case pageDown = "text-page-down"
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
  case undo = "undo-typing"
  case redo = "redo-typing"

  /// True for commands that can change the text.
  public var changesText: Bool {
    switch self {
    case .newline, .deleteBackward, .deleteForward, .deleteWordBackward, .deleteWordForward, .killToParagraphEnd,
      .killSelectionOrWord, .yank, .yankPop, .undo, .redo:
      true
    default: false
    }
  }
}
