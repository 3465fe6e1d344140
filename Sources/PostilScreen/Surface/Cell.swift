/// One place of the screen: a character that is safe to send, up to two combining marks, and a style. A plain value of
/// 20 bytes, so that surfaces compare and copy as memory.
public struct Cell: Sendable, Hashable {
  /// The scalar shown; 0 in the second cell of a wide character.
  public var scalar: UInt32
  private var mark1: UInt32
  private var mark2: UInt32
  /// The style.
  public var style: Style
  /// Columns: 1 or 2; 0 for the second cell of a wide character.
  public var width: UInt8

  /// A cell of one scalar with up to two combining marks, 0 for none.
  public init(
    scalar: UInt32, mark1: UInt32 = 0, mark2: UInt32 = 0, width: UInt8 = 1, style: Style = .plain
  ) {
    self.scalar = scalar
    self.mark1 = mark1
    self.mark2 = mark2
    self.style = style
    self.width = width
  }

  /// Combining marks over the scalar; 0 for none.
  public var marks: (first: UInt32, second: UInt32) {
    get { (mark1, mark2) }
    set { (mark1, mark2) = (newValue.first, newValue.second) }
  }

  /// A blank.
  public static let blank = Cell(scalar: 0x20)

  /// A blank in a style.
  public static func blank(style: Style) -> Cell { Cell(scalar: 0x20, style: style) }

  /// The second cell of a wide character.
  public static func continuation(style: Style) -> Cell { Cell(scalar: 0, width: 0, style: style) }
}
