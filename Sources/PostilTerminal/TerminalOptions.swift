import Glibc
public import PostilScreen

/// What may be chosen before the screen opens.
public nonisolated struct TerminalOptions: Sendable, Hashable {
  /// The terminal's type; nil for none.
  public var type: String?
  /// Whether the mouse is listened to. Selecting text with it then needs Shift in most terminals.
  public var mouse: Bool
  /// At most so many colours; nil for what the terminal has.
  public var colorLimit: ColorDepth?
  /// Whether more than ASCII may be shown; nil asks the locale.
  public var unicode: Bool?
  /// How long a lone Esc may be the beginning of a key's sequence. Longer for slow lines.
  public var escapeDelay: Duration
  /// How long a paste whose end never comes may pause before it is taken as it is.
  public var pasteSilence: Duration
  /// The longest paste, in bytes; the rest is dropped and reported.
  public var pasteLimit: Int

  /// The defaults.
  public init(
    type: String? = nil, mouse: Bool = true, colorLimit: ColorDepth? = nil, unicode: Bool? = nil,
    escapeDelay: Duration = .milliseconds(25), pasteSilence: Duration = .seconds(1), pasteLimit: Int = 1 << 20
  ) {
    self.type = type
    self.mouse = mouse
    self.colorLimit = colorLimit
    self.unicode = unicode
    self.escapeDelay = escapeDelay
    self.pasteSilence = pasteSilence
    self.pasteLimit = pasteLimit
  }

  /// The defaults with what the environment says: `TERM`, and `NO_COLOR` when it is not empty.
  public init(environment: [String: String]) {
    self.init(
      type: environment["TERM"], colorLimit: environment["NO_COLOR"].map { $0.isEmpty } == false ? .mono : nil)
  }

  /// The defaults with what this process's environment says.
  public static var fromEnvironment: TerminalOptions {
    var environment: [String: String] = [:]
    for name in ["TERM", "NO_COLOR"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    return TerminalOptions(environment: environment)
  }
}
