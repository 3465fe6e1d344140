/// What one cluster of a text looks like on the screen: which bytes it takes, how many columns, and what is drawn there.
public struct Glyph: Sendable, Hashable {
  /// The ways to draw a cluster.
  public enum Kind: UInt8, Sendable, Hashable {
    /// `scalar` with its marks, over `columns` columns.
    case text
    /// `columns` blanks; a line may be broken behind it.
    case blank
    /// A character that must not reach a terminal; `scalar` is the sign that stands for it.
    case control
    /// `columns` blanks up to the next tab stop.
    case tab
    /// The end of a line: `\n` or `\r\n`. No columns.
    case newline
    /// Several cells that belong together: a flag as two letters, an Indic syllable with vowel signs.
    case pieces
  }

  /// The scalar to draw; for `pieces` that of the first cell.
  public var scalar: UInt32
  /// The first combining mark, or 0.
  public var mark1: UInt32 = 0
  /// The second combining mark, or 0.
  public var mark2: UInt32 = 0
  /// Bytes of the source that the cluster takes; at least 1.
  public var length: Int
  /// Columns on the screen.
  public var columns: Int
  /// How to draw it.
  public var kind: Kind

  init(_ scalar: UInt32, length: Int, columns: Int = 1, kind: Kind = .text) {
    self.scalar = scalar
    self.length = length
    self.columns = columns
    self.kind = kind
  }
}
