public import PostilModel

/// What a reviewer does, as the session understands it.
public enum ReviewAction: Sendable, Hashable {
  /// Moves the cursor in the queue.
  case move(by: Int)
  /// Moves the cursor to a place in the queue.
  case moveTo(rank: Int)
  /// Goes to the task of a number, whether the queue shows it or not.
  case goTo(String)
  /// Reads who did what to the task before the eyes.
  case loadHistory
  /// Makes what most people said the final answer.
  case acceptMajority
  /// Makes what somebody said the final answer.
  case accept(annotator: String)
  /// Makes an answer of one's own the final one.
  case resolve([String: JSONValue])
  /// Takes the final answer away.
  case reopen
  /// Sends somebody's annotation back with a comment.
  case sendBack(annotator: String, text: String)
  /// Asks one more person for an answer.
  case askOneMore
  /// Makes the task gold by its final answer, or ordinary again.
  case toggleGold
  /// Says what was wrong with the answers; empty for nothing.
  case setErrorType(String)
  /// Notes that the task was looked at, or that it was not.
  case toggleChecked
  /// Accepts all unanimous tasks.
  case acceptUnanimous
  case undo
  case redo
  /// Narrows the queue.
  case setFilter(ReviewFilter)
  /// Reads the queue again.
  case reload
  /// Notes that the reviewer has begun something at the task before their eyes: it stays there.
  case touch
  /// Works out anew how the project stands.
  case report
  /// Shows a line to the reviewer.
  case say(SessionMessage)
  /// Forgets the line.
  case dismissMessage
}
