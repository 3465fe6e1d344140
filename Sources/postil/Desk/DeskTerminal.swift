import PostilCore
import PostilModel
import PostilScreen
import PostilTerminal
import PostilUI

/// Opens the terminal for a desk, runs it, and gives the terminal back however it ends.
enum DeskTerminal {
  /// Runs a desk on the terminal until it is left. Returns the exit code, and what is to be told.
  ///
  /// - Parameter make: makes the desk, given the terminal, whether the mouse is wanted, and what wakes the loop up.
  static func run(
    _ opening: DeskOpening, noMouse: Bool,
    make: @MainActor (Terminal, _ isMouseOn: Bool, _ wake: @escaping @Sendable () -> Void) throws -> any DrivenDesk
  ) throws -> (code: Int32, leaving: Leaving) {
    var options = TerminalOptions.fromEnvironment
    options.mouse = opening.settings.mouse && !noMouse
    if !opening.wantsColor { options.colorLimit = .mono }
    if opening.wantsASCII { options.unicode = false }
    if let delay = opening.settings.escapeDelay { options.escapeDelay = .milliseconds(delay) }
    // The command runs on the main thread from first to last, so this only says what is so.
    return try MainActor.assumeIsolated {
      let terminal = try Terminal.open(options)
      do {
        let wakeUp = terminal.wakeUp
        let driver = try make(terminal, options.mouse) { wakeUp.signal() }
        terminal.mouse = driver.isMouseOn
        return DeskLoop(terminal: terminal, driver: driver).run()
      } catch {
        terminal.close()
        throw error
      }
    }
  }
}
