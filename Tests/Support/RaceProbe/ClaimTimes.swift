import PostilModel
import PostilStore

/// Times how long it takes to be handed one task after another.
struct ClaimTimes {
  private let store: ProjectStore
  private let name: String
  private let rounds: Int
  private var plan = AssignmentPlan()

  init(_ store: ProjectStore, _ name: String, rounds: Int, order: String) throws {
    guard let order = AssignmentOrder(rawValue: order) else { throw Probe.Usage() }
    self.store = store
    self.name = name
    self.rounds = rounds
    plan.annotatorsPerTask = 3
    plan.order = order
  }

  /// Milliseconds of the first claim, which may make the pool, and of each of the others, one a line.
  func run() throws -> String {
    try (0...rounds).map { _ in
      let start = Clock.seconds()
      _ = try store.claim(for: name, desk: 1, count: 1, plan: plan, at: Clock.now())
      return "\((Clock.seconds() - start) * 1000)"
    }.joined(separator: "\n")
  }

  /// Milliseconds of each look at all that is theirs, or at what has changed of it since the first look, one a line.
  func assigned(isWhole: Bool) throws -> String {
    let last = try store.assigned(to: name, desk: 1, plan: plan, at: Clock.now()).lastEvent
    return try (0..<rounds).map { _ in
      let start = Clock.seconds()
      _ = try store.assigned(to: name, desk: 1, plan: plan, at: Clock.now(), since: isWhole ? nil : last)
      return "\((Clock.seconds() - start) * 1000)"
    }.joined(separator: "\n")
  }
}
