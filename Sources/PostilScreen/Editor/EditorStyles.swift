/// How an editor looks, as a theme says.
public struct EditorStyles: Sendable, Hashable {
  /// The text.
  public var text: Style
  /// Laid over the selection.
  public var selection: Style

  /// Styles; those left out do without colour.
  public init(text: Style = .plain, selection: Style = Style(attributes: .reverse)) {
    self.text = text
    self.selection = selection
  }
}
