/// A response that the mouse holds and may drag into a ranking. What its click leads to waits until the button is let go,
/// so that nothing on the screen moves under the pointer before.
struct CandidateDrag: Sendable, Hashable {
  /// The ranking.
  var question: String
  /// The response's place, from 0.
  var candidate: Int
  /// Whether it was taken from the responses' pane rather than from its row of the ranking.
  var isFromPane: Bool
  /// What lies under the mouse.
  var over: ClickTarget.Action?
  /// Whether the mouse moved since the button went down.
  var isMoved = false

  /// The rank that the response would get if it were dropped now.
  func tier(in question: String) -> Int? {
    guard isMoved, case .ranked(question, _, let tier) = over else { return nil }
    return tier
  }

  /// Whether the mouse is over the row of a response in the ranking.
  func isOver(_ place: Int, of question: String) -> Bool {
    guard isMoved, case .ranked(question, place, _) = over else { return false }
    return true
  }
}
