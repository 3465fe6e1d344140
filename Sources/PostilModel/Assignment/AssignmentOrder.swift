/// In which order tasks are handed out.
public enum AssignmentOrder: String, Sendable, Hashable, CaseIterable {
  /// As imported.
  case imported
  /// In an order drawn from the plan's seed.
  case shuffled
  /// Highest number in the metadata key `priority` first; those without it last.
  case priority
  /// Fewest answers first.
  case fewestAnswers = "fewest-answers"
  /// Most disagreement between the answers so far first.
  case disagreement
  /// Lowest score of a suggestion first; those without one last.
  case uncertainty
}
