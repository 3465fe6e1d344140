import PostilCore
import PostilModel
import PostilPictures
import PostilScreen
import PostilTerminal
import PostilUI

/// A desk in a terminal: waits for input, lets the desk and its workspace answer, shows the difference. Nothing wakes
/// it up but a key, a signal, an answer from the project, or a moment that was asked for.
@MainActor
final class DeskLoop {
  /// The longest that keys wait for a task that is on its way.
  private static let patience = Duration.milliseconds(500)

  private let terminal: Terminal
  private let driver: any DrivenDesk
  /// Keys that came while a task was on its way: nothing is answered unseen.
  private var held: [Key] = []
  /// When held keys go through all the same.
  private var heldUntil: ContinuousClock.Instant?
  private var isDirty = true
  private var exitCode: Int32?

  init(terminal: Terminal, driver: any DrivenDesk) {
    self.terminal = terminal
    self.driver = driver
  }

  /// Runs until the annotator leaves or the process is asked to end. Everything is saved then, and the terminal as it
  /// was before. Returns the exit code, and what is to be told.
  func run() -> (code: Int32, leaving: Leaving) {
    driver.start()
    while exitCode == nil {
      if isDirty {
        isDirty = false
        terminal.present(driver.draw(terminal.size))
      }
      take(terminal.nextInputs(until: deadline))
    }
    let leaving = driver.close()
    terminal.close()
    return (exitCode ?? 0, leaving)
  }

  /// The moment at which there is something to do though nothing comes in.
  private var deadline: ContinuousClock.Instant? {
    var moments: [ContinuousClock.Instant] = []
    if let heldUntil, !held.isEmpty { moments.append(heldUntil) }
    if let retryAt = driver.retryAt {
      moments.append(.now + .milliseconds(max(0, retryAt.milliseconds - LocalTime.now().milliseconds)))
    }
    return moments.min()
  }

  private func take(_ inputs: [Input]) {
    if driver.takeReplies() { isDirty = true }
    for input in inputs where exitCode == nil {
      switch input {
      case .key(let key): take(key)
      case .pasteCut(let dropped):
        driver.say("The paste was too long: its last \(dropped) bytes were left out.")
        isDirty = true
      case .woken: break
      case .terminate(let reason): exitCode = reason.exitCode
      }
    }
    if let retryAt = driver.retryAt, retryAt <= LocalTime.now() {
      driver.retry()
      isDirty = true
    }
    releaseHeldKeys()
  }

  private func take(_ key: Key) {
    if case .resize = key {
      driver.setCell(terminal.cellSize.map { CellShape(width: $0.width, height: $0.height) })
      give(key)
    } else {
      held.append(key)
      releaseHeldKeys()
    }
  }

  /// Gives keys to the desk as long as what they are about is before the annotator's eyes.
  private func releaseHeldKeys() {
    while !held.isEmpty, exitCode == nil {
      if driver.isSettling {
        let end = heldUntil ?? .now + Self.patience
        heldUntil = end
        guard ContinuousClock.now >= end else { return }
      }
      give(held.removeFirst())
    }
    // Keys that follow wait no second time for the same task.
    if !driver.isSettling { heldUntil = nil }
  }

  private func give(_ key: Key) {
    isDirty = true
    for intent in driver.handle(key) { carryOut(intent) }
  }

  private func carryOut(_ intent: Intent) {
    switch intent {
    case .quit(let code): exitCode = code
    case .suspend: terminal.suspend()
    case .repaint: terminal.repaint()
    case .setMouse(let isOn): terminal.mouse = isOn
    case .editExternally(let question, let text): edit(question, text)
    case .session, .setTheme: break
    }
  }

  private func edit(_ question: String, _ text: String) {
    let editor = ExternalEditor(command: ExternalEditor.command(environment: Surroundings.variable))
    do {
      let edited = try editor.edit(text) { program, arguments in
        try terminal.runExternal(program, arguments: arguments)
      }
      for intent in driver.finishEdit(question: question, text: edited) { carryOut(intent) }
    } catch {
      driver.say(String(describing: error))
    }
  }
}
