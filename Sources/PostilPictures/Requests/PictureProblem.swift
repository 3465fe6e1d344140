/// Why a picture cannot be shown, in words for the person who waits for it.
public struct PictureProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// The words: what is wrong, going on after "This picture cannot be shown:".
  public var description: String

  /// A problem in words.
  public init(_ description: String) { self.description = description }
}
