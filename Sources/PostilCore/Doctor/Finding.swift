/// One thing that `postil doctor` has found, with how to mend it.
public struct Finding: Sendable, Hashable, CustomStringConvertible {
  /// How bad it is.
  public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Work is lost or cannot go on.
    case error
    /// Work goes on, not as meant.
    case warning
    /// Worth knowing.
    case information

    /// The worse before the milder.
    public static func < (one: Severity, other: Severity) -> Bool {
      allCases.firstIndex(of: one) ?? 0 < allCases.firstIndex(of: other) ?? 0
    }
  }

  /// How bad it is.
  public var severity: Severity
  /// What was found.
  public var message: String
  /// The file, with its line where there is one; empty for the surroundings.
  public var place: String
  /// What to do about it; empty when the message says it.
  public var remedy: String

  /// A finding.
  public init(_ severity: Severity, _ message: String, at place: String = "", remedy: String = "") {
    self.severity = severity
    self.message = message
    self.place = place
    self.remedy = remedy
  }

  /// Severity, place, what was found; what to do on a line of its own.
  public var description: String {
    var text = severity.rawValue + ": "
    if !place.isEmpty { text += place + ": " }
    text += message
    return remedy.isEmpty ? text : text + "\n  " + remedy
  }
}
