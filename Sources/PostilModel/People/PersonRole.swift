/// What somebody may do in a project.
public enum PersonRole: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Answers tasks, and sees no one else's answers.
  case annotator
  /// Sees what others answered to tasks that are not their own, and settles them.
  case reviewer
  /// Does everything.
  case lead

  /// A later one may do more.
  public static func < (one: PersonRole, other: PersonRole) -> Bool {
    (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
  }
}
