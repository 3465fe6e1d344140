/// How a picture is put on a terminal.
public enum PictureDrawing: Sendable, Hashable {
  /// Half and quarter blocks in the 216 colours and 24 greys of the 256-colour palette.
  case palette
  /// The same in 16 colours.
  case sixteen
  /// The same in 8 colours.
  case eight
  /// A ramp of ASCII from dark to light, without colour.
  case ascii
  /// The terminal's own pixels, by sixel.
  case sixel(CellShape)
  /// The terminal's own pixels, by Kitty's protocol.
  case kitty(CellShape)

  /// Whether it is made of cells.
  public var isCells: Bool {
    switch self {
    case .palette, .sixteen, .eight, .ascii: true
    case .sixel, .kitty: false
    }
  }
}
