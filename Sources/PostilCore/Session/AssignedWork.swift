public import PostilModel

/// What is an annotator's, where tasks are handed out.
public struct AssignedWork: Sendable {
  /// Untouched tasks that are held: the one before the eyes and two ahead, so that no key waits for the project.
  static let held = 3
  /// How long after it found nothing the desk looks again by itself, in milliseconds.
  static let pause: Int64 = 20_000

  /// How tasks are handed out.
  public internal(set) var plan: AssignmentPlan
  /// Tasks that came back with a comment and wait for an answer, the earliest first.
  public internal(set) var sentBack: [Int] = []
  /// Tasks about which a question was answered since the annotator last began.
  public internal(set) var answered: [Int] = []
  /// What came back or was answered, and has not been opened since.
  public internal(set) var news: [Int] = []
  /// Tasks about which a question of theirs is on its way, or with somebody.
  public internal(set) var asked: Set<Int> = []
  /// Why there is nothing more, in words; nil while there is something, or that is not known.
  public internal(set) var nothingLeft: NothingLeftWords?

  /// All of the annotator's tasks, as the queue shows them.
  var order: [Int] = []
  /// What they have said something about, as far as the project has told.
  var touched: Set<Int> = []
  /// Those in the order that are there for another reason.
  var untouched: Set<Int> = []
  /// News that are to be told when nothing more urgent is to be read.
  var untold: [Int] = []
  /// Until when tasks are theirs that they have not submitted.
  var leases: [Int: Timestamp] = [:]
  /// Those that they have neither submitted nor skipped.
  var open: Set<Int> = []
  /// Those whose lease has ended.
  var lost: Set<Int> = []
  /// Questions on their way.
  var asks: [Asking]
  /// Questions that could not be sent, the last one about a task.
  var refused: [Asking]
  /// Whether the project has said what is theirs, and whether the queue is to be ordered anew when it says so next.
  var isLoaded = false
  var wantsOrder = true
  var isLoading = false
  /// How many tasks have been asked for; 0 while none are on their way.
  var claiming = 0
  /// When leases were last renewed, and when they are to be renewed; nil while nobody has touched a key since.
  var lastBeat: Timestamp?
  var beatAt: Timestamp?
  /// When to look again whether there is something; nil while there is.
  var lookAt: Timestamp?

  init(_ plan: AssignmentPlan, asks: [Asking], refused: [Asking] = []) {
    self.plan = plan
    self.asks = asks
    self.refused = refused
    asked = Set(asks.map(\.task))
  }

  /// How many tasks wait for an answer of the annotator's.
  var waiting: Int { open.union(sentBack).count }

  /// Whether a task waits for an answer.
  func isWaiting(_ task: Int) -> Bool { open.contains(task) || sentBack.contains(task) }

  /// Answers to questions that have not been looked at.
  public var unread: [Int] { answered.filter(news.contains) }

  /// What is special about a task.
  public func mark(of task: Int) -> TaskMark? {
    if sentBack.contains(task) { return .sentBack }
    if answered.contains(task) { return .answered }
    return asked.contains(task) ? .asked : nil
  }

  /// How often leases are renewed while somebody works, in milliseconds: four times in a lease, yet no more than once a
  /// minute where that is still twice in a lease.
  var beat: Int64 { max(plan.leaseMilliseconds / 4, min(60_000, plan.leaseMilliseconds / 2)) }
}
