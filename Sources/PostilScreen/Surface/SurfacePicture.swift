/// A picture in the terminal's own pixels, over blank cells of a surface.
public struct SurfacePicture: Sendable, Hashable {
  /// The cells that it covers.
  public var area: Rectangle
  /// What the terminal is sent, with its cursor at the first of them. Whoever makes it vouches that it is nothing else than
  /// a picture.
  public var bytes: [UInt8]
  /// Whether the terminal keeps it until it is deleted (Kitty), or until something is written over it (sixel).
  public var isKept: Bool

  /// A picture.
  public init(area: Rectangle, bytes: [UInt8], isKept: Bool) {
    self.area = area
    self.bytes = bytes
    self.isKept = isKept
  }
}
