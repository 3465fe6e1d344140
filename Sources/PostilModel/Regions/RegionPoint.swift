/// A place in a picture, in its pixels from the top left corner: (0, 0) is the corner of the first pixel and (1, 1) its
/// opposite one. Whole or fractional, as it was drawn.
public struct RegionPoint: Sendable, Hashable {
  /// The farthest that a place may be from the corner, in pixels: beyond, sums and products are not exact any more, and
  /// whole numbers have no end.
  public static let farthest = 1e9

  /// From the left.
  public var x: Double
  /// From the top.
  public var y: Double

  /// A place.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Reads `[x, y]`; nil when it is none, or too far away.
  public init?(_ value: JSONValue) {
    guard let parts = value.array, parts.count == 2, let x = parts[0].double, let y = parts[1].double else {
      return nil
    }
    guard Self.isNear(x), Self.isNear(y) else { return nil }
    self.init(x: x, y: y)
  }

  /// Whether a number can be one of a place.
  public static func isNear(_ value: Double) -> Bool { value.magnitude <= farthest }

  /// `[x, y]`, whole numbers without a fraction.
  public var json: JSONValue { .array([Self.number(x), Self.number(y)]) }

  /// A number as it is written: whole where it is whole.
  public static func number(_ value: Double) -> JSONValue {
    Int64(exactly: value).map { .integer($0) } ?? .number(value)
  }
}
