/// A measure that has a value, or a reason why it has none.
public enum ReportMeasure: Sendable, Hashable {
  /// The value.
  case value(Double)
  /// Why it is undefined, in a few words.
  case undefined(String)

  /// The value, if there is one.
  public var value: Double? {
    if case .value(let value) = self { value } else { nil }
  }

  /// Why there is none.
  public var reason: String? {
    if case .undefined(let reason) = self { reason } else { nil }
  }
}
