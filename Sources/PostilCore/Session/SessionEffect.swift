public import PostilModel
public import PostilStore

/// What the session wants done outside itself. The first three are local and done before the next frame is drawn; the
/// others touch the project and are done on another thread, which answers with a `SessionReply`.
public enum SessionEffect: Sendable {
  /// Write to the local session file.
  case write([SessionWrite])
  /// Read the undo entry at a position; answered by `.undoEntry` at once.
  case fetchUndo(position: Int, direction: UndoDirection)
  /// Read the draft of a task; answered by `.draft` at once.
  case fetchDraft(task: Int)

  /// Send the saves in the outbox to the project.
  case deliver(AnnotationSave)
  /// Read tasks with this annotator's annotations.
  case loadTasks([Int])
  /// Read the rows of a page of the queue.
  case loadPage(page: Int, numbers: [Int], generation: Int)
  /// Find the next task without an answer.
  case findOpen(after: Int)
  /// Find the number of a task by its id.
  case findTask(id: String)
  /// List the tasks that a filter shows, all or among some. The drafts are the session's: the project does not know of
  /// them.
  case list(QueueFilter, drafts: Set<Int>, among: Set<Int>? = nil, generation: Int)
  /// Read the history of a task.
  case loadHistory(task: Int)
  /// Read the counters.
  case loadProgress
  /// Read which tasks came back to this annotator, in a project that hands nothing out.
  case loadReturned

  // Where tasks are handed out:

  /// Read what is this annotator's, and what was written to them.
  case loadAssigned(isAnew: Bool)
  /// Hand out so many tasks more.
  case claim(count: Int)
  /// Tell that the annotator is still at these tasks.
  case renew([Int])
  /// Send a task with a question to somebody who has the skill.
  case ask(Asking)
  /// Take a question back, if nobody has taken it on.
  case takeBackAsk(task: Int)
  /// Note that the annotator has seen what was written to them about a task.
  case markSeen(task: Int)
}
