public import PostilModel

/// What a file says is known.
public struct GoldFile: Sendable {
  /// A record whose id no task has.
  public struct Stranger: Sendable, Hashable {
    /// The id.
    public let id: String
    /// Its line in the file.
    public let line: Int
  }

  /// What is known of the project's tasks, in the file's order.
  public internal(set) var tasks: [GoldTask] = []
  /// The records that are of no task, in the file's order.
  public internal(set) var strangers: [Stranger] = []
  /// What else was found in the file, a sentence each.
  public internal(set) var remarks: [String] = []

  /// The records that are of no task, in words: how many, and the first of them. Nil when there is none.
  public var strangersWords: String? {
    guard let first = strangers.first else { return nil }
    if strangers.count == 1 { return "line \(first.line): there is no task with the id \(Self.quoted(first))" }
    let named = strangers.prefix(5).map { "\(Self.quoted($0)) (line \($0.line))" }.joined(separator: ", ")
    let more = strangers.count > 5 ? " and \(strangers.count - 5) more" : ""
    return "\(strangers.count) records have ids that no task has: \(named)\(more)"
  }

  private static func quoted(_ stranger: Stranger) -> String { JSONValue.string(stranger.id).jsonText }
}
