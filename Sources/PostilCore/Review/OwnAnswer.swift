public import PostilModel
import PostilStore

/// An answer of a reviewer's own that is being given: a session at the one task, with all its question kinds, drafts and
/// undo, that lives in memory. What it submits becomes the final answer instead of an annotation.
public struct OwnAnswer: Sendable {
  /// The session at the task.
  public private(set) var session: Session
  /// What was submitted; nil until then.
  public private(set) var finished: [String: JSONValue]?

  private let task: ReviewTask
  private let start: [String: JSONValue]
  private var undoLog: [UndoEntry] = []
  private var undoPosition = 0

  /// Begins with the final answer if there is one, else with what most have said.
  public init(_ task: ReviewTask, project: Project, reviewer: String, at now: Timestamp) {
    self.task = task
    var project = project
    project.assignment = nil
    project.advance = project.advance == .auto ? .auto : .stay
    start =
      task.resolution?.answers ?? Majority.answers(task.answered.map(\.annotation.answers), project: project)
    var setup = SessionSetup(
      project: project, annotator: reviewer, guidelines: Guidelines(text: "", version: ""),
      progress: Progress(total: 1), makeToken: { "own" })
    if !start.isEmpty { setup.drafts = [task.task.number] }
    session = Session(setup)
    session.queue.listing = .found([Int32(task.task.number)], isComplete: true)
    run(session.start(at: now), at: now)
    session.message = nil
  }

  /// Whether something was done here that leaving would lose.
  public var isBegun: Bool { !undoLog.isEmpty }

  /// Goes on from what somebody has answered: it takes the place of all that stands here. Undo takes that back.
  ///
  /// - Parameter question: the question to begin with; nil for the first.
  public mutating func begin(
    with annotation: Annotation, of annotator: String, question: String?, at now: Timestamp
  ) {
    let answers = session.project.relevantAnswers(annotation.answers)
    run(session.replaceAnswers(answers, label: "\(annotator)'s answer", at: now), at: now)
    if let question, session.questions.contains(where: { $0.name == question }) {
      run(session.apply(.focus(question: question), at: now), at: now)
    }
    session.message = SessionMessage(
      .information, "This is \(annotator)'s answer. Mend it: what you submit is the final one.")
  }

  /// Does what the reviewer does at the questions. What belongs to annotating alone is told so and left undone.
  public mutating func perform(_ action: SessionAction, at now: Timestamp) {
    switch action {
    case .answer, .choose, .edit, .change, .endEdit, .takeSuggestion, .submit, .undo, .redo, .focus, .remember, .say,
      .dismissMessage:
      run(session.apply(action, at: now), at: now)
    default:
      session.message = SessionMessage(
        .information, "That belongs to the annotating desk. Submit your answer, or leave it with Esc.")
    }
  }

  private mutating func run(_ effects: [SessionEffect], at now: Timestamp) {
    for effect in effects {
      if let reply = reply(to: effect) { run(session.receive(reply, at: now), at: now) }
    }
  }

  private mutating func reply(to effect: SessionEffect) -> SessionReply? {
    switch effect {
    case .loadTasks:
      // Responses stand in the order of the record, as they do beside the answers of the others.
      let shown = session.project.fields.filter { $0.kind == .candidates }.map { field in
        (field.name, task.candidates(of: field.name).map(\.id))
      }
      let annotation = Annotation(shown: Dictionary(shown) { first, _ in first })
      return .tasks([LoadedTask(task: task.task, annotation: annotation)])
    case .fetchDraft(let number):
      return .draft(task: number, start.isEmpty ? nil : Annotation(state: .draft, answers: start))
    case .fetchUndo(let position, let direction):
      return .undoEntry(undoLog.indices.contains(position) ? undoLog[position] : nil, direction)
    case .write(let writes):
      for write in writes { take(write) }
    case .deliver(let save):
      if save.annotation.state == .submitted { finished = save.annotation.answers }
    default: break
    }
    return nil
  }

  private mutating func take(_ write: SessionWrite) {
    switch write {
    case .pushUndo(let entry):
      undoLog.removeSubrange(undoPosition...)
      undoLog.append(entry)
      undoPosition += 1
    case .replaceUndoTop(let entry): undoLog[undoPosition - 1] = entry
    case .moveUndo(let position): undoPosition = position
    default: break
    }
  }
}
