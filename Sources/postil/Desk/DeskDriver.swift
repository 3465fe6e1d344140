import PostilCore
import PostilModel
import PostilPictures
import PostilScreen
import PostilUI

/// Joins a desk (what keys mean, what is drawn) with its workspace (what is done and kept). Used by the loop in a terminal
/// and by programs without one alike.
final class DeskDriver<Screen: DrivenScreen, Work: DrivenWork>: DrivenDesk
where Screen.Session == Work.Session, Screen.Action == Work.Action {
  let workspace: Work
  private(set) var desk: Screen
  private(set) var context: DeskContext
  private let looks: Looks
  private let clock: () -> Timestamp
  /// Nil in projects without pictures.
  private let pictures: DeskPictures?

  /// A desk at a workspace that has not been started.
  init(
    _ desk: Screen, workspace: Work, looks: Looks, pictures: DeskPictures? = nil, clock: @escaping () -> Timestamp
  ) {
    self.workspace = workspace
    self.desk = desk
    self.pictures = pictures
    self.looks = looks
    self.clock = clock
    context = DeskContext(theme: looks.styles(named: looks.themeName), alphabet: looks.alphabet, now: clock())
    context.pictures = pictures?.book
  }

  var isMouseOn: Bool { desk.isMouseOn }
  var isSettling: Bool { workspace.isSettling }
  var retryAt: Timestamp? { workspace.wakesAt }

  func start() {
    workspace.start()
    desk.sync(with: workspace.session)
  }

  func takeReplies() -> Bool {
    let hasPicture = takePictures()
    guard workspace.takeReplies() else { return hasPicture }
    desk.sync(with: workspace.session)
    return true
  }

  func settle() {
    workspace.settle(seconds: 10)
    desk.sync(with: workspace.session)
  }

  func handle(_ key: Key) -> [Intent] {
    workspace.noteKey()
    return perform(desk.handle(key, session: workspace.session))
  }

  func finishEdit(question: String, text: String?) -> [Intent] {
    perform(desk.externalEdit(question: question, text: text, session: workspace.session))
  }

  func say(_ words: String) { act(Screen.saying(SessionMessage(.warning, words))) }

  func retry() {
    workspace.wake()
    desk.sync(with: workspace.session)
  }

  func close() -> Leaving {
    pictures?.close()
    return workspace.close()
  }

  var awaitsPictures: Bool { pictures != nil && !desk.wantedPictures.isEmpty }

  private func takePictures() -> Bool {
    guard let pictures, var book = context.pictures else { return false }
    // Taken out while it changes, so that nothing is copied.
    context.pictures = nil
    defer { context.pictures = book }
    return pictures.take(into: &book, now: clock())
  }

  func setCell(_ cell: CellShape?) {
    if let cell { context.pictures?.setCell(cell) }
  }

  /// What could not be shown is tried again.
  private func forgetProblems() {
    guard let pictures, var book = context.pictures else { return }
    context.pictures = nil
    pictures.forgetProblems(in: &book)
    context.pictures = book
  }

  /// Gives an action to the session.
  func act(_ action: Screen.Action) {
    workspace.perform(action)
    desk.sync(with: workspace.session)
  }

  /// Changes what the screen remembers.
  func change(_ change: (inout Screen) -> Void) { change(&desk) }

  private func perform(_ steps: [Screen.Step]) -> [Intent] {
    var outside: [Intent] = []
    for step in steps {
      switch Screen.meaning(of: step) {
      case .act(let action):
        if Screen.reloads(action) { forgetProblems() }
        act(action)
      case .outside(.setTheme(let name)): context.theme = looks.styles(named: name)
      case .outside(let intent): outside.append(intent)
      }
    }
    return outside
  }

  func draw(_ size: Size) -> Surface {
    context.now = clock()
    let surface = desk.draw(session: workspace.session, size: size, context: context)
    guard let pictures else { return surface }
    pictures.want(desk.wantedPictures, now: context.now)
    if let step = desk.readingStep(session: workspace.session) { _ = perform([step]) }
    return surface
  }
}
