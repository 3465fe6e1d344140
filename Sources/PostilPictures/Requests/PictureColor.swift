/// The colour of a pixel as the file has it.
public struct PictureColor: Sendable, Hashable {
  /// Red, green and blue from 0 to 255; the same thrice for grey.
  public var red: Int
  /// See `red`.
  public var green: Int
  /// See `red`.
  public var blue: Int
  /// How solid it is, from 0 to 255.
  public var alpha: Int
  /// The value of 16-bit grey.
  public var grey: Int?
  /// Whether it is one of the file's pixels, and not a mean of some because the picture was shrunk as it was read.
  public var isExact: Bool

  /// A colour.
  public init(red: Int, green: Int, blue: Int, alpha: Int = 255, grey: Int? = nil, isExact: Bool = true) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
    self.grey = grey
    self.isExact = isExact
  }
}
