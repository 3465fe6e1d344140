/// The shape of a terminal's cell, as its width and height in pixels of the screen.
///
/// Only the ratio matters for cells; both numbers matter for real pixels.
public struct CellShape: Sendable, Hashable {
  /// Pixels across.
  public var width: Int
  /// Pixels down.
  public var height: Int

  /// Twice as high as wide: what terminals have that do not tell.
  public static let usual = CellShape(width: 8, height: 16)

  /// A shape; sides that cannot be are taken for the usual ones.
  public init(width: Int, height: Int) {
    let isSane = (1...200).contains(width) && (1...400).contains(height) && height <= width * 5 && width <= height * 2
    self.width = isSane ? width : 8
    self.height = isSane ? height : 16
  }
}
