/// Where keys are typed. Each context has a keymap of its own.
public enum CommandContext: String, Sendable, Hashable, CaseIterable {
  /// The desk: no text field has the focus.
  case desk
  /// An answer is being written, in the editor or on a line: printable keys are text.
  case text
  /// A line at the bottom asks for something: printable keys are text.
  case prompt
  /// A popup that is read or chosen from (help, history, guidelines, themes, sort).
  case popup
  /// The desk while a ranking is the focused question. What has no key here has the one of the desk; so it is with the
  /// following ones.
  case ranking
  /// The desk while a grid of ratings is the focused question.
  case ratings
  /// The desk while remarks are the focused question.
  case remarks
  /// The desk while regions of a picture are the focused question.
  case boxes
  /// The desk of a project with pictures, laid over the desk's own keys and under those of a question.
  case pictures

  /// The review desk, where a lead settles what annotators answered.
  case review

  /// The contexts of a kind of question, each laid over the desk's keys.
  public static let questions: [CommandContext] = [.ranking, .ratings, .remarks, .boxes]
}
