public import PostilConfiguration

/// `type = "ranking"`: candidates from best to worst, all of them or the best few. The answer is a `WeakOrder`.
public struct RankingQuestion: QuestionKind {
  /// `ranking`
  public static let typeName = "ranking"
  /// How many are ranked; nil for all.
  public var top: Int?
  /// Whether two may be as good as each other.
  public var allowsTies: Bool
  /// Whether candidates may be set aside as not rankable.
  public var allowsSettingAside: Bool

  /// A ranking of all candidates, or of the best few.
  public init(top: Int? = nil, allowsTies: Bool = true, allowsSettingAside: Bool = true) {
    self.top = top
    self.allowsTies = allowsTies
    self.allowsSettingAside = allowsSettingAside
  }

  /// Reads `top`, `ties` and `set_aside`.
  public static func read(_ table: inout ConfigurationTable) -> RankingQuestion? {
    RankingQuestion(
      top: table.integer("top", in: 1...CandidateList.counts.upperBound), allowsTies: table.bool("ties") ?? true,
      allowsSettingAside: table.bool("set_aside") ?? true)
  }

  /// Candidates.
  public var subjectKinds: [FieldDefinition.Kind] { [.candidates] }

  /// No order, or one that the question does not allow.
  public func problem(with answer: JSONValue) -> String? {
    guard let order = WeakOrder(answer) else {
      return "wants an order, such as {\"ranking\": [[\"b\"], [\"a\", \"c\"]]}"
    }
    if order.isTying { return "ends in a tie with nothing" }
    if !allowsTies, order.tiers.contains(where: { $0.count > 1 }) { return "takes no ties" }
    if !allowsSettingAside, !order.setAside.isEmpty { return "takes no response set aside" }
    return nil
  }

  /// Also an order of other candidates than the task's, or of too few of them.
  public func problem(with answer: JSONValue, about subject: Subject?) -> String? {
    if let problem = problem(with: answer) { return problem }
    guard let order = WeakOrder(answer), let ids = subject?.ids, !ids.isEmpty else { return nil }
    if let stranger = (order.ranked + order.setAside.map(\.id)).first(where: { !ids.contains($0) }) {
      return "names the response \"\(stranger)\", which this task does not have"
    }
    let left = ids.count - order.setAside.count
    let wanted = min(top ?? left, left)
    let count = order.ranked.count
    guard count < wanted else { return nil }
    return top == nil ? "wants \(wanted - count) more ranked or set aside" : "wants \(wanted - count) more ranked"
  }

  /// The order in which they were shown, which may be an oversight.
  public func doubt(about answer: JSONValue, _ subject: Subject?) -> String? {
    guard let order = WeakOrder(answer), let ids = subject?.ids, ids.count > 1, order.setAside.isEmpty else {
      return nil
    }
    guard order.tiers.allSatisfy({ $0.count == 1 }), order.ranked == Array(ids.prefix(order.tiers.count)) else {
      return nil
    }
    return "the order in which they were shown"
  }

  /// `b > d = a` by ids.
  public func summary(of answer: JSONValue) -> String { summary(of: answer) { $0 } }

  /// `2 > 4 = 1`, and what was set aside.
  public func summary(of answer: JSONValue, naming name: (String) -> String) -> String {
    guard let order = WeakOrder(answer) else { return answer.jsonText }
    let aside = order.setAside.map { name($0.id) }.joined(separator: ", ")
    let text = order.text(name)
    return aside.isEmpty ? text : text + (text.isEmpty ? "" : "; ") + "set aside: \(aside)"
  }

  /// `4 ranked`
  public func brief(of answer: JSONValue) -> String {
    WeakOrder(answer).map { "\($0.ranked.count) ranked" } ?? answer.jsonText
  }

  /// The order of a text such as `b > d = a`.
  public func answer(fromText text: String) -> JSONValue? {
    let tiers = text.split(separator: ">", omittingEmptySubsequences: false).map { tier in
      tier.split(separator: "=", omittingEmptySubsequences: false).map { $0.trimmingBlanks }
    }
    let ids = tiers.flatMap { $0 }
    guard !ids.isEmpty, !ids.contains(""), Set(ids).count == ids.count else { return nil }
    return WeakOrder(tiers: tiers).json
  }

  /// `b > d = a` by ids, for tables.
  public func tableValue(of answer: JSONValue) -> JSONValue {
    WeakOrder(answer).map { .string($0.text { $0 }) } ?? answer
  }

  /// The ranks from 0.
  public func measured(_ answer: JSONValue) -> MeasuredAnswer {
    guard let order = WeakOrder(answer) else { return .other(answer) }
    let ranks = order.tiers.enumerated().flatMap { rank, tier in tier.map { ($0, rank) } }
    return .order(Dictionary(ranks) { first, _ in first })
  }
}

extension Substring {
  /// Without blanks at both ends.
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
