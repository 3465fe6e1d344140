import PostilModel
import PostilTestSupport

@testable import PostilCore

/// Worlds in which tasks are handed out.
enum AssignedWorld {
  /// One label by one key.
  static func project(
    _ questions: [Question] = [SessionTests.feeling], change: (inout AssignmentPlan) -> Void = { _ in }
  ) -> Project {
    var plan = AssignmentPlan()
    change(&plan)
    return Project(
      name: "handed", assignment: plan, fields: [FieldDefinition(name: "text")], questions: questions)
  }

  static func world(
    _ questions: [Question] = [SessionTests.feeling], count: Int = 10, pool: [Int]? = nil,
    change: (inout AssignmentPlan) -> Void = { _ in }
  ) -> FakeWorld {
    var world = FakeWorld(project: project(questions, change: change), count: count)
    if let pool { world.handing?.pool = pool }
    world.start()
    return world
  }
}

extension FakeWorld {
  /// What the queue shows, in order.
  var shown: [Int] { (0..<session.queue.count).compactMap { session.queue.number(at: $0) } }

  mutating func choose(_ choice: String, after milliseconds: Int64 = 1000) {
    perform(.choose(question: "feeling", choice: choice), after: milliseconds)
  }
}
