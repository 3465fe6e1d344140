extension EditorBuffer {
  /// Does what a command says.
  /// - Returns: true when the text changed.
  @discardableResult
  public mutating func apply(_ command: EditorCommand) -> Bool {
    let old = revision
    if let motion = Motion(command) {
      move(motion.kind, selecting: motion.selects)
    } else if command.changesText {
      edit(command)
    } else {
      select(command)
    }
    showCursor()
    return revision != old
  }

  private mutating func edit(_ command: EditorCommand) {
    switch command {
    case .newline: insert("\n")
    case .deleteBackward: delete(to: content.boundary(before: cursor), kind: .deletingBackward)
    case .deleteForward: delete(to: content.boundary(after: cursor), kind: .deletingForward)
    case .deleteWordBackward: kill(to: EditorWords.start(before: cursor, in: content))
    case .deleteWordForward: kill(to: EditorWords.end(after: cursor, in: content))
    case .killToParagraphEnd: killToParagraphEnd()
    case .killSelectionOrWord: killSelectionOrWord()
    case .yank: yank()
    case .yankPop: yankPop()
    case .undo: undo()
    case .redo: redo()
    default: break
    }
  }

  private mutating func select(_ command: EditorCommand) {
    history.close()
    switch command {
    case .setMark:
      lastAction = .other
      isMark = !(isMark && anchor == cursor)
      anchor = isMark ? cursor : nil
    case .selectAll:
      lastAction = .other
      anchor = 0
      cursor = content.count
      leans = false
      goal = nil
      isMark = true
    case .deselect:
      lastAction = .other
      anchor = nil
      isMark = false
    case .copy: copySelection()
    default: break
    }
  }

  private mutating func move(_ kind: Motion.Kind, selecting: Bool) {
    lastAction = .other
    history.close()
    if selecting {
      anchor = anchor ?? cursor
    } else if !isMark {
      anchor = nil
    }
    switch kind {
    case .lines(let lines): moveLines(lines)
    case .page(let direction):
      let rows = max(1, height - 1)
      scroll = max(0, min(scroll + direction * rows, layout.count - height))
      moveLines(direction * rows)
    case .lineEnd: goToLineEnd(currentLine)
    default:
      cursor = target(of: kind)
      leans = false
      goal = nil
    }
  }

  private func target(of kind: Motion.Kind) -> Int {
    switch kind {
    case .left: content.boundary(before: cursor)
    case .right: content.boundary(after: cursor)
    case .wordLeft: EditorWords.start(before: cursor, in: content)
    case .wordRight: EditorWords.end(after: cursor, in: content)
    case .lineStart: content.snapped(layout.start(ofLine: currentLine))
    case .paragraphUp: content.paragraphStart(content.paragraphStart(cursor) == cursor ? max(0, cursor - 1) : cursor)
    case .paragraphDown:
      content.paragraphEnd(content.paragraphEnd(cursor) == cursor ? min(content.count, cursor + 1) : cursor)
    case .textStart: 0
    case .textEnd: content.count
    case .lines, .page, .lineEnd: cursor
    }
  }

  private mutating func moveLines(_ lines: Int) {
    let column = goal ?? cursorColumn
    let line = currentLine
    let wanted = max(0, min(line + lines, layout.count - 1))
    guard wanted != line else { return }
    place(at: column, line: wanted)
    goal = column
  }

  /// Puts the cursor into a visual line: at a column, or at its end where it is shorter.
  mutating func place(at column: Int, line: Int) {
    let offset = offset(atColumn: column, line: line)
    guard offset < layout.range(ofLine: line).upperBound else { return goToLineEnd(line) }
    cursor = content.snappedBack(offset)
    leans = false
  }

  /// The end of a wrapped line is before the blank where it was wrapped, or else behind its last character.
  private mutating func goToLineEnd(_ line: Int) {
    let range = layout.range(ofLine: line)
    var end = range.upperBound
    leans = false
    if layout.isWrapped(line: line, in: content.string.utf8.span), end == layout.start(ofLine: line + 1) {
      let last = content.boundary(before: end)
      if last > range.lowerBound, EditorWords.kind(at: last, in: content.string.utf8.span) == .blank {
        end = last
      } else {
        leans = true
      }
    }
    cursor = content.snapped(end)
    goal = nil
  }
}

extension EditorBuffer {
  /// Where a command takes the cursor, and whether it selects on the way.
  private struct Motion {
    enum Kind {
      case left, right, wordLeft, wordRight, lineStart, lineEnd, paragraphUp, paragraphDown, textStart, textEnd
      case lines(Int)
      case page(Int)
    }

    var kind: Kind
    var selects = false

    init?(_ command: EditorCommand) {
      switch command {
      case .left: kind = .left
      case .right: kind = .right
      case .up: kind = .lines(-1)
      case .down: kind = .lines(1)
      case .wordLeft: kind = .wordLeft
      case .wordRight: kind = .wordRight
      case .lineStart: kind = .lineStart
      case .lineEnd: kind = .lineEnd
      case .paragraphUp: kind = .paragraphUp
      case .paragraphDown: kind = .paragraphDown
      case .pageUp: kind = .page(-1)
      case .pageDown: kind = .page(1)
      case .textStart: kind = .textStart
      case .textEnd: kind = .textEnd
      default:
        guard let plain = Self.selecting[command], let motion = Motion(plain) else { return nil }
        kind = motion.kind
        selects = true
      }
    }

    private static let selecting: [EditorCommand: EditorCommand] = [
      .selectLeft: .left, .selectRight: .right, .selectUp: .up, .selectDown: .down,
      .selectWordLeft: .wordLeft, .selectWordRight: .wordRight, .selectLineStart: .lineStart,
      .selectLineEnd: .lineEnd, .selectTextStart: .textStart, .selectTextEnd: .textEnd,
    ]
  }
}
