public import PostilModel
public import PostilStore

/// What comes back to the session from the session file or the project.
public enum SessionReply: Sendable {
  /// The undo entry that was asked for, or nil at the end of the log.
  case undoEntry(UndoEntry?, UndoDirection)
  /// The draft of a task, if there is one, with the revision of the annotation that it was begun over.
  case draft(task: Int, Annotation?)
  /// Tasks, each with this annotator's annotation.
  case tasks([LoadedTask])
  /// The rows of a page.
  case page(page: Int, generation: Int, [TaskSummary])
  /// A save is in the project.
  case saved(token: String, SaveReceipt)
  /// Somebody saved this task meanwhile; nothing was overwritten.
  case conflict(AnnotationSave, current: Annotation)
  /// The project cannot be written now.
  case notSaved(token: String, reason: String)
  /// The next task without an answer, or nil when there is none.
  case open(task: Int?)
  /// The task of an id.
  case found(id: String, task: Int?)
  /// A part of a filtered list.
  case listed([Int32], isLast: Bool, generation: Int)
  /// The history of a task.
  case history(task: Int, [AnnotationEvent])
  /// The counters.
  case progress(Progress)
  /// The tasks that came back to this annotator and wait for an answer, in a project that hands nothing out.
  case returned([Int])
  /// `postil.toml` has changed.
  case projectFile(ProjectNews)
  /// The local session file can (nil) or cannot be written.
  case sessionFile(problem: String?)
  /// Tasks that could not be read; they are asked for again when they are wanted again.
  case tasksFailed([Int], reason: String)
  /// Rows that could not be read.
  case pageFailed(page: Int, reason: String)
  /// Something else that the annotator must know.
  case failed(String)

  // Where tasks are handed out:

  /// What is this annotator's, and what was written to them that they have not seen.
  case assigned(Assigned, unseen: [ThreadMessage])
  /// These are theirs too from now on.
  case claimed([Lease])
  /// There is nothing to hand out, and why.
  case nothingLeft(NothingLeft)
  /// These are still theirs, until then; those are not any more.
  case renewed([Lease], lost: [Int])
  /// A save came too late: the task has all the answers that it wants.
  case full(AnnotationSave)
  /// Tasks could not be handed out, or what is handed out could not be read.
  case handingFailed(reason: String)
  /// A question is with the project.
  case asked(token: String)
  /// A question was not taken: for now, or for good.
  case notAsked(token: String, reason: String, isFinal: Bool)
  /// A question was taken back (with the task as it is theirs again), or it stays, as somebody is at it.
  case askTakenBack(task: Int, isDone: Bool, Lease?)
}

/// A task with one annotator's annotation of it.
public struct LoadedTask: Sendable {
  /// The record.
  public var task: AnnotationTask
  /// What the project holds of the annotator's; an untouched one when there is nothing.
  public var annotation: Annotation
  /// What the annotator wrote or was written about it, earlier first.
  public var messages: [ThreadMessage]
  /// What the annotator is told of their answer, where it is known and the project tells it.
  public var verdict: GoldVerdict?

  /// A task with its annotation.
  public init(
    task: AnnotationTask, annotation: Annotation, messages: [ThreadMessage] = [], verdict: GoldVerdict? = nil
  ) {
    self.task = task
    self.annotation = annotation
    self.messages = messages
    self.verdict = verdict
  }
}
