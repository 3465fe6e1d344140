/// A response that the mouse drags into a ranking.
struct CandidateDrag: Sendable, Hashable {
  /// The ranking.
  var question: String
  /// The response's place, from 0.
  var candidate: Int
  /// What lies under the mouse.
  var over: ClickTarget.Action?
  /// Whether the mouse moved since the button went down.
  var isMoved = false

  /// The rank that the response would get if it were dropped now.
  func tier(in question: String) -> Int? {
    guard isMoved, case .ranked(question, _, let tier) = over else { return nil }
    return tier
  }
}
