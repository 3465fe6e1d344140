/// One cell of a picture: a character that is safe to show, and indices into the 256-colour palette, −1 for none.
public struct PictureCell: Sendable, Hashable {
  /// The character.
  public var scalar: UInt32
  /// Its colour.
  public var foreground: Int16
  /// The colour behind it.
  public var background: Int16

  /// A cell.
  public init(scalar: UInt32, foreground: Int16 = -1, background: Int16 = -1) {
    self.scalar = scalar
    self.foreground = foreground
    self.background = background
  }
}
