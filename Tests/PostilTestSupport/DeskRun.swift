import Glibc

/// The desk in a terminal, as a person meets it: type, look, wait for what should come.
public final class DeskRun {
  /// The keyboard and the raw bytes.
  public let terminal: PseudoTerminal
  private var shown: TerminalScreen
  /// What has to last as long as the desk does: its project's folder, say.
  var companion: AnyObject?
  private var fed = 0

  /// Keys by the bytes that xterm sends.
  public enum Keys {
    /// The key of that name.
    public static let escape = "\u{1b}"
    /// The key of that name.
    public static let enter = "\r"
    /// The key of that name.
    public static let tab = "\t"
    /// The key of that name.
    public static let up = "\u{1b}OA"
    /// The key of that name.
    public static let down = "\u{1b}OB"
    /// The key of that name.
    public static let f2 = "\u{1b}OQ"
    /// A letter with Control.
    public static func control(_ letter: Character) -> String {
      String(Unicode.Scalar((letter.asciiValue ?? 0) & 0x1f))
    }
    /// A text as the terminal pastes it.
    public static func paste(_ text: String) -> String { "\u{1b}[200~\(text)\u{1b}[201~" }
    /// A press and release of the left button at a cell, from 0.
    public static func click(_ x: Int, _ y: Int) -> String {
      "\u{1b}[<0;\(x + 1);\(y + 1)M\u{1b}[<0;\(x + 1);\(y + 1)m"
    }
  }

  /// Starts a program in a terminal, with exactly this environment but for `LC_ALL`, which is empty.
  public init(
    _ command: [String], columns: Int, rows: Int, cell: (width: Int, height: Int) = (0, 0),
    environment: [String: String]
  ) throws {
    terminal = try PseudoTerminal(
      command, columns: columns, rows: rows, cell: cell, environment: ["LC_ALL": ""].merging(environment) { $1 })
    shown = TerminalScreen(columns: columns, rows: rows)
  }

  /// The screen as it is now, with all that has come so far.
  public var screen: TerminalScreen {
    while terminal.read(within: 0) {}
    feed()
    return shown
  }

  private func feed() {
    guard fed < terminal.output.count else { return }
    shown.feed(terminal.output[fed...])
    fed = terminal.output.count
  }

  // MARK: Hands

  /// Types, key after key.
  public func type(_ keys: String...) { terminal.send(keys.joined()) }

  /// Changes the window's size.
  public func resize(columns: Int, rows: Int) {
    _ = screen
    shown.resize(columns: columns, rows: rows)
    terminal.resize(columns: columns, rows: rows)
  }

  // MARK: Eyes

  /// Waits until the screen is as it should be. A generous limit, as machines may be busy.
  public func wait(
    _ what: String, seconds: Double = 30, until holds: (TerminalScreen) -> Bool
  ) throws(PseudoTerminal.Failure) {
    let end = ContinuousClock.now + .seconds(seconds)
    while true {
      if holds(screen) { return }
      guard ContinuousClock.now < end else {
        throw .timedOut(waitingFor: what, output: shown.description)
      }
      terminal.read(within: 50)
    }
  }

  /// Waits until a text is on the screen.
  public func wait(for text: String, seconds: Double = 30) throws(PseudoTerminal.Failure) {
    try wait(text.debugDescription, seconds: seconds) { $0.contains(text) }
  }

  /// Waits until a text is on the screen no more.
  public func wait(without text: String, seconds: Double = 30) throws(PseudoTerminal.Failure) {
    try wait("no " + text.debugDescription, seconds: seconds) { !$0.contains(text) }
  }

  /// Waits until a shell has written its prompt anew: before that, what is typed for it may still go to the program that
  /// it waits for. `offset` counts bytes of output.
  public func waitForPrompt(_ prompt: String, after offset: Int) throws(PseudoTerminal.Failure) {
    try terminal.wait(for: prompt, after: offset, timeout: 30_000)
  }

  /// Types and waits for a text.
  public func type(_ keys: String, andWaitFor text: String) throws(PseudoTerminal.Failure) {
    type(keys)
    try wait(for: text)
  }

  /// Waits until nothing has come for a while: only where there is nothing to wait for.
  public func settle(_ quiet: Int32 = 150) {
    terminal.readUntilQuiet(quiet)
    _ = screen
  }

  // MARK: Ends

  /// Leaves by the key, and tells how the program ended.
  public func leave() throws -> PseudoTerminal.Exit {
    type(Keys.control("c"))
    return try terminal.waitForExit(timeout: 30_000)
  }

  /// Ends the program as a power cut would. What the terminal got until then is on `screen`.
  public func killNow() {
    terminal.signal(SIGKILL)
    _ = try? terminal.waitForExit(timeout: 30_000)
    _ = screen
  }
}
