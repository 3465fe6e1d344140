import Glibc
import PostilModel
import PostilStore

/// Is handed tasks and submits them until nothing is left; waits while the rest is with others.
struct Worker {
  private let store: ProjectStore
  private let name: String
  private var plan = AssignmentPlan()

  init(_ store: ProjectStore, _ name: String, annotators: Int, lease: Int) {
    self.store = store
    self.name = name
    plan.annotatorsPerTask = annotators
    plan.leaseMilliseconds = Int64(lease)
    plan.order = .shuffled
  }

  /// Works, and says how many tasks it submitted, and how many were full by then.
  func run() throws -> String {
    var submitted = 0
    var refused = 0
    while true {
      switch try store.claim(for: name, desk: 1, count: 2, plan: plan, at: Clock.now()) {
      case .claimed(let leases):
        for lease in leases {
          do throws(StoreError) {
            _ = try store.save(Self.save(lease.task, name), plan: plan)
            submitted += 1
          } catch {
            guard case .full = error else { throw error }
            refused += 1
          }
        }
      case .nothing(.withOthers): usleep(20_000)
      case .nothing: return "\(submitted) \(refused)"
      }
    }
  }

  /// A submit of a task.
  static func save(_ task: Int, _ name: String) -> AnnotationSave {
    let annotation = Annotation(
      state: .submitted, answers: ["feeling": "good"], guidelinesVersion: "0123456789abcdef",
      activeMilliseconds: 5400, keysPressed: 3)
    return AnnotationSave(
      token: "\(name)-\(task)-\(Clock.now().milliseconds)", task: task, annotator: name, kind: .submitted,
      annotation: annotation, at: Clock.now())
  }
}
