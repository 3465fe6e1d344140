/// What is done to a picture's colours before it is shown. The file stays as it is.
public struct PictureAdjustment: Sendable, Hashable {
  /// Which of a picture's channels are seen.
  public enum Channel: UInt8, Sendable, Hashable, CaseIterable {
    /// All of them, in colour.
    case all
    /// Red, as grey.
    case red
    /// Green, as grey.
    case green
    /// Blue, as grey.
    case blue
    /// How light it is, as grey.
    case light
  }

  /// Light and dark exchanged.
  public var isInverted = false
  /// From −100 to 100: how much is added to all of it, in percent of white.
  public var brightness = 0
  /// From −100 to 100: how much the distance from middle grey grows, in percent.
  public var contrast = 0
  /// In percent, from 20 to 500: above 100 the dark parts come out.
  public var gamma = 100
  /// Spreads what is there over all steps from dark to light, by the histogram.
  public var isEqualised = false
  /// Grey as a scale of colours.
  public var isFalseColour = false
  /// Which channels are seen.
  public var channel = Channel.all
  /// Of 16-bit grey: the value that is black; nil for the least one there is.
  public var blackPoint: Int?
  /// Of 16-bit grey: the value that is white; nil for the greatest one there is.
  public var whitePoint: Int?

  /// The picture as it is.
  public init() {}

  /// Whether anything is changed.
  public var isNone: Bool { self == PictureAdjustment() }
}
