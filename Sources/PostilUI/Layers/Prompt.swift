import PostilModel
import PostilScreen

/// A line at the bottom that asks for something.
struct Prompt: Sendable {
  /// What is asked for.
  enum Purpose: Sendable, Hashable {
    case skip, comment, goTo, filter, search
    /// What somebody should look at again.
    case sendBack(annotator: String)
    /// What somebody with a skill is asked.
    case ask(Skill)
    /// What is said to the one who sent the task back.
    case reply
    /// Why a response is set aside: the question, the response, and its number on the screen.
    case setAside(question: String, candidate: String, number: Int)

    /// True when it makes no sense for another task than the one it was asked on.
    var isBoundToTask: Bool {
      switch self {
      case .skip, .comment, .setAside, .ask, .reply, .sendBack: true
      case .goTo, .filter, .search: false
      }
    }
  }

  let purpose: Purpose
  var entry: LineInput
  /// The line is all selected: what is typed takes its place, and keys that move go into it.
  var isSelected = false
  /// The completion under the cursor.
  var cursor = 0
  /// What was wrong with the line when it was entered.
  var problem = ""
  /// The search to go back to when the new one is given up, and where the text stood.
  var formerSearch: Search?
  var formerPlace = 0
  var formerCandidates: CandidatesState?

  /// A hint for a desk where the usual one is not true.
  private let ownHint: String?

  init(_ purpose: Purpose, text: String = "", hint: String? = nil) {
    self.purpose = purpose
    ownHint = hint
    entry = LineInput(text)
  }

  /// Takes a key of editing; false when it is none.
  mutating func takes(_ key: Key) -> Bool {
    let before = entry
    if isSelected {
      switch KeyStroke.normal(key) {
      case .character, .named(.space), .paste: entry = LineInput(limit: entry.limit)
      case .named(.backspace), .named(.delete), .control("h"), .control("d"), .control("w"): entry = LineInput("")
      case .named(.left), .control("b"): _ = entry.handle(.named(.home))
      default: break
      }
    }
    guard entry.takes(key) else {
      entry = before
      return false
    }
    isSelected = false
    return true
  }

  /// What stands before the line.
  var label: String {
    switch purpose {
    case .skip: "Skip, because"
    case .comment: "Comment"
    case .goTo: "Go to"
    case .filter: "Filter"
    case .search: "Search"
    case .ask(let skill): "Ask somebody with \(skill)"
    case .reply: "Reply"
    case .sendBack(let annotator): "Back to \(annotator)"
    case .setAside(_, _, let number): "Set \(number) aside, because"
    }
  }

  /// What to do, dim, while the line is empty.
  var hint: String {
    if let ownHint { return ownHint }
    return switch purpose {
    case .skip: "Enter skips without a reason, Esc does not skip"
    case .comment: "a remark for the lead; empty takes it away"
    case .goTo: "an id, or a number (#313 is always the number)"
    case .filter: "state:skipped label:negative refund; empty shows all"
    case .search: "words in the text"
    case .ask: "what you wonder; Enter sends the task on, Esc keeps it"
    case .sendBack: "what to look at again; Enter sends it, Esc does not"
    case .reply: "what you want to say, if anything; Enter submits"
    case .setAside: "Enter sets it aside without a reason, Esc does not"
    }
  }
}
