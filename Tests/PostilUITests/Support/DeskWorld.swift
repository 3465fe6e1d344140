import PostilCore
import PostilModel
import PostilScreen
import PostilTestSupport

@testable import PostilUI

/// A desk over a project in memory: takes keys, does what the session asks for at once, shows the screen.
@dynamicMemberLookup
struct DeskWorld {
  var desk: Desk
  var session: Session
  var now = Timestamp(milliseconds: 1_760_000_000_000)
  /// What the keys led to outside of session and desk.
  var intents: [Intent] = []
  /// Holds back what the session asks the project for.
  var isHeld = false
  var size = Size(columns: 120, rows: 40)
  var alphabet = Alphabet.unicode
  var theme: StyleSheet
  /// The pictures of the project's files by what they are made of; nil where none are decoded.
  var pictures: PictureSamples?
  private var held: [SessionEffect] = []
  private var memory: ProjectInMemory

  init(
    _ project: Project, tasks: [AnnotationTask], guidelines: String = "", keymap: Keymap = Keymap(),
    remembered: [String: JSONValue] = [:], isFirstRun: Bool = false, readOnlyReason: String? = nil,
    size: Size = Size(columns: 120, rows: 40), handing: HandingOut? = nil
  ) {
    var setup = SessionSetup(
      project: project, annotator: "dana", guidelines: Guidelines(text: guidelines, version: "v1"),
      progress: Progress(total: tasks.count),
      makeToken: { "token" })
    setup.remembered = remembered
    setup.readOnlyReason = readOnlyReason
    session = Session(setup)
    memory = ProjectInMemory(tasks: tasks)
    memory.handing = handing ?? project.assignment.map { HandingOut($0, pool: tasks.map(\.number)) }
    self.size = size
    theme = TestTheme.dark
    desk = Desk(
      session: session, keymap: keymap, themes: ["dark", "light", "mono"], theme: "dark", isFirstRun: isFirstRun)
    run(session.start(at: now))
    desk.sync(with: session)
    _ = draw()
  }

  /// The desk of the next start, over what the project and the session file hold: what memory held is gone.
  func restarted() throws -> DeskWorld {
    var next = self
    var setup = SessionSetup(
      project: session.project, annotator: "dana", guidelines: session.guidelines, progress: memory.progress,
      makeToken: { "token" })
    setup.remembered = memory.places
    setup.drafts = Set(memory.drafts.keys)
    setup.outbox = memory.outbox
    setup.returned = memory.returned
    setup.undoPosition = memory.undoPosition
    setup.undoCount = memory.undoLog.count
    next.session = Session(setup)
    next.held = []
    next.intents = []
    next.desk = Desk(session: next.session, keymap: desk.keymap, themes: desk.themes, theme: desk.themeName)
    next.run(next.session.start(at: now))
    next.desk.sync(with: next.session)
    _ = next.draw()
    return next
  }

  subscript<Value>(dynamicMember path: WritableKeyPath<ProjectInMemory, Value>) -> Value {
    get { memory[keyPath: path] }
    set { memory[keyPath: path] = newValue }
  }

  /// A lead sends a task back, where nothing is handed out.
  mutating func sendBack(_ task: Int, text: String) { memory.sendBack(task, text: text, by: "mo", at: now) }

  /// Types keys in the notation of `keys.toml`, parted by blanks.
  mutating func type(_ script: String) {
    for word in script.split(separator: " ") { press(KeyStroke.key(String(word)) ?? .character("\u{FFFD}")) }
  }

  /// Types a text letter by letter.
  mutating func write(_ text: String) {
    for scalar in text.unicodeScalars { press(.character(scalar)) }
  }

  /// Presses one key and draws, as the program does.
  mutating func press(_ key: Key, draws: Bool = true) {
    now.milliseconds += 1000
    for intent in desk.handle(key, session: session) { take(intent) }
    desk.sync(with: session)
    if draws { _ = draw() }
  }

  mutating func click(_ x: Int, _ y: Int) {
    press(.mouse(.init(.press, x: x, y: y)))
    press(.mouse(.init(.release, x: x, y: y)))
  }

  mutating func take(_ intent: Intent) {
    if case .session(let action) = intent {
      run(session.apply(action, at: now))
      desk.sync(with: session)
    } else {
      intents.append(intent)
    }
  }

  mutating func resize(_ columns: Int, _ rows: Int) {
    size = Size(columns: columns, rows: rows)
    press(.resize(size))
  }

  mutating func draw() -> Surface {
    var context = DeskContext(theme: theme, alphabet: alphabet, now: now)
    context.pictures = pictures?.book
    let surface = desk.draw(session: session, size: size, context: context)
    guard pictures?.answers(desk.wantedPictures) == true else { return surface }
    // What was wanted is there at the next look.
    return draw()
  }

  mutating func screen() -> String { draw().text }

  /// The last row.
  mutating func bottom() -> String { draw().lines.last ?? "" }

  mutating func release() {
    isHeld = false
    let waiting = held
    held = []
    run(waiting)
    desk.sync(with: session)
    _ = draw()
  }

  mutating func receive(_ reply: SessionReply) {
    run(session.receive(reply, at: now))
    desk.sync(with: session)
  }

  /// Lets time pass, and does what is due on the way.
  mutating func wait(_ milliseconds: Int64) {
    let end = now.milliseconds + milliseconds
    while let due = session.wakesAt, due.milliseconds <= end {
      now = max(now, due)
      run(session.tick(at: now))
    }
    now.milliseconds = end
    desk.sync(with: session)
  }

  private mutating func run(_ effects: [SessionEffect]) {
    memory.handing?.now = now
    for effect in effects {
      if isHeld, !ProjectInMemory.isLocal(effect) {
        held.append(effect)
      } else if let reply = memory.reply(to: effect) {
        run(session.receive(reply, at: now))
      }
    }
  }
}
