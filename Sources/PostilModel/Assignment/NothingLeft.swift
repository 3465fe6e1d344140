/// Why there is no task for somebody.
public enum NothingLeft: Sendable, Hashable {
  /// Every task has all the answers that it wants, or this annotator has answered all that want more.
  case allDone
  /// The rest is with others, the first of them until then.
  case withOthers(count: Int, until: Timestamp)
  /// What is left needs skills that this annotator does not have.
  case needsSkills([Skill], count: Int)
  /// This annotator has done what they could; so many tasks wait for a review.
  case awaitsReview(count: Int)
  /// The qualification was not passed.
  case notQualified(right: Int, of: Int, passMark: Double)
  /// So many tasks were submitted today, and more are not allowed; the next day begins then.
  case capReached(cap: Int, until: Timestamp)
  /// The work ended at its deadline.
  case deadlinePassed(Timestamp)
  /// The annotator is retired.
  case retired
}
