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
}
