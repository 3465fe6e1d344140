/// The final answer of a task, and how it came about.
public struct Resolution: Sendable, Hashable {
  /// How it came about.
  public enum Method: Sendable, Hashable {
    /// All who answered said the same.
    case unanimous
    /// Worked out from the answers by a method: `majority`.
    case aggregated(String)
    /// Somebody decided.
    case adjudicated
  }

  /// What one annotator had said when it was settled.
  public struct Said: Sendable, Hashable {
    /// Who.
    public var annotator: String
    /// The answers by question name.
    public var answers: [String: JSONValue]
    /// When they were saved.
    public var at: Timestamp

    /// What somebody said.
    public init(annotator: String, answers: [String: JSONValue], at: Timestamp) {
      self.annotator = annotator
      self.answers = answers
      self.at = at
    }
  }

  /// What somebody had written about the task when it was settled.
  public struct Written: Sendable, Hashable {
    /// What it is.
    public var kind: ThreadMessage.Kind
    /// Who wrote it.
    public var from: String
    /// Whom it was for; empty where nobody had taken a question on.
    public var to: String
    /// When.
    public var at: Timestamp
    /// What was written; may be empty.
    public var text: String

    /// What somebody wrote.
    public init(kind: ThreadMessage.Kind, from: String, to: String = "", at: Timestamp, text: String) {
      self.kind = kind
      self.from = from
      self.to = to
      self.at = at
      self.text = text
    }

    /// What stays of a message.
    public init(_ message: ThreadMessage) {
      self.init(kind: message.kind, from: message.from, to: message.to, at: message.at, text: message.text)
    }
  }

  /// Tells one final answer of a task from others that it had or will have.
  public struct Mark: Sendable, Hashable {
    /// Who settled it.
    public var by: String
    /// When.
    public var at: Timestamp

    /// What somebody settled then.
    public init(by: String, at: Timestamp) {
      self.by = by
      self.at = at
    }
  }

  /// The task's number.
  public var task: Int
  /// The final answers by question name.
  public var answers: [String: JSONValue]
  /// How it came about.
  public var method: Method
  /// Whose answers were taken as they stood; nil for a majority, or an answer of the resolver's own.
  public var taken: String?
  /// Who settled it.
  public var by: String
  /// When.
  public var at: Timestamp
  /// One of the project's error types; empty for none.
  public var errorType: String
  /// A remark; empty for none.
  public var comment: String
  /// What each had said.
  public var said: [Said]
  /// What had been written about the task, earlier first.
  public var thread: [Written]

  /// A resolution.
  public init(
    task: Int, answers: [String: JSONValue], method: Method, taken: String? = nil, by: String, at: Timestamp,
    errorType: String = "", comment: String = "", said: [Said] = [], thread: [Written] = []
  ) {
    self.task = task
    self.answers = answers
    self.method = method
    self.taken = taken
    self.by = by
    self.at = at
    self.errorType = errorType
    self.comment = comment
    self.said = said
    self.thread = thread
  }

  /// What tells it from other final answers of the task.
  public var mark: Mark { Mark(by: by, at: at) }
}

extension Resolution.Method {
  /// `unanimous`, `aggregated: majority`, `adjudicated`.
  public var text: String {
    switch self {
    case .unanimous: "unanimous"
    case .aggregated(let name): "aggregated: \(name)"
    case .adjudicated: "adjudicated"
    }
  }

  /// Reads what `text` writes; nil for anything else.
  public init?(_ text: String) {
    switch text {
    case "unanimous": self = .unanimous
    case "adjudicated": self = .adjudicated
    default:
      let prefix = "aggregated: "
      guard text.utf8.starts(with: prefix.utf8), text.utf8.count > prefix.utf8.count else { return nil }
      self = .aggregated(String(text.dropFirst(prefix.count)))
    }
  }
}
