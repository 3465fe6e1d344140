public import PostilModel

/// One change of an annotator's working state. `SessionFile.apply` takes several as one transaction.
public enum SessionWrite: Sendable, Hashable {
  /// Keeps a piece of layout or the place in the queue.
  case place(key: String, value: JSONValue)
  /// Sets one answer of a draft, or (with nil) takes it out of the draft.
  case draft(task: Int, question: String, value: JSONValue?)
  /// Begins a draft, which may be without answers, over the revision of the annotation that the project holds.
  case draftMark(task: Int, baseRevision: Int)
  /// Drops a draft and all its answers.
  case dropDraft(task: Int)
  /// Puts a save into the outbox.
  case enqueue(AnnotationSave)
  /// Takes a save out of the outbox.
  case delivered(token: String)
  /// Appends to the undo log at its position; what could have been redone is dropped.
  case pushUndo(UndoEntry)
  /// Replaces the entry before the position: a text that was being written has come to its end.
  case replaceUndoTop(UndoEntry)
  /// Moves the position in the undo log.
  case moveUndo(to: Int)
}
