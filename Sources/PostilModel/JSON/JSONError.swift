/// Why a text is not JSON, in words.
public struct JSONError: Error, Hashable, CustomStringConvertible {
  /// What the parser found.
  public let reason: String

  /// An error with its reason.
  public init(reason: String) { self.reason = reason }

  /// The reason.
  public var description: String { reason }
}
