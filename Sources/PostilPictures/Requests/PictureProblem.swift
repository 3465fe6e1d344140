/// Why a picture cannot be shown, in words for the person who waits for it.
public struct PictureProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// The words: what is wrong, going on after "This picture cannot be shown:".
  public var description: String
  /// Whether it may have been the machine's state rather than the file, so that asking again may help.
  public var mayPass: Bool

  /// A problem in words.
  public init(_ description: String, mayPass: Bool = false) {
    self.description = description
    self.mayPass = mayPass
  }
}
