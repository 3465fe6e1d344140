import PostilModel
import PostilStore

extension SessionWrite {
  /// Does to a draft in memory what the write would do to it in the session file.
  func change(draft: inout [String: JSONValue]?, of number: Int) {
    switch self {
    case .draft(let task, let question, let value):
      if task == number { draft = (draft ?? [:]).merging([question: value ?? .null]) { _, new in new } }
      if task == number, value == nil { draft?[question] = nil }
    case .beginDraft(let task, _):
      if task == number { draft = draft ?? [:] }
    case .dropDraft(let task):
      if task == number { draft = nil }
    case .place, .enqueue, .delivered, .pushUndo, .replaceUndoTop, .moveUndo: break
    }
  }
}
