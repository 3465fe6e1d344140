import PostilCore
import PostilModel
import PostilScreen
import PostilUI

/// Joins the review desk with its workspace.
final class ReviewDriver: DrivenDesk {
  let workspace: ReviewWorkspace
  private(set) var desk: ReviewDesk
  private var context: DeskContext
  private let looks: Looks
  private let clock: () -> Timestamp

  /// A desk at a workspace that has not been started.
  init(
    workspace: ReviewWorkspace, keymap: Keymap, looks: Looks, isMouseOn: Bool,
    clock: @escaping () -> Timestamp = LocalTime.now
  ) {
    self.workspace = workspace
    self.looks = looks
    self.clock = clock
    desk = ReviewDesk(
      session: workspace.session, keymap: keymap, themes: looks.library.names, theme: looks.themeName,
      isMouseOn: isMouseOn)
    context = DeskContext(theme: looks.styles(named: looks.themeName), alphabet: looks.alphabet, now: clock())
  }

  var isMouseOn: Bool { desk.isMouseOn }
  var isSettling: Bool { workspace.session.isSettling }
  let retryAt: Timestamp? = nil

  func start() {
    workspace.start()
    desk.sync(with: workspace.session)
  }

  func takeReplies() -> Bool {
    guard workspace.takeReplies() else { return false }
    desk.sync(with: workspace.session)
    return true
  }

  func handle(_ key: Key) -> [Intent] { perform(desk.handle(key, session: workspace.session)) }

  func finishEdit(question: String, text: String?) -> [Intent] {
    perform(desk.externalEdit(question: question, text: text, session: workspace.session))
  }

  /// What failed is tried again by the reviewer only.
  func retry() {}

  func say(_ words: String) { _ = perform([.review(.say(SessionMessage(.warning, words)))]) }

  func draw(_ size: Size) -> Surface {
    context.now = clock()
    return desk.draw(session: workspace.session, size: size, context: context)
  }

  func close() -> Leaving { workspace.close() }

  private func perform(_ intents: [ReviewIntent]) -> [Intent] {
    var outside: [Intent] = []
    for intent in intents {
      switch intent {
      case .review(let action):
        workspace.perform(action)
        desk.sync(with: workspace.session)
      case .outside(.setTheme(let name)): context.theme = looks.styles(named: name)
      case .outside(let intent): outside.append(intent)
      }
    }
    return outside
  }
}
