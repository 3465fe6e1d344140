import PostilModel
import PostilStore

extension SessionWrite {
  /// Does to a draft in memory what the write would do to it in the session file.
  func change(draft: inout Annotation?, of number: Int) {
    switch self {
    case .draft(let task, let question, let value):
      guard task == number else { return }
      if draft == nil, value != nil { draft = Annotation(state: .draft) }
      draft?.answers[question] = value
    case .beginDraft(let task, let revision):
      guard task == number else { return }
      if draft == nil { draft = Annotation(state: .draft) }
      draft?.revision = revision
    case .dropDraft(let task):
      if task == number { draft = nil }
    case .place, .enqueue, .delivered, .pushUndo, .replaceUndoTop, .moveUndo: break
    }
  }
}
