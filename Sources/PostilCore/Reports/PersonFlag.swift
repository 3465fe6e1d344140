/// Something in somebody's work that a lead may want to look at. It advises; what it means is for people to find out.
public enum PersonFlag: Sendable, Hashable {
  /// So many of their answers took less time than reading the text takes.
  case tooFast(count: Int, of: Int)
  /// Nearly all their answers to a question are one label, and others' are not.
  case alwaysTheSame(question: String, label: String, count: Int, of: Int)
  /// They say the same as one other person far more often than they agree with everybody else.
  case likeAnother(name: String, same: Int, of: Int, expected: Double)
  /// They agree with others less (or more) in the last third of their work than in the first.
  case drift(first: Double, last: Double)

  /// One word for it, for tables and programs.
  public var kind: String {
    switch self {
    case .tooFast: "too-fast"
    case .alwaysTheSame: "always-the-same"
    case .likeAnother: "like-another"
    case .drift: "drift"
    }
  }

  /// What was seen, in words for a lead.
  public var words: String {
    switch self {
    case .tooFast(let count, let of): "\(count) of \(of) answers faster than the text can be read"
    case .alwaysTheSame(let question, let label, let count, let of):
      "\(count) of \(of) answers to \(question) are \(label)"
    case .likeAnother(let name, let same, let of, let expected):
      "\(same) of \(of) answers the same as \(name)'s; with others it would be \(Int((Double(of) * expected).rounded()))"
    case .drift(let first, let last):
      "agreed with others on \(Self.percent(first)) in the first third, on \(Self.percent(last)) in the last"
    }
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
