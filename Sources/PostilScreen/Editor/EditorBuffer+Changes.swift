extension EditorBuffer {
  /// Inserts one typed character, which takes the place of the selection. A combining mark joins the character before.
  public mutating func insert(_ scalar: Unicode.Scalar) { insert(String(Character(scalar))) }

  /// Inserts typed text, which takes the place of the selection. Control characters are left out.
  public mutating func insert(_ text: String) {
    lastAction = .other
    let typed = fitting(EditorPaste.cleaned(text).text)
    guard !typed.isEmpty else { return }
    change(selection ?? cursor..<cursor, to: typed, kind: .typing)
    if typed.utf8.last == 0x0A { history.close() }
    showCursor()
  }

  /// Inserts a bracketed paste, as one change. More than ``EditorPaste/maximumBytes`` is refused whole.
  public mutating func paste(_ text: String) -> EditorPaste {
    lastAction = .other
    let bytes = text.utf8.count
    guard bytes <= EditorPaste.maximumBytes else {
      return .refused(bytes: bytes, limit: EditorPaste.maximumBytes)
    }
    let (clean, dropped) = EditorPaste.cleaned(text)
    change(selection ?? cursor..<cursor, to: fitting(clean), kind: .other)
    showCursor()
    return .inserted(dropped: dropped)
  }

  private func fitting(_ text: String) -> String {
    guard !allowsNewlines, text.utf8.contains(0x0A) else { return text }
    if text == "\n" { return "" }
    return String(decoding: text.utf8.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
  }

  /// Deletes the selection, or from the cursor to where a motion goes.
  mutating func delete(to end: Int, kind: EditorHistory.Kind) {
    lastAction = .other
    if let selection { return change(selection, to: "", kind: .other) }
    change(min(cursor, end)..<max(cursor, end), to: "", kind: kind)
  }

  /// Cuts from the cursor to where a motion goes. Cuts one after the other make one text on the ring.
  mutating func kill(to end: Int) {
    let range = min(cursor, end)..<max(cursor, end)
    guard !range.isEmpty else { return }
    let text = content[range]
    if lastAction == .kill {
      killRing.join(text, before: end < cursor)
    } else {
      killRing.push(text)
    }
    change(range, to: "", kind: .other)
    lastAction = .kill
  }

  mutating func killSelectionOrWord() {
    guard let selection else { return kill(to: EditorWords.start(before: cursor, in: content)) }
    killRing.push(content[selection])
    change(selection, to: "", kind: .other)
    lastAction = .other
  }

  mutating func killToParagraphEnd() {
    let end = content.paragraphEnd(cursor)
    kill(to: end == cursor ? content.boundary(after: cursor) : end)
  }

  mutating func copySelection() {
    lastAction = .other
    guard let text = selectedText else { return }
    killRing.push(text)
    anchor = nil
    isMark = false
  }

  mutating func yank() {
    guard let text = killRing.current.map(fitting) else { return }
    put(text, over: selection ?? cursor..<cursor)
  }

  mutating func yankPop() {
    guard case .yank(let range) = lastAction, let text = killRing.rotate().map(fitting) else { return }
    put(text, over: range)
  }

  private mutating func put(_ text: String, over range: Range<Int>) {
    change(range, to: text, kind: .other)
    lastAction = .yank(range.lowerBound..<(range.lowerBound + text.utf8.count))
  }

  mutating func undo() {
    lastAction = .other
    guard let group = history.popUndo() else { return }
    for change in group.changes.reversed() {
      write(change.offset..<(change.offset + change.inserted.utf8.count), change.removed)
    }
    restore(group.before)
  }

  mutating func redo() {
    lastAction = .other
    guard let group = history.popRedo() else { return }
    for change in group.changes {
      write(change.offset..<(change.offset + change.removed.utf8.count), change.inserted)
    }
    restore(group.after)
  }

  private mutating func restore(_ place: EditorHistory.Place) {
    cursor = place.cursor
    anchor = place.anchor
    isMark = place.isMark
  }
}
