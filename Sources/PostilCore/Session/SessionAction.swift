public import PostilModel
import PostilStore

/// What an annotator does, as the session understands it: a command with what it needs to know.
public enum SessionAction: Sendable, Hashable {
  /// Gives or (with nil) takes away the answer to a question of the current task. The label names the step for undo.
  case answer(question: String, JSONValue?, label: String = "answer")
  /// Chooses a label or a step of a scale by its name: sets, toggles, or answers and submits, as the question's kind and
  /// the project's `advance` say.
  case choose(question: String, choice: String)
  /// Changes a text answer while it is being written; one undo step until something else happens. The part says which text
  /// of an answer that has several: a turn, a note.
  case edit(question: String, text: String, part: String = "")
  /// Changes an answer step by step while it is being drawn or dragged; one undo step until something else happens. The part
  /// says what is being done, the label what the step is called in the end.
  case change(question: String, JSONValue?, part: String, label: String)
  /// Ends the undo step of what was being written or drawn.
  case endEdit
  /// Takes the suggestion for a question as one's own answer.
  case takeSuggestion(question: String)
  /// Submits the answers and goes on as the project's `advance` says.
  case submit
  /// Submits what was sent back, changed or not, with a reply; empty for none.
  case answerReturned(reply: String)
  /// Sends the task with a question to somebody who has the skill, and goes on.
  case ask(note: String)
  /// Passes over the task and goes on.
  case skip(reason: String)
  /// Marks or unmarks the task as unsure.
  case setFlagged(Bool)
  /// Sets the comment; empty takes it away.
  case comment(String)
  case undo
  case redo

  /// Moves the cursor in the queue.
  case move(by: Int)
  /// Moves the cursor to a place in the queue.
  case moveTo(rank: Int)
  /// Goes to the task that a number (`313`, `#313`) or an id names.
  case goTo(String)
  case goToNextOpen
  case goToPreviousOpen
  /// Goes to the next task that came back with a comment.
  case goToNextReturned
  /// Goes back to the task before the last jump.
  case goBack
  /// Narrows and orders the queue.
  case setFilter(QueueFilter)
  /// Reads the queue again.
  case reload

  /// How many tasks are read around the current one, for a screen that shows many; nil for the usual few.
  case readAround(behind: Int?, ahead: Int?)

  /// Puts the focus on a question.
  case focus(question: String)
  /// Reads the history of the current task.
  case loadHistory
  /// Keeps a piece of layout for the next start.
  case remember(key: String, JSONValue)
  /// Shows a line to the annotator.
  case say(SessionMessage)
  /// Forgets the line.
  case dismissMessage
}

extension SessionAction {
  /// The key under which a line that is half typed is remembered, null when there is none. A session file with one is
  /// never cleared away.
  public static var halfTypedLine: String { SessionFile.halfTypedLine }
}

extension SessionAction {
  /// Whether a key that leads to this did something to the task before the eyes: it is counted with the annotation.
  var isAboutTask: Bool {
    switch self {
    case .answer, .choose, .edit, .change, .takeSuggestion, .submit, .answerReturned, .ask, .skip, .setFlagged,
      .comment:
      true
    case .remember(let key, let value): key == Self.halfTypedLine && value != .null
    default: false
    }
  }
}
