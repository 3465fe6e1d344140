import PostilModel

/// Two labels of a question that stand for good and bad, as `true` and `false` do in files of single judged responses.
struct VerdictLabels: Sendable, Hashable {
  /// The label for a response that is wanted.
  let good: String
  /// The label for one that is not.
  let bad: String

  private static let pairs = [
    ("good", "bad"), ("true", "false"), ("yes", "no"), ("desirable", "undesirable"), ("chosen", "rejected"),
    ("up", "down"), ("pass", "fail"), ("accept", "reject"), ("accepted", "rejected"), ("right", "wrong"),
    ("positive", "negative"), ("like", "dislike"),
  ]

  /// The pair among a question's labels; nil when it has none.
  init?(_ kind: LabelQuestion) {
    let names = kind.choices.map(\.name)
    func label(_ word: String) -> String? { names.first { $0.lowercased() == word } }
    for (good, bad) in Self.pairs {
      guard let good = label(good), let bad = label(bad) else { continue }
      self.good = good
      self.bad = bad
      return
    }
    return nil
  }
}
