public import PostilModel

/// Why there is nothing left for somebody, and what to do, in words.
public struct NothingLeftWords: Sendable, Hashable {
  /// Why.
  public var reason: String
  /// What becomes of it, or what to do.
  public var advice: String

  /// The words for a reason.
  ///
  /// - Parameter time: writes a moment, `14:05`.
  public init(_ nothing: NothingLeft, time: (Timestamp) -> String) {
    switch nothing {
    case .allDone:
      reason = "Every task has all the answers that it wants from you."
      advice = "Nothing is left to do. What comes back to you with a comment shows up here by itself."
    case .withOthers(let count, let until):
      let whose = count == 1 ? "is left, and somebody else has it" : "are left, all with others, the first of them"
      reason = "\(Self.tasks(count)) \(whose) until \(time(until))."
      advice = "What they give back shows up here by itself."
    case .needsSkills(let skills, let count):
      let names = skills.map(\.description).joined(separator: ", ")
      reason =
        "\(Self.tasks(count)) \(count == 1 ? "is left, and needs" : "are left, and need") what you do not have: \(names)."
      advice = "Tell your lead if you can do that: the roster says who can do what."
    case .awaitsReview(let count):
      reason = "You have done what you could; \(Self.tasks(count)) \(count == 1 ? "waits" : "wait") for a review."
      advice = "What comes back to you with a comment shows up here by itself."
    case .notQualified(let right, let all, let passMark):
      let percent = Int((passMark * 100).rounded())
      reason = "You had \(right) of \(all) right in the qualification; \(percent) % are needed."
      advice = "Your lead knows how to go on."
    case .capReached(let cap, let until):
      reason = "You have submitted \(Self.tasks(cap)) today, and more are not allowed here."
      advice = "The next day begins at \(time(until))."
    case .deadlinePassed(let end):
      reason = "The work on this project ended at \(time(end))."
      advice = "Your lead can move the deadline."
    case .retired:
      reason = "The roster says that you work here no more."
      advice = "Ask your lead if that is wrong."
    }
  }

  private static func tasks(_ count: Int) -> String { count == 1 ? "1 task" : "\(count) tasks" }
}
