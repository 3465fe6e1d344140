public import PostilModel
import PostilPictures
public import PostilScreen

/// What a picture of the desk depends on besides the session and the desk's own state.
public struct DeskContext: Sendable {
  /// The theme, resolved for the terminal's colours.
  public var theme: StyleSheet
  /// The signs that may be drawn.
  public var alphabet: Alphabet
  /// The time, for words such as "2 h ago". Nothing else depends on it.
  public var now: Timestamp
  /// The pictures that have been decoded; nil where none are shown.
  public var pictures: PictureBook?

  /// A context.
  public init(theme: StyleSheet, alphabet: Alphabet, now: Timestamp) {
    self.theme = theme
    self.alphabet = alphabet
    self.now = now
  }
}
