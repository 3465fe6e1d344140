public import PostilModel

/// Who gives final answers or takes them back, when, and what they had seen standing.
public struct ResolvingTerms: Sendable, Hashable {
  /// What may stand at a task.
  public enum Seen: Sendable, Hashable {
    /// Whatever it is.
    case anything
    /// This final answer, or none.
    case exactly(Resolution.Mark?)
  }

  /// Who does it: a row of a final answer keeps its own author, and the log tells both.
  public var by: String
  /// Who that is at the machine, where they work as somebody else; else the same name.
  public var caller: String
  /// When.
  public var at: Timestamp
  /// What may stand there now.
  public var seen: Seen

  /// Terms; without a `caller` nobody works as somebody else.
  public init(by: String, caller: String? = nil, at: Timestamp, seen: Seen = .anything) {
    self.by = by
    self.caller = caller ?? by
    self.at = at
    self.seen = seen
  }

  /// Throws `overtaken` when something else stands than was seen.
  func check(_ standing: Resolution?, task: Int) throws(StoreError) {
    guard !allows(standing) else { return }
    throw .overtaken(task: task, mark: standing?.mark)
  }

  /// Whether what stands may stand there.
  func allows(_ standing: Resolution?) -> Bool {
    switch seen {
    case .anything: true
    case .exactly(let mark): standing?.mark == mark
    }
  }
}
