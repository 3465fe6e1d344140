/// What is known of a picture's file once it has been read.
public struct PictureInfo: Sendable, Hashable {
  /// The whole picture, upright.
  public var size: PixelSize
  /// What the file is, by its content: `png`, `jpeg` …
  public var format: String
  /// Whether it is grey of 16 bits.
  public var isDeep = false
  /// How many frames it has: more than one when it moves.
  public var frames = 1
  /// Whether the file ends before the picture does: the rest is blank.
  public var isCutOff = false
  /// Of 16-bit grey: the least and the greatest value.
  public var greyRange: ClosedRange<Int>?

  /// Whether it has more frames than one.
  public var isAnimated: Bool { frames > 1 }

  /// What is known.
  public init(size: PixelSize, format: String) {
    self.size = size
    self.format = format
  }
}
