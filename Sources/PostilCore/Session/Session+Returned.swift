import PostilModel
import PostilStore

/// What was sent back to the annotator. Where tasks are handed out it stands on top of the queue; where everybody sees
/// all of them it stays in its place, is opened first at the next start, and a command leads to it.
extension Session {
  /// Tasks that came back with a comment and wait for an answer, the earliest first.
  public var sentBack: [Int] { work?.sentBack ?? returned }

  /// What is special about a task.
  public func mark(of task: Int) -> TaskMark? {
    work == nil ? (returned.contains(task) ? .sentBack : nil) : work?.mark(of: task)
  }

  /// Where the desk opens because of what came back: at the first, unless the annotator was at one of them or left
  /// something half done.
  var firstReturned: Int? {
    guard readOnlyReason == nil, let first = returned.first else { return nil }
    guard let last = remembered["task"]?.int, queue.rank(of: last) != nil else { return first }
    return drafts.contains(last) || returned.contains(last) ? nil : first
  }

  /// Those that no save on its way answers.
  static func unanswered(_ returned: [Int], outbox: [AnnotationSave]) -> [Int] {
    guard !returned.isEmpty else { return [] }
    let underWay = Set(outbox.filter(\.answersReturned).map(\.task))
    return returned.filter { !underWay.contains($0) }
  }

  /// What came back, in a project that hands nothing out.
  mutating func receive(returned tasks: [Int]) -> [SessionEffect] {
    guard work == nil else { return [] }
    let before = Set(returned)
    returned = Self.unanswered(tasks, outbox: outbox)
    tellReturned()
    let news = returned.filter { !before.contains($0) }
    // They were read before something was written about them.
    for task in news {
      loaded[task] = nil
      requested.remove(task)
    }
    guard let number = current?.number, news.contains(number) else { return [] }
    return [.loadTasks([number])]
  }

  /// Tells how many came back, and how to get there.
  mutating func tellReturned() {
    guard !returned.isEmpty, message == nil || message?.kind == .information else { return }
    let words =
      returned.count <= 3
      ? "\(Self.names(returned)) came back with a comment." : "\(returned.count) tasks came back with a comment."
    let isHere = returned.count == 1 && returned.first == current?.number
    let key = CommandTable.description(of: .nextReturned).keys.first ?? Command.nextReturned.rawValue
    message = SessionMessage(.information, isHere ? words : "\(words) \(key) leads from one to the next.")
  }

  /// Goes to the next task that came back, after the one before the eyes if that is one of them.
  mutating func goToNextReturned(at now: Timestamp) -> [SessionEffect] {
    let tasks = sentBack
    let place = current.flatMap { tasks.firstIndex(of: $0.number) }
    guard !tasks.isEmpty else {
      message = SessionMessage(.information, "Nothing has come back to you.")
      return []
    }
    let next = tasks[((place ?? -1) + 1) % tasks.count]
    guard next != current?.number else {
      message = SessionMessage(.information, "This is the only one that came back.")
      return []
    }
    noteJump()
    return show(task: next, at: now)
  }

  /// Notes what a save makes of a task that came back.
  mutating func noteReturned(_ save: AnnotationSave) {
    guard save.answersReturned, mark(of: save.task) == .sentBack else { return }
    work?.sentBack.removeAll { $0 == save.task }
    returned.removeAll { $0 == save.task }
    let reply = ThreadMessage(
      task: save.task, kind: .reply, from: annotator, at: save.at, text: save.reply, answers: save.annotation.answers)
    current?.messages.append(reply)
    loaded[save.task]?.messages.append(reply)
  }
}

extension AnnotationSave {
  /// Whether it answers what was sent back: a submit or a skip does, a mark does not.
  fileprivate var answersReturned: Bool {
    kind != .marked && (annotation.state == .submitted || annotation.state == .skipped)
  }
}
