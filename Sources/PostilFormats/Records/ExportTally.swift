/// What a writer wrote and what it left out.
public struct ExportTally: Sendable, Hashable {
  /// The lines or rows that were written.
  public var written = 0
  /// The tasks that were looked at.
  public var tasks = 0
  /// How many were left out, by reason.
  public var leftOut: [String: Int] = [:]

  /// Nothing so far.
  public init() {}

  /// Counts something that is left out, or several.
  public mutating func leaveOut(_ reason: String, _ count: Int = 1) {
    if count > 0 { leftOut[reason, default: 0] += count }
  }
}
