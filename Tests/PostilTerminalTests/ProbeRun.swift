import Foundation
import PostilTestSupport

/// The probe in a terminal of its own, and what it logs.
struct ProbeRun {
  let terminal: PseudoTerminal
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/log" }

  /// Starts the probe; with `shell`, as a job of an interactive shell.
  init(
    columns: Int = 80, rows: Int = 24, shell: Bool = false, command: String? = nil,
    environment: [String: String] = [:]
  ) throws {
    folder = try TemporaryFolder()
    let probe = BuiltProgram.path("terminal-probe")
    var all = ["PROBE_LOG": folder.path + "/log", "PS1": "ready$ ", "PROBE": probe]
    all.merge(environment) { $1 }
    let words = shell ? ["/bin/sh", "-i"] : command.map { ["/bin/sh", "-c", $0] } ?? [probe]
    terminal = try PseudoTerminal(words, columns: columns, rows: rows, environment: all)
  }

  /// Starts the probe and waits for its first picture.
  static func drawn(
    columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]
  ) throws -> ProbeRun {
    let run = try ProbeRun(columns: columns, rows: rows, environment: environment)
    try run.wait(for: "drawn")
    run.terminal.readUntilQuiet()
    return run
  }

  /// The lines so far.
  var log: [String] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").map(String.init)
  }

  /// Reads until the log has a line, `count` times.
  func wait(for line: String, count: Int = 1) throws {
    let end = ContinuousClock.now + .seconds(10)
    while log.count(where: { $0 == line }) < count {
      guard ContinuousClock.now < end else {
        let seen = "\(log.suffix(20)) \(terminal.text.suffix(500))"
        throw PseudoTerminal.Failure.timedOut(waitingFor: line, output: seen)
      }
      terminal.readUntilQuiet(5, timeout: 20)
    }
  }

  /// Sends keys and waits until the picture after them is drawn; returns what was sent to the terminal.
  func answer(to text: String) throws -> [UInt8] {
    let drawn = log.count { $0 == "drawn" }
    let before = terminal.output.count
    terminal.send(text)
    try wait(for: "drawn", count: drawn + 1)
    terminal.readUntilQuiet()
    return Array(terminal.output[before...])
  }
}
