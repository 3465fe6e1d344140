/// Why nothing was taken from a file of which all must be good: what is wrong, where, and what to do.
public struct WholeFileError: Error, CustomStringConvertible, Sendable {
  /// The words.
  public let description: String
}
