/// One line of a project's history: records were imported.
public struct ImportEvent: Sendable, Hashable {
  /// The event's number in the project's log; nil for an import from before the log told of imports.
  public var number: Int?
  /// The import's number, from 1.
  public var importNumber: Int
  /// When it began.
  public var at: Timestamp
  /// The user who imported; empty when it is not known.
  public var user: String
  /// The file's name, or `-` for standard input.
  public var file: String
  /// More files of the same import.
  public var otherFiles: [String]
  /// The format's name; empty when only the content told it.
  public var format: String
  /// How many tasks it has added so far.
  public var tasks: Int
  /// How many suggestions it has added so far.
  public var suggestions: Int
  /// How many annotations it has added so far.
  public var annotations: Int
  /// Whether it has come to its end: false while it runs, and for ever when it was killed or met an error. Nil when it is
  /// not known.
  public var isFinished: Bool?

  /// An event of the given parts.
  public init(
    number: Int?, importNumber: Int, at: Timestamp, user: String = "", file: String, otherFiles: [String] = [],
    format: String, tasks: Int = 0, suggestions: Int = 0, annotations: Int = 0, isFinished: Bool? = nil
  ) {
    self.number = number
    self.importNumber = importNumber
    self.at = at
    self.user = user
    self.file = file
    self.otherFiles = otherFiles
    self.format = format
    self.tasks = tasks
    self.suggestions = suggestions
    self.annotations = annotations
    self.isFinished = isFinished
  }
}
