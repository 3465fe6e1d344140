public import PostilModel

/// What a review session begins with.
public struct ReviewSetup: Sendable {
  /// What is asked.
  public var project: Project
  /// Who reviews.
  public var reviewer: String
  /// Who that is at the machine, where they work as somebody else; nil when they do not.
  public var caller: String?
  /// The people of the project.
  public var roster: Roster
  /// Why nothing can be decided, or nil.
  public var readOnlyReason: String?
  /// What the queue shows.
  public var filter = ReviewFilter()
  /// What annotators are told.
  public var guidelines = Guidelines(text: "", version: "")
  /// What the orders of candidates are drawn from: the project's identifier.
  public var orderSeed = ""

  /// A beginning with nothing done yet.
  public init(project: Project, reviewer: String, roster: Roster) {
    self.project = project
    self.reviewer = reviewer
    self.roster = roster
  }
}
