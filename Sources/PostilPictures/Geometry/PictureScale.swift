/// How many pixels of a picture one column shows: a ratio of whole numbers, so that places are worked out exactly.
public struct PictureScale: Sendable, Hashable {
  /// Pixels …
  public let pixels: Int
  /// … in so many columns.
  public let columns: Int

  /// The largest term: a place in the largest picture times this fits into 64 bits.
  private static let mostOfATerm = 1 << 30

  /// So many pixels in so many columns, both above 0; in lowest terms. Of terms that are larger than any screen and picture
  /// need, the last bits are lost.
  public init(pixels: Int, columns: Int) {
    let divisor = Self.commonDivisor(max(1, pixels), max(1, columns))
    var terms = (pixels: max(1, pixels) / divisor, columns: max(1, columns) / divisor)
    while max(terms.pixels, terms.columns) > Self.mostOfATerm {
      terms = (max(1, terms.pixels / 2), max(1, terms.columns / 2))
    }
    self.pixels = terms.pixels
    self.columns = terms.columns
  }

  /// Pixels a column.
  public var value: Double { Double(pixels) / Double(columns) }

  /// Whether a pixel is larger than a column.
  public var magnifies: Bool { pixels < columns }

  /// The scale that shows `numerator / denominator` as many pixels a column.
  public func times(_ numerator: Int, _ denominator: Int) -> PictureScale {
    PictureScale(pixels: pixels * numerator, columns: columns * denominator)
  }

  private static func commonDivisor(_ one: Int, _ other: Int) -> Int {
    var (a, b) = (one, other)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}

extension PictureScale: Comparable {
  /// Fewer pixels a column is less.
  public static func < (left: PictureScale, right: PictureScale) -> Bool {
    left.pixels * right.columns < right.pixels * left.columns
  }
}
