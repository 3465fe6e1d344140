import PostilScreen

/// A line at the bottom of the review desk that asks for something.
struct ReviewPrompt: Sendable {
  /// What is asked for.
  enum Purpose: Sendable, Hashable {
    /// What somebody should look at again.
    case sendBack(annotator: String)
    case filter
    case goTo
  }

  let purpose: Purpose
  var entry: LineInput
  /// The completion under the cursor.
  var cursor = 0
  /// What was wrong with the line when it was entered.
  var problem = ""

  init(_ purpose: Purpose, text: String = "") {
    self.purpose = purpose
    entry = LineInput(text)
  }

  /// Whether it is about the task before the eyes.
  var isBoundToTask: Bool {
    if case .sendBack = purpose { true } else { false }
  }

  /// What stands before the line.
  var label: String {
    switch purpose {
    case .sendBack(let annotator): "Back to \(annotator)"
    case .filter: "Filter"
    case .goTo: "Go to"
    }
  }

  /// What to do, dim, while the line is empty.
  var hint: String {
    switch purpose {
    case .sendBack: "what to look at again; Enter sends it, Esc does not"
    case .filter: "state:all label:bad annotator:dana flag:yes gold:missed; empty shows what is to settle"
    case .goTo: "a task's number"
    }
  }
}
