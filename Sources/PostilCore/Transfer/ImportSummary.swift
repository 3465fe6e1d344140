public import PostilFormats

/// What became of an import.
public struct ImportSummary: Sendable {
  /// A record that was put aside, to show why.
  public struct Example: Sendable, Hashable {
    /// The file that it is from.
    public var file: String
    /// The line at which it begins.
    public var line: Int
    /// Why it was put aside, in the words of the rejects file.
    public var reason: String
  }

  /// Tasks (or annotations on their own) added. In a dry run: those that would be added, if no two records have one id.
  public var added = 0
  /// Records whose task (or suggestions) were there already.
  public var alreadyThere = 0
  /// Suggestions added, with their records or on their own.
  public var suggestions = 0
  /// Annotations added with their records.
  public var annotations = 0
  /// People who were put on the roster, because annotations are theirs.
  public var people = 0
  /// Records put aside, by reason.
  public var rejected: [Rejection.Kind: Int] = [:]
  /// The first record that was put aside.
  public var firstRejected: Example?
  /// Suggestions put aside because they do not fit their question, from records that were taken otherwise.
  public var rejectedSuggestions = 0
  /// The files in which the rejected are.
  public var rejectsFiles: [String] = []
  /// What was found in a file, or in those that were joined, a sentence each.
  public var remarks: [String] = []
  /// Bytes read, packed as they were.
  public var bytes = 0
  /// How long it took.
  public var seconds = 0.0

  /// Nothing yet.
  public init() {}

  /// All records put aside.
  public var rejectedRecords: Int { rejected.values.reduce(0, +) }

  /// All records seen.
  public var records: Int { added + alreadyThere + rejectedRecords }
}
