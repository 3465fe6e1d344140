/// A multi-line text editor as a value: no terminal, no clock.
///
/// The text is UTF-8; all offsets count its bytes. The cursor stands on boundaries of grapheme clusters. Visual lines are
/// those of ``TextLayout`` for the columns given to ``resize(width:height:)``; a change wraps anew only around itself, so
/// a letter costs little in a long text. One column is kept for the cursor behind a full line.
///
/// A state is saved and restored as text, cursor and anchor: `EditorBuffer(text, cursor:anchor:)`.
public struct EditorBuffer: Sendable {
  /// The distance of tab stops.
  public static let tab = 4

  var content: EditorText
  var layout: EditorLayout
  var history = EditorHistory()
  var lastAction = Action.other
  /// The column that up and down want to keep.
  var goal: Int?
  /// True when the cursor, at a place where a line was wrapped, is shown at the end of the line before.
  var leans = false
  /// True when the selection was begun with a mark, so that plain motions keep it.
  var isMark = false

  /// The cursor as an offset.
  public internal(set) var cursor: Int
  /// The other end of the selection, or nil.
  public internal(set) var anchor: Int?
  /// The topmost visual line that is shown.
  public internal(set) var scroll = 0
  /// Rows that are shown.
  public internal(set) var height: Int
  /// Columns of the whole editor, that of the cursor behind a full line included.
  public internal(set) var width: Int
  /// Counts the changes of the text; equal revisions of one editor mean equal texts.
  public internal(set) var revision = 0
  /// What was cut and copied. Hand it on from editor to editor.
  public var killRing = EditorKillRing()
  /// The wanted most characters, or nil. More can be typed; ``isOverLimit`` tells.
  public var limit: Int?
  /// False for an editor of one line: newlines are refused when typed and become blanks when pasted.
  public var allowsNewlines = true

  /// What the last command was, as far as the next one minds.
  enum Action: Sendable, Equatable {
    case kill
    case yank(Range<Int>)
    case other
  }

  /// An editor with a text, which is taken as a paste is: CR LF become newlines, other control characters go.
  /// - Parameters:
  ///   - cursor: where the cursor stands, as an offset; the end of the text when nil. Moved to a boundary if on none.
  ///   - anchor: the other end of the selection, if there is one.
  ///   - width: columns; see ``resize(width:height:)``.
  ///   - height: rows.
  public init(
    _ text: String = "", cursor: Int? = nil, anchor: Int? = nil, limit: Int? = nil, width: Int = 80, height: Int = 24
  ) {
    let content = EditorText(EditorPaste.cleaned(text).text)
    let place = content.snapped(content.scalarBoundary(cursor ?? content.count))
    self.content = content
    self.cursor = place
    self.anchor = anchor.map { content.snapped(content.scalarBoundary($0)) }
    isMark = anchor != nil
    self.limit = limit
    self.width = max(3, width)
    self.height = max(1, height)
    layout = EditorLayout(content.string.utf8.span, width: self.width - 1)
    showCursor()
  }

  /// The text. Costs nothing to fetch.
  public var text: String { content.string }

  /// Characters of the text as people count them: extended grapheme clusters, newlines among them.
  public var count: Int { content.characters }

  /// Lines as typed: newlines and one.
  public var lineCount: Int { content.newlines + 1 }

  /// Lines as wrapped for the width.
  public var visualLineCount: Int { layout.count }

  /// True when the text is longer than its limit.
  public var isOverLimit: Bool { limit.map { count > $0 } ?? false }

  /// True when there is something to take back.
  public var canUndo: Bool { !history.undoable.isEmpty }

  /// True when there is something to make again.
  public var canRedo: Bool { !history.redoable.isEmpty }

  /// The selected bytes, or nil; never empty.
  public var selection: Range<Int>? {
    guard let anchor, anchor != cursor else { return nil }
    return min(anchor, cursor)..<max(anchor, cursor)
  }

  /// The selected text, or nil.
  public var selectedText: String? { selection.map { content[$0] } }

  /// Ends the group of undo: what is typed next is taken back apart. For the caller to say after a pause.
  public mutating func endTyping() { history.close() }

  /// Puts another text in the place of the whole, as one change that can be taken back: what an external editor wrote.
  public mutating func replaceAll(with text: String) {
    let cleaned = EditorPaste.cleaned(text).text
    guard cleaned != content.string else { return }
    anchor = nil
    change(0..<content.count, to: cleaned, kind: .other)
    showCursor()
  }

  var place: EditorHistory.Place { EditorHistory.Place(cursor: cursor, anchor: anchor, isMark: isMark) }

  /// The one way in which the text changes: content, lines, history and cursor together.
  mutating func change(_ range: Range<Int>, to new: String, kind: EditorHistory.Kind) {
    guard !(range.isEmpty && new.isEmpty) else { return }
    let before = place
    let removed = write(range, new)
    cursor = content.snapped(range.lowerBound + new.utf8.count)
    anchor = nil
    isMark = false
    let change = EditorHistory.Change(offset: range.lowerBound, removed: removed, inserted: new)
    history.note(change, kind: kind, before: before, after: place)
  }

  /// Changes content and lines without history.
  @discardableResult
  mutating func write(_ range: Range<Int>, _ new: String) -> String {
    let removed = content.replace(range, with: new)
    layout.update(content.string.utf8.span, replaced: range, by: new.utf8.count)
    revision += 1
    goal = nil
    leans = false
    return removed
  }
}
