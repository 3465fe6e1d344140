/// Where keys are typed. Each context has a keymap of its own.
public enum CommandContext: String, Sendable, Hashable, CaseIterable {
  /// The desk: no text field has the focus.
  case desk
  /// A text answer is being written: printable keys are text.
  case text
  /// A line at the bottom asks for something: printable keys are text.
  case prompt
  /// A popup that is read or chosen from (help, history, guidelines, themes, sort).
  case popup
}
