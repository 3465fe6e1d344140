/// One thing that a person did at the terminal.
public enum Key: Sendable, Hashable {
  /// A printable character (one scalar; combining marks come as keys of their own).
  case character(Unicode.Scalar)
  /// Control and a letter, lower case, or one of `@[\]^_?` and space.
  case control(Character)
  /// Alt (or Esc before) and a character.
  case alt(Unicode.Scalar)
  /// A key with a name.
  case named(Name)
  /// F1 to F12 and on.
  case function(Int)
  /// A bracketed paste, whole. Always text, never commands.
  case paste(String)
  /// The mouse.
  case mouse(Mouse)
  /// The window has a new size.
  case resize(Size)

  /// Keys with names.
  public enum Name: String, Sendable, Hashable, CaseIterable {
    case enter, escape, tab, backTab, space, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    case shiftUp, shiftDown, shiftLeft, shiftRight, shiftHome, shiftEnd
    case controlUp, controlDown, controlLeft, controlRight
  }

  /// What the mouse did, and at which cell from 0.
  public struct Mouse: Sendable, Hashable {
    /// What was done.
    public enum Action: String, Sendable, Hashable {
      case press, release, drag, doubleClick, scrollUp, scrollDown
    }

    /// What was done.
    public var action: Action
    /// The column, from 0.
    public var x: Int
    /// The row, from 0.
    public var y: Int

    /// A mouse event.
    public init(_ action: Action, x: Int, y: Int) {
      self.action = action
      self.x = x
      self.y = y
    }
  }
}
