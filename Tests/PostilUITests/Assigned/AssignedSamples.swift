import PostilCore
import PostilModel
import PostilTestSupport

/// Desks at which tasks are handed out, for pictures and scripts.
enum AssignedSamples {
  static func project(isBlind: Bool = false, _ change: (inout AssignmentPlan) -> Void = { _ in }) -> Project {
    var plan = AssignmentPlan()
    plan.asks = Skill(name: "law", level: 2)
    change(&plan)
    var project = Samples.hotels
    project.isBlind = isBlind
    project.assignment = plan
    return project
  }

  static func desk(
    isBlind: Bool = false, pool: [Int] = [4, 2, 9, 1, 7, 3], _ change: (inout AssignmentPlan) -> Void = { _ in }
  ) -> DeskWorld {
    let project = project(isBlind: isBlind, change)
    let handing = HandingOut(project.assignment ?? AssignmentPlan(), pool: pool)
    return DeskWorld(project, tasks: Samples.tasks(12), handing: handing)
  }

  /// Two are done, the first of them came back.
  static func sentBack(isBlind: Bool = false) -> DeskWorld {
    var world = desk(isBlind: isBlind)
    world.type("p C-s n C-s")
    world.handing?.sendBack(
      4,
      text: "The breakfast and the lift weigh more than the staff here: read the end of the guidelines again, please.",
      by: "mo")
    world.now.milliseconds += 300_000
    world.type("g r g g")
    world.wait(0)
    return world
  }

  /// A question was asked and answered.
  static func answered(isBlind: Bool = false) -> DeskWorld {
    var world = desk(isBlind: isBlind)
    world.type("f")
    world.write("Is a lift that is out a complaint?")
    world.type("Enter p C-s")
    world.now.milliseconds += 3_600_000
    let now = world.now
    world.handing?.now = now
    world.handing?.answer(4, ["sentiment": "mixed", "why": "the lift"], text: "It is one.", by: "li")
    world.now.milliseconds += 120_000
    world.type("g r g g")
    return world
  }

  /// Nothing is left.
  static func nothingLeft() -> DeskWorld {
    var world = desk(pool: [4, 2])
    let until = Timestamp(milliseconds: world.now.milliseconds + 1_500_000)
    world.handing?.nothing = .withOthers(count: 3, until: until)
    world.type("p C-s n C-s")
    return world
  }
}
