/// A single line that is being typed: in a prompt, a filter, a number.
public struct LineInput: Sendable, Hashable {
  /// What a key did.
  public enum Outcome: Sendable, Hashable {
    /// The text is another.
    case edited
    /// Only the cursor moved, or had no way to go.
    case moved
    /// Not all of it was taken, as the text is at its limit.
    case full
    /// Enter.
    case accepted
    /// Esc, or C-c.
    case cancelled
    /// The key means nothing here.
    case ignored
  }

  /// UTF-8 of the line.
  private var bytes: [UInt8]
  /// The byte before which the next character goes; always a boundary between clusters.
  public private(set) var cursor: Int
  /// The most characters (clusters) that the line takes.
  public let limit: Int

  /// A line with the cursor at its end. Ends of lines become blanks; what is beyond the limit is cut.
  public init(_ text: String = "", limit: Int = .max) {
    self.limit = max(0, limit)
    bytes = []
    cursor = 0
    _ = insert(text)
  }

  /// The text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// True when nothing is typed.
  public var isEmpty: Bool { bytes.isEmpty }

  /// The column of the cursor from the start of the text.
  public var cursorColumn: Int { TextWidth.columns(of: bytes.span.extracting(0..<cursor)) }

  /// Takes a key.
  public mutating func handle(_ key: Key) -> Outcome {
    switch KeyStroke.normal(key) {
    case .character(let scalar): return insert(String(Character(scalar)))
    case .named(.space): return insert(" ")
    case .paste(let text): return insert(text)
    case .named(.enter): return .accepted
    case .named(.escape), .control("c"), .control("g"): return .cancelled
    case .named(.backspace), .control("h"): return apply(.deleteBackward)
    case .named(.delete), .control("d"): return apply(.deleteForward)
    case .control("w"), .alt("\u{7F}"): return apply(.deleteWordBackward)
    case .alt("d"): return apply(.deleteWordForward)
    case .control("u"): return delete(0..<cursor)
    case .control("k"): return apply(.killToParagraphEnd)
    case .named(.left), .control("b"): return apply(.left)
    case .named(.right), .control("f"): return apply(.right)
    case .named(.home), .control("a"): return apply(.lineStart)
    case .named(.end), .control("e"): return apply(.lineEnd)
    case .named(.controlLeft), .alt("b"): return apply(.wordLeft)
    case .named(.controlRight), .alt("f"): return apply(.wordRight)
    default: return .ignored
    }
  }

  /// Does what an editor's command says, as far as a single line knows it.
  public mutating func apply(_ command: EditorCommand) -> Outcome {
    switch command {
    case .newline: return .accepted
    case .deleteBackward: return delete(before(cursor)..<cursor)
    case .deleteForward: return delete(cursor..<after(cursor))
    case .deleteWordBackward, .killSelectionOrWord: return delete(wordStart..<cursor)
    case .deleteWordForward: return delete(cursor..<wordEnd)
    case .killToParagraphEnd: return delete(cursor..<bytes.count)
    case .left: cursor = before(cursor)
    case .right: cursor = after(cursor)
    case .lineStart, .paragraphUp, .textStart: cursor = 0
    case .lineEnd, .paragraphDown, .textEnd: cursor = bytes.count
    case .wordLeft: cursor = wordStart
    case .wordRight: cursor = wordEnd
    default: return .ignored
    }
    return .moved
  }

  /// Draws the part around the cursor. Long text moves in steps of half the width, so that it does not slide at each key.
  /// - Returns: where the terminal's cursor belongs.
  @discardableResult
  public func draw(on surface: inout Surface, x: Int, y: Int, columns: Int, style: Style) -> Surface.Position {
    let clip = Rectangle(x: x, y: y, width: columns, height: 1)
    surface.fill(clip, style: style)
    let column = cursorColumn
    let step = max(1, columns / 2)
    let excess = column - max(1, columns) + 1
    let offset = excess > 0 ? (excess + step - 1) / step * step : 0
    surface.draw(text, x: x - offset, y: y, clip: clip, style: style, overflow: .cut)
    if offset > 0 { surface.draw(.moreLeft, x: x, y: y, style: style) }
    return Surface.Position(x: x + column - offset, y: y)
  }

  private mutating func insert(_ text: String) -> Outcome {
    var all = Array(bytes[..<cursor])
    all += text.map { $0.isNewline || $0 == "\t" ? " " : String($0) }.joined().utf8
    var end = all.count
    all += bytes[cursor...]
    // A mark may have joined the character before the cursor, or the one behind it: the cursor goes to a boundary.
    let count = Self.clusters(all)
    var excess = count - limit
    while excess > 0, end > cursor {
      let start = SafeText.boundary(before: end, in: all.span)
      all.removeSubrange(max(start, cursor)..<end)
      end = max(start, cursor)
      excess -= 1
    }
    let isFull = count > limit
    bytes = all
    cursor = end == 0 ? 0 : SafeText.boundary(after: SafeText.boundary(before: end, in: all.span), in: all.span)
    return isFull ? .full : .edited
  }

  private mutating func delete(_ range: Range<Int>) -> Outcome {
    guard !range.isEmpty else { return .moved }
    bytes.removeSubrange(range)
    cursor = range.lowerBound
    if cursor > 0 { cursor = SafeText.boundary(after: before(cursor), in: bytes.span) }
    return .edited
  }

  private func before(_ byte: Int) -> Int { SafeText.boundary(before: byte, in: bytes.span) }

  private func after(_ byte: Int) -> Int { SafeText.boundary(after: byte, in: bytes.span) }

  private static func clusters(_ bytes: [UInt8]) -> Int {
    var count = 0
    var index = 0
    while index < bytes.count {
      index = SafeText.boundary(after: index, in: bytes.span)
      count += 1
    }
    return count
  }

  private var wordStart: Int {
    var place = cursor
    while place > 0, bytes[place - 1] == 0x20 { place -= 1 }
    while place > 0, bytes[place - 1] != 0x20 { place = before(place) }
    return place
  }

  private var wordEnd: Int {
    var place = cursor
    while place < bytes.count, bytes[place] == 0x20 { place += 1 }
    while place < bytes.count, bytes[place] != 0x20 { place = after(place) }
    return place
  }
}
