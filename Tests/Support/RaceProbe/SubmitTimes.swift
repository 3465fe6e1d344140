import Glibc
import PostilModel
import PostilStore

/// Submits tasks that it holds, beginning with many others at once.
struct SubmitTimes {
  private let store: ProjectStore
  private let name: String
  private let count: Int
  private let go: String
  private var plan = AssignmentPlan()

  init(_ store: ProjectStore, _ name: String, count: Int, go: String) {
    self.store = store
    self.name = name
    self.count = count
    self.go = go
    plan.leaseMilliseconds = 3_600_000
  }

  /// Says when the first submit began and the last one was on the disk, in seconds of the machine's clock.
  func run() throws -> String {
    guard
      case .claimed(let leases) = try store.claim(for: name, desk: 1, count: count, plan: plan, at: Clock.now()),
      leases.count == count
    else { throw Probe.Usage() }
    print("ready")
    fflush(nil)
    while access(go, F_OK) != 0 { usleep(1000) }
    let start = Clock.seconds()
    for lease in leases { _ = try store.save(Worker.save(lease.task, name), plan: plan) }
    return "\(start) \(Clock.seconds())"
  }
}
