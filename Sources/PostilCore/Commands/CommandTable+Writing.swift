extension CommandTable {
  /// What an editor does. The keys are those of Emacs and of most shells, beside arrows, Home and End.
  static let writing: [CommandDescription] = motions + selecting + changing

  private static func row(_ command: Command, _ label: String, _ help: String, _ keys: String...) -> CommandDescription
  {
    .init(command, .writing, label, help, keys: keys, in: [.text])
  }

  private static let motions: [CommandDescription] = [
    row(.left, "left", "One character left.", "Left", "C-b"),
    row(.right, "right", "One character right.", "Right", "C-f"),
    row(.lineUp, "line up", "One line up.", "Up", "C-p"),
    row(.lineDown, "line down", "One line down.", "Down", "C-n"),
    row(.wordLeft, "word left", "One word left.", "C-Left", "M-b"),
    row(.wordRight, "word right", "One word right.", "C-Right", "M-f"),
    row(.lineStart, "line start", "To the start of the line.", "Home", "C-a"),
    row(.lineEnd, "line end", "To the end of the line.", "End", "C-e"),
    row(.paragraphUp, "paragraph up", "To the start of the paragraph.", "C-Up", "M-{"),
    row(.paragraphDown, "paragraph down", "To the end of the paragraph.", "C-Down", "M-}"),
    row(.textPageUp, "page up", "One page up in the text.", "PgUp", "M-v"),
    row(.textPageDown, "page down", "One page down in the text.", "PgDn", "C-v"),
    row(.textStart, "text start", "To the start of the text.", "M-<"),
    row(.textEnd, "text end", "To the end of the text.", "M->"),
  ]

  private static let selecting: [CommandDescription] = [
    row(.selectLeft, "select left", "Select one character left.", "S-Left"),
    row(.selectRight, "select right", "Select one character right.", "S-Right"),
    row(.selectUp, "select up", "Select one line up.", "S-Up"),
    row(.selectDown, "select down", "Select one line down.", "S-Down"),
    row(.selectWordLeft, "select word left", "Select one word left."),
    row(.selectWordRight, "select word right", "Select one word right."),
    row(.selectLineStart, "select to line start", "Select to the start of the line.", "S-Home"),
    row(.selectLineEnd, "select to line end", "Select to the end of the line.", "S-End"),
    row(.selectTextStart, "select to text start", "Select to the start of the text."),
    row(.selectTextEnd, "select to text end", "Select to the end of the text."),
    row(.setMark, "set mark", "Start a selection here, or drop it.", "C-Space", "C-@"),
    row(.selectAll, "select all", "Select everything.", "M-a"),
    row(.deselect, "deselect", "Drop the selection."),
  ]

  private static let changing: [CommandDescription] = [
    row(.newline, "new line", "New line; on a single line, take it.", "Enter"),
    row(.deleteBackward, "delete back", "Delete the character before.", "Backspace", "C-h"),
    row(.deleteForward, "delete", "Delete the character here.", "Del", "C-d"),
    row(.deleteWordBackward, "cut word before", "Cut the word before.", "M-Backspace"),
    row(.deleteWordForward, "cut word", "Cut the word here.", "M-d"),
    row(.killToParagraphEnd, "cut to end", "Cut to the end of the paragraph.", "C-k"),
    row(.killSelectionOrWord, "cut", "Cut the selection, or the word before.", "C-w"),
    row(.copy, "copy", "Copy the selection.", "M-w"),
    row(.yank, "paste", "Paste what was cut or copied last.", "C-y"),
    row(.yankPop, "paste earlier", "Instead of what was just pasted, paste the cut before it.", "M-y"),
    row(.undoTyping, "undo typing", "Take back the last change of the text.", "C-_", "M-u"),
    row(.redoTyping, "redo typing", "Make the change of the text again.", "M-_", "M-r"),
  ]
}
