import PostilCore
import PostilModel

/// What a ranking or a comparison says of candidates, in words.
enum RankWords {
  private static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
  ]

  /// `second`, `tied second`, `set aside`; empty while nothing was said. What comes after two that are tied for the second
  /// place is fourth.
  static func words(_ id: String, in order: WeakOrder) -> String {
    if order.isSetAside(id) { return "set aside" }
    guard let tier = order.rank(of: id) else { return "" }
    let place = order.tiers[..<tier].reduce(0) { $0 + $1.count }
    let ordinal = place < ordinals.count ? ordinals[place] : number(place + 1)
    return order.tiers[tier].count > 1 ? "tied \(ordinal)" : ordinal
  }

  /// What stands in the head of a candidate at a place: its rank; where two are compared, its side and the verdict.
  static func words(of field: String, id: String, place: Int, session: Session) -> String {
    if let order = order(of: field, session: session) { return words(id, in: order) }
    guard place < 2,
      let question = session.questions.first(where: { $0.kind is ComparisonQuestion && $0.about == field })
    else { return "" }
    let side = place == 0 ? "left" : "right"
    switch session.current?.answers[question.name].flatMap({ Comparison($0) }) {
    case .better(preferred: id, _, _): return side + ", better"
    case .tie: return side + ", as good"
    case .bothBad: return side + ", bad"
    default: return side
    }
  }

  /// `21st`
  private static func number(_ place: Int) -> String {
    let endings = [1: "st", 2: "nd", 3: "rd"]
    return "\(place)" + (11...13 ~= place ? "th" : endings[place % 10] ?? "th")
  }

  /// The ranking that stands in the heads of a field's candidates: the focused question's, else the first one's.
  static func order(of field: String, session: Session) -> WeakOrder? {
    guard let question = question(of: field, session: session) else { return nil }
    return session.current?.answers[question.name].flatMap { WeakOrder($0) } ?? WeakOrder()
  }

  /// The question that ranks a field's candidates: the focused one, else the first.
  static func question(of field: String, session: Session) -> Question? {
    let asked = session.questions.filter { $0.kind is RankingQuestion && $0.about == field }
    return asked.first { $0.name == session.focusedQuestion } ?? asked.first
  }
}
