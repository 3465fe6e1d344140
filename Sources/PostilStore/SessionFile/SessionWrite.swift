public import PostilModel

/// One change of a session file.
public enum SessionWrite: Sendable, Hashable {
  /// Remembers a value under a name: the cursor, the filter, the theme. `nil` forgets it.
  case place(key: String, value: JSONValue?)
  /// One answer of a draft; `nil` takes it away.
  case draft(task: Int, question: String, answer: JSONValue?)
  /// A draft begins, over the stored revision that the annotator saw; 0 when there was none.
  case beginDraft(task: Int, revision: Int)
  /// Forgets a draft.
  case dropDraft(task: Int)
  /// A save that is to be delivered to the project. One with a known token is not taken twice.
  case enqueue(AnnotationSave)
  /// A save that the project has acknowledged.
  case delivered(token: String)
  /// A step at the present place of the undo log; those that could be redone are forgotten.
  case pushUndo(UndoEntry)
  /// The same step, gone on: takes the place of the entry before the present place (or is pushed when there is none).
  case replaceUndoTop(UndoEntry)
  /// Another place in the undo log: how many entries are done. Kept within 0 and the number of entries.
  case moveUndo(to: Int)
}
