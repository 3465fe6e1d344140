/// A line that is drawn over a picture where a terminal shows real pixels.
public struct PictureLine: Sendable, Hashable {
  /// Its corners, in pixels of the picture.
  public var points: [PixelPoint]
  /// Whether the last corner is joined to the first.
  public var isClosed: Bool
  /// Red, green and blue, as 0xRRGGBB.
  public var color: UInt32
  /// In pixels of the screen.
  public var width: Int
  /// Whether it is drawn in dashes.
  public var isBroken = false
  /// The number written at its upper left corner.
  public var number: Int?

  /// A line.
  public init(points: [PixelPoint], isClosed: Bool, color: UInt32, width: Int = 2) {
    self.points = points
    self.isClosed = isClosed
    self.color = color
    self.width = width
  }
}
