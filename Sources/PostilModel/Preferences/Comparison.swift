/// Which of two candidates is better, by how much. It speaks of ids, not of places: what stood left and right is in the
/// annotation's shown order.
///
/// As JSON: `{"verdict": "better", "preferred": "a", "other": "b", "strength": 2}`, `{"verdict": "tie"}` or
/// `{"verdict": "both_bad"}`. The strength runs from 1 (slightly) and is absent where there was no scale.
public enum Comparison: Sendable, Hashable {
  /// One is better.
  case better(preferred: String, other: String, strength: Int?)
  /// Both are as good.
  case tie
  /// Neither is any good.
  case bothBad

  /// The comparison as an answer.
  public var json: JSONValue {
    switch self {
    case .better(let preferred, let other, let strength):
      var object = JSONObject([
        ("verdict", .string("better")), ("preferred", .string(preferred)), ("other", .string(other)),
      ])
      object["strength"] = strength.map { .integer(Int64($0)) }
      return .object(object)
    case .tie: return .object(JSONObject([("verdict", .string("tie"))]))
    case .bothBad: return .object(JSONObject([("verdict", .string("both_bad"))]))
    }
  }

  /// The comparison that an answer holds; nil when it holds none.
  public init?(_ answer: JSONValue) {
    guard let object = answer.object else { return nil }
    switch object["verdict"]?.string {
    case "better":
      guard let preferred = object["preferred"]?.string, let other = object["other"]?.string, preferred != other else {
        return nil
      }
      self = .better(preferred: preferred, other: other, strength: object["strength"]?.int)
    case "tie": self = .tie
    case "both_bad": self = .bothBad
    default: return nil
    }
  }
}
