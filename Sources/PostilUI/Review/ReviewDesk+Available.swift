import PostilCore
import PostilModel

extension ReviewDesk {
  /// Why a command does nothing here and now, in words; nil when it does something.
  func disabledReason(_ command: Command, session: ReviewSession) -> String? {
    switch command {
    case .acceptMajority, .ownAnswer, .reopen, .toggleChecked, .askOneMore, .toggleGold:
      return session.reasonAgainstDeciding
    case .mendAnswer:
      return session.reasonAgainstDeciding
        ?? (person == nil
          ? "Nobody has answered this task."
          : person?.hasAnswered == false ? "\(person?.name ?? "") has no answer here to be mended." : nil)
    case .acceptPerson, .sendBack:
      return session.reasonAgainstDeciding ?? (person == nil ? "Nobody has answered this task." : nil)
    case .errorType:
      return session.reasonAgainstDeciding
        ?? (session.project.review.errorTypes.isEmpty
          ? "This project has no error types: name some in postil.toml, [review] error_types = [\"…\"]." : nil)
    case .acceptUnanimous: return session.reasonAgainstAcceptingAll
    case .undo: return session.canUndo ? nil : "There is nothing to undo."
    case .redo: return session.canRedo ? nil : "There is nothing to redo."
    case .nextTask, .previousTask, .firstTask, .lastTask:
      return session.queue.count == 0 ? "The queue is empty. \(keyText(.filter)) changes what it shows." : nil
    case .clearFilter:
      return session.queue.filter == ReviewFilter() ? "The queue shows what is to settle already." : nil
    case .nextHit, .previousHit: return search == nil ? "No search is on. \(keyText(.search)) begins one." : nil
    case .search, .history:
      return session.current == nil
        ? "There is no task here." : session.task == nil ? "The task is still being read." : nil
    case .guidelines:
      return session.guidelines.text.isEmpty ? "This project has no guidelines: write them in guidelines.md." : nil
    case .outline:
      return overlay == .guidelines && cache.guidelines?.headings.isEmpty == false
        ? nil : "Open the guidelines first: \(keyText(.guidelines)). They must have headings."
    case .nextTheme: return themes.count < 2 ? "There is only one theme." : nil
    default: return CommandTable.description(of: command).contexts == [.pictures] ? reasonForPictures(command) : nil
    }
  }
}
