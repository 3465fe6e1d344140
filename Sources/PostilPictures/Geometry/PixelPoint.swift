/// A place in a picture, in its pixels from the top left corner: (0, 0) is the corner of the first pixel, (1, 1) its
/// opposite one.
public struct PixelPoint: Sendable, Hashable {
  /// From the left.
  public var x: Double
  /// From the top.
  public var y: Double

  /// A place.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
