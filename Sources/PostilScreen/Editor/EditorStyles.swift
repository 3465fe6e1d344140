/// How an editor looks, as a theme says.
public struct EditorStyles: Sendable, Hashable {
  /// The text.
  public var text: Style
  /// The selection.
  public var selection: Style
  /// Signs that stand for characters which must not be shown as they are.
  public var control: Style

  /// Styles; those left out do without colour.
  public init(
    text: Style = .plain, selection: Style = Style(attributes: .reverse), control: Style = Style(attributes: .dim)
  ) {
    self.text = text
    self.selection = selection
    self.control = control
  }
}
