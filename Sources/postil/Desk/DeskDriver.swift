import PostilCore
import PostilModel
import PostilScreen
import PostilUI

/// Joins the desk (what keys mean, what is drawn) with the workspace (what is done and kept). Used by the loop in a
/// terminal and by programs without one alike.
final class DeskDriver: DrivenDesk {
  let workspace: Workspace
  private(set) var desk: Desk
  private(set) var context: DeskContext
  private let looks: Looks
  private let clock: () -> Timestamp

  /// A desk at a workspace that has not been started.
  init(
    workspace: Workspace, keymap: Keymap, looks: Looks, isMouseOn: Bool, isFirstRun: Bool,
    clock: @escaping () -> Timestamp
  ) {
    self.workspace = workspace
    self.looks = looks
    self.clock = clock
    desk = Desk(
      session: workspace.session, keymap: keymap, themes: looks.library.names, theme: looks.themeName,
      isMouseOn: isMouseOn, isFirstRun: isFirstRun)
    context = DeskContext(theme: looks.styles(named: looks.themeName), alphabet: looks.alphabet, now: clock())
  }

  var isMouseOn: Bool { desk.isMouseOn }
  var isSettling: Bool { workspace.session.isSettling }
  var retryAt: Timestamp? { workspace.wakesAt }

  /// Opens the first task.
  func start() {
    workspace.start()
    desk.sync(with: workspace.session)
  }

  /// Takes what has come back from the project. Returns true when there was something.
  func takeReplies() -> Bool {
    guard workspace.takeReplies() else { return false }
    desk.sync(with: workspace.session)
    return true
  }

  /// Lets the desk follow the session after others have changed it.
  func follow() { desk.sync(with: workspace.session) }

  /// Takes a key. Returns what is left to do outside: for the terminal, in order.
  func handle(_ key: Key) -> [Intent] {
    workspace.noteKey()
    return perform(desk.handle(key, session: workspace.session))
  }

  /// Takes back what an external editor wrote; nil when nothing shall change.
  func finishEdit(question: String, text: String?) -> [Intent] {
    perform(desk.externalEdit(question: question, text: text, session: workspace.session))
  }

  /// Puts the focus on a pane.
  func show(_ pane: Pane) { desk.show(pane) }

  /// Shows a line to the annotator.
  func say(_ words: String) { _ = perform([.session(.say(SessionMessage(.warning, words)))]) }

  func retry() {
    workspace.wake()
    desk.sync(with: workspace.session)
  }

  func close() -> Leaving { workspace.close() }

  private func perform(_ intents: [Intent]) -> [Intent] {
    var outside: [Intent] = []
    for intent in intents {
      switch intent {
      case .session(let action):
        workspace.perform(action)
        desk.sync(with: workspace.session)
      case .setTheme(let name): context.theme = looks.styles(named: name)
      default: outside.append(intent)
      }
    }
    return outside
  }

  /// The picture for a screen.
  func draw(_ size: Size) -> Surface {
    context.now = clock()
    return desk.draw(session: workspace.session, size: size, context: context)
  }
}
