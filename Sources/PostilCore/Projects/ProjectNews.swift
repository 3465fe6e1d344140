public import PostilModel

/// What a desk that is open is told of a `postil.toml` that has changed.
public enum ProjectNews: Sendable, Hashable {
  /// It reads.
  ///
  /// - plan: How tasks are handed out from now on; nil when that is as before.
  /// - wantsRestart: Whether something has changed that only a new start can show: questions, fields, names.
  case changed(plan: AssignmentPlan?, wantsRestart: Bool)
  /// It cannot be read, with the reason in one line; what was read before stays in force.
  case broken(String)

  /// One line for the status line.
  var words: String {
    switch self {
    case .broken(let reason): return "\(reason). The plan that was read before stays in force."
    case .changed(let plan, let wantsRestart):
      var sentences: [String] = []
      if plan != nil { sentences.append("postil.toml has changed: tasks are handed out by its new plan from now on.") }
      if wantsRestart {
        sentences.append("postil.toml now asks or shows something else: leave and start the desk again to see it.")
      }
      return sentences.joined(separator: " ")
    }
  }
}
