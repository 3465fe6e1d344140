/// Something in the folder of session files that a desk has left behind and no desk has open.
public struct SessionLeftover: Sendable, Hashable {
  /// What it is.
  public enum Kind: Sendable, Hashable {
    /// A session file without a draft, a save on its way or a step to undo, and not written to for long.
    case empty
    /// The log of a session file, with what a desk that did not end as it should has written last; its size in bytes.
    case log(bytes: Int)
    /// Files that belong to a session file which is not there.
    case strays
  }

  /// What it is.
  public var kind: Kind
  /// The path of the session file.
  public var path: String
  /// The paths of the files that are left over.
  public var files: [String]
}
