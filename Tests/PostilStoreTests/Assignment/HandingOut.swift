import PostilModel
import PostilTestSupport
import Testing

@testable import PostilStore

/// A project that hands its tasks out, and short ways to ask it.
struct HandingOut {
  let folder: TemporaryFolder
  let store: ProjectStore
  var plan = AssignmentPlan()

  /// A project whose tasks have some metadata, one JSON text each.
  init(_ factory: StoreFactory = .sqlite, metadata: [String]) throws {
    folder = try TemporaryFolder()
    store = try factory.make(in: folder)
    try add(metadata)
  }

  /// A project with so many tasks without metadata.
  init(_ factory: StoreFactory = .sqlite, tasks: Int) throws {
    try self.init(factory, metadata: [String](repeating: "{}", count: tasks))
  }

  /// Imports more tasks.
  func add(_ metadata: [String], suggestions: [[Suggestion]] = []) throws {
    let first = try store.projectProgress().tasks + 1
    let records = metadata.enumerated().map { place, text in
      var task = record("r\(first + place)", "text \(first + place)")
      task.metadata = Array(text.utf8)
      if suggestions.indices.contains(place) { task.suggestions = suggestions[place] }
      return task
    }
    try PostilStoreTests.add(records, to: store)
  }

  /// What comes of asking for tasks at a moment in seconds.
  func outcome(_ who: String, _ count: Int = 1, desk: Int = 1, at seconds: Int = 0) throws -> ClaimOutcome {
    try store.claim(for: who, desk: desk, count: count, plan: plan, at: moment(seconds * 1000))
  }

  /// The tasks that somebody is given; none when there is nothing left.
  func claim(_ who: String, _ count: Int = 1, desk: Int = 1, at seconds: Int = 0) throws -> [Int] {
    guard case .claimed(let leases) = try outcome(who, count, desk: desk, at: seconds) else { return [] }
    return leases.map(\.task)
  }

  /// Why there is nothing for somebody; nil when there is something.
  func reason(_ who: String, at seconds: Int = 0) throws -> NothingLeft? {
    guard case .nothing(let reason) = try outcome(who, at: seconds) else { return nil }
    return reason
  }

  /// Saves what somebody said.
  @discardableResult func save(
    _ who: String, _ task: Int, _ state: AnnotationState = .submitted, label: String = "x", flagged: Bool = false,
    kind: AnnotationEvent.Kind? = nil, at seconds: Int = 0
  ) throws -> SaveReceipt {
    let revision = try store.annotation(ofTask: task, by: who)?.revision ?? 0
    let kinds: [AnnotationState: AnnotationEvent.Kind] = [.submitted: .submitted, .skipped: .skipped]
    let annotation = Annotation(
      state: state, answers: ["feeling": .string(label)], isFlagged: flagged, revision: revision)
    let save = AnnotationSave(
      token: "\(who)-\(task)-\(revision)-\(label)", task: task, annotator: who,
      kind: kind ?? kinds[state] ?? .retracted, annotation: annotation, at: moment(seconds * 1000))
    return try store.save(save, plan: plan)
  }

  /// Whether a submit is refused for want of a place.
  func isFull(_ who: String, _ task: Int, at seconds: Int = 0) throws -> Bool {
    do {
      try save(who, task, at: seconds)
      return false
    } catch StoreError.full(let named) {
      return named == task
    }
  }

  /// What somebody can do well, as the roster says it.
  func setSkills(_ skills: String, of who: String) throws {
    try store.engine.write { connection throws(StoreError) in
      let number = try Annotators.makeNumber(of: who, in: connection)
      try connection.run("UPDATE annotator SET skills = ? WHERE number = ?", [.text(skills), .integer(number)])
    }
  }

  /// What is at a desk.
  func assigned(_ who: String, desk: Int = 1, at seconds: Int = 0) throws -> Assigned {
    try store.assigned(to: who, desk: desk, plan: plan, at: moment(seconds * 1000))
  }

  /// The tasks that somebody gets one after another, submitting each, until nothing is left or so many.
  func work(_ who: String, atMost count: Int = .max, at seconds: Int = 0) throws -> [Int] {
    var tasks: [Int] = []
    while tasks.count < count, let task = try claim(who, at: seconds).first {
      try save(who, task, at: seconds)
      tasks.append(task)
    }
    return tasks
  }
}
