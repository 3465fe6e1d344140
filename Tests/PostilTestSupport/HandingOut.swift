import PostilCore
public import PostilModel
public import PostilStore

/// How a project in memory hands tasks out to one annotator, called dana. What others do is set by hand.
public struct HandingOut {
  /// By which plan.
  public var plan: AssignmentPlan
  /// The tasks that are left to be handed out, in order.
  public var pool: [Int]
  /// Why there is none when the pool is empty.
  public var nothing = NothingLeft.allDone
  /// What is the annotator's for a while.
  public var leases: [Lease] = []
  /// Tasks that others have answered or hold: a submit without a lease finds no place.
  public var isTaken: Set<Int> = []
  /// What came back to the annotator.
  public var sentBack: [Int] = []
  /// Everything that was written.
  public var messages: [ThreadMessage] = []
  /// The known answers.
  public var gold: [Int: GoldTask] = [:]
  /// What the annotator was told of the known answers, by what they answered first.
  public var verdicts: [Int: GoldVerdict] = [:]
  /// The tasks about which the annotator asked.
  public var asked: [Int] = []
  /// Those of them that somebody is at.
  public var takenOn: Set<Int> = []
  /// The reason why nothing can be handed out.
  public var failure: String?
  /// The time.
  public var now = Timestamp(milliseconds: 0)
  /// How often something was claimed, and leases renewed.
  public var claims = 0
  /// How often leases were renewed.
  public var beats = 0

  /// Hands some tasks out.
  public init(_ plan: AssignmentPlan, pool: [Int]) {
    self.plan = plan
    self.pool = pool
  }

  private var until: Timestamp { Timestamp(milliseconds: now.milliseconds + plan.leaseMilliseconds) }

  /// Does what a session asks for.
  mutating func reply(to effect: SessionEffect, touched: [Int], saved: Set<Int>) -> SessionReply? {
    if let failure { return .handingFailed(reason: failure) }
    switch effect {
    case .loadAssigned: return assigned(touched, saved)
    case .claim(let count): return claim(count)
    case .renew(let tasks): return renew(tasks)
    case .ask(let asking): return ask(asking)
    case .takeBackAsk(let task):
      guard asked.contains(task), !takenOn.contains(task) else {
        return .askTakenBack(task: task, isDone: false, nil)
      }
      asked.removeAll { $0 == task }
      leases.append(Lease(task: task, until: until))
      return .askTakenBack(task: task, isDone: true, leases.last)
    case .markSeen(let task):
      for place in messages.indices where messages[place].task == task && messages[place].to == "dana" {
        messages[place].isSeen = true
      }
      return nil
    default: return nil
    }
  }

  private func assigned(_ touched: [Int], _ saved: Set<Int>) -> SessionReply {
    var seen = Set(sentBack)
    let others = touched.filter { seen.insert($0).inserted }
    let mine = leases.filter { $0.until > now && !saved.contains($0.task) }
    var assigned = Assigned(sentBack: sentBack, touched: others, leases: mine)
    for question in messages where question.isForAnybody && question.from != "dana" {
      if mine.contains(where: { $0.task == question.task }) { assigned.questions[question.task] = question.number }
    }
    return .assigned(assigned, unseen: messages.filter { $0.to == "dana" && !$0.isSeen })
  }

  private mutating func claim(_ count: Int) -> SessionReply {
    claims += 1
    let tasks = pool.prefix(count)
    guard !tasks.isEmpty else { return .nothingLeft(nothing) }
    pool.removeFirst(tasks.count)
    let new = tasks.map { task in
      let isAnswered = messages.contains { $0.task == task && $0.kind == .answer && $0.to == "dana" }
      return Lease(task: task, until: until, isAnswered: isAnswered)
    }
    leases += new
    return .claimed(new)
  }

  private mutating func renew(_ tasks: [Int]) -> SessionReply {
    beats += 1
    var held: [Lease] = []
    for place in leases.indices where tasks.contains(leases[place].task) && !isTaken.contains(leases[place].task) {
      leases[place].until = until
      held.append(leases[place])
    }
    let lost = tasks.filter { task in !held.contains { $0.task == task } }
    leases.removeAll { lost.contains($0.task) }
    return .renewed(held, lost: lost)
  }

  private mutating func ask(_ asking: Asking) -> SessionReply {
    asked.append(asking.task)
    leases.removeAll { $0.task == asking.task }
    messages.append(
      ThreadMessage(
        number: messages.count + 1, task: asking.task, kind: .question, from: "dana", at: asking.at, text: asking.note))
    return .asked(token: asking.token)
  }

  /// The tasks that still want an answer.
  var left: Int { pool.count + leases.count }

  /// Whether a submit is taken.
  func hasPlace(_ task: Int) -> Bool { leases.contains { $0.task == task } || !isTaken.contains(task) }

  /// Takes a save, and tells what there is to tell of its answer.
  mutating func take(_ save: AnnotationSave) -> GoldVerdict? {
    if save.annotation.state != .open { leases.removeAll { $0.task == save.task } }
    if save.kind != .marked, sentBack.contains(save.task) {
      sentBack.removeAll { $0 == save.task }
      messages.append(
        ThreadMessage(
          number: messages.count + 1, task: save.task, kind: .reply, from: "dana", at: save.at, text: save.reply,
          answers: save.annotation.answers))
    }
    guard plan.feedback == .immediate, save.annotation.state == .submitted, let known = gold[save.task] else {
      return nil
    }
    let verdict = GoldVerdict(
      isRight: known.isMet(by: save.annotation.answers), answers: known.answers, explanation: known.explanation)
    if verdicts[save.task] == nil { verdicts[save.task] = verdict }
    return verdict
  }

  /// Somebody who was asked about a task answers.
  public mutating func answer(_ task: Int, _ answers: [String: JSONValue], text: String = "", by name: String) {
    messages.append(
      ThreadMessage(
        number: messages.count + 1, task: task, kind: .answer, from: name, to: "dana", at: now, text: text,
        answers: answers))
  }

  /// A lead sends a task back.
  public mutating func sendBack(_ task: Int, text: String, by name: String) {
    sentBack.append(task)
    messages.append(
      ThreadMessage(
        number: messages.count + 1, task: task, kind: .sentBack, from: name, to: "dana", at: now, text: text))
  }
}
