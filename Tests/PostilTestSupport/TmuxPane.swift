import Glibc

/// A program in a pane of tmux: a terminal that somebody else wrote, with its own reading of all sequences.
///
/// The server is the test's own: its socket lies in a temporary folder, and it ends with this.
public final class TmuxPane {
  private let folder: TemporaryFolder
  private let environment: [String: String]

  /// Starts a shell in a pane.
  public init(columns: Int = 120, rows: Int = 40, environment: [String: String]) throws {
    folder = try TemporaryFolder()
    self.environment = environment.merging(["TMUX_TMPDIR": folder.path, "SHELL": "/bin/sh", "PS1": "ready$ "]) { $1 }
    try run("new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-s", "desk", "exec sh -i")
    try run("set-option", "-g", "remain-on-exit", "on")
    try waitForPrompt()
  }

  deinit { _ = try? run("kill-server") }

  @discardableResult private func run(_ words: String...) throws -> String {
    let result = try ProgramRun(["tmux", "-u", "-f", "/dev/null"] + words, environment: environment).finish()
    guard result.code == 0 else { throw TestProject.Unexpected("tmux \(words): \(result.complaint)") }
    return result.text
  }

  /// Types letters as they are.
  public func type(_ text: String) throws { try run("send-keys", "-t", "desk", "-l", text) }

  /// Presses keys by tmux's names: `Enter`, `C-z`, `Up`.
  public func press(_ keys: String...) throws {
    for key in keys { try run("send-keys", "-t", "desk", key) }
  }

  /// Pastes as a terminal does, between marks where the program asked for them.
  public func paste(_ text: String) throws {
    let file = try folder.write(text, to: "paste")
    try run("load-buffer", file)
    try run("paste-buffer", "-p", "-t", "desk")
  }

  /// Changes the window's size.
  public func resize(columns: Int, rows: Int) throws {
    try run("resize-window", "-t", "desk", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// Sends a signal to the leader of the jobs in front: the program that the shell waits for.
  public func signal(_ number: Int32) throws {
    let shell = try run("display-message", "-p", "-t", "desk", "#{pane_pid}").filter(\.isNumber)
    let status = String(decoding: ProgramRun.bytes("/proc/\(shell)/stat"), as: UTF8.self)
    // After the name in parentheses: state, parent, group, session, terminal, the group in front (proc(5)).
    let fields = status.split(separator: ")").last?.split(separator: " ") ?? []
    guard fields.count > 5, let job = pid_t(fields[5]), job > 1 else {
      throw TestProject.Unexpected("nothing is in front of \(shell): \(status)")
    }
    kill(job, number)
  }

  /// The rows as they are seen.
  public func screen() throws -> String { try run("capture-pane", "-p", "-t", "desk") }

  /// Waits until the shell asks for a command: the last line is its prompt. Before that, what is typed may still go to the
  /// program that it waits for.
  public func waitForPrompt() throws {
    try wait("the shell") { screen in
      let last = screen.split(separator: "\n").last { line in line.contains { $0 != " " } }
      return last?.filter { $0 != " " } == "ready$"
    }
  }

  /// Waits for a text on the screen.
  public func wait(for text: String, seconds: Double = 30) throws {
    try wait(text, seconds: seconds) { $0.contains(text) }
  }

  /// Waits until the screen is as it should be.
  public func wait(_ what: String, seconds: Double = 30, until holds: (String) -> Bool) throws {
    let end = ContinuousClock.now + .seconds(seconds)
    while true {
      let screen = try screen()
      if holds(screen) { return }
      guard ContinuousClock.now < end else {
        throw PseudoTerminal.Failure.timedOut(waitingFor: what, output: screen)
      }
      usleep(20_000)
    }
  }
}
