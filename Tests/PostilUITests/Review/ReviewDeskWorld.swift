import PostilCore
import PostilModel
import PostilScreen
import PostilTestSupport

@testable import PostilUI

/// A review desk over a project in memory: takes keys, does what the session asks for at once, shows the screen.
@dynamicMemberLookup
struct ReviewDeskWorld {
  var desk: ReviewDesk
  var session: ReviewSession
  var memory: ReviewInMemory
  var now = Timestamp(milliseconds: 1_760_000_100_000)
  /// What the keys led to outside of session and desk.
  var intents: [Intent] = []
  var size = Size(columns: 120, rows: 40)
  var alphabet = Alphabet.unicode
  var theme = TestTheme.dark
  /// The pictures of the project's files; nil where none are decoded.
  var pictures: PictureSamples?

  init(
    _ memory: ReviewInMemory, roster: Roster = ReviewSamples.roster, filter: ReviewFilter = ReviewFilter(),
    size: Size = Size(columns: 120, rows: 40)
  ) {
    self.memory = memory
    self.size = size
    var setup = ReviewSetup(project: memory.project, reviewer: memory.reviewer, roster: roster)
    setup.filter = filter
    setup.guidelines = Guidelines(
      text: "# Labels\n\nPraise is positive.\n\n## Irony\n\nAs it is meant.\n", version: "1")
    session = ReviewSession(setup)
    desk = ReviewDesk(session: session, keymap: Keymap(), themes: ["dark", "light", "mono"], theme: "dark")
    run(session.start(at: now))
    desk.sync(with: session)
    _ = draw()
  }

  subscript<Value>(dynamicMember path: WritableKeyPath<ReviewInMemory, Value>) -> Value {
    get { memory[keyPath: path] }
    set { memory[keyPath: path] = newValue }
  }

  /// Types keys in the notation of `keys.toml`, parted by blanks.
  mutating func type(_ script: String) {
    for word in script.split(separator: " ") { press(KeyStroke.key(String(word)) ?? .character("\u{FFFD}")) }
  }

  /// Types a text letter by letter.
  mutating func write(_ text: String) {
    for scalar in text.unicodeScalars { press(.character(scalar)) }
  }

  /// Presses one key and draws, as the program does.
  mutating func press(_ key: Key) {
    now.milliseconds += 1000
    for intent in desk.handle(key, session: session) {
      switch intent {
      case .review(let action):
        run(session.apply(action, at: now))
        desk.sync(with: session)
      case .outside(let intent): intents.append(intent)
      }
    }
    desk.sync(with: session)
    _ = draw()
  }

  mutating func click(_ x: Int, _ y: Int) {
    press(.mouse(.init(.press, x: x, y: y)))
    press(.mouse(.init(.release, x: x, y: y)))
  }

  mutating func resize(_ columns: Int, _ rows: Int) {
    size = Size(columns: columns, rows: rows)
    press(.resize(size))
  }

  mutating func draw() -> Surface {
    var context = DeskContext(theme: theme, alphabet: alphabet, now: now)
    context.pictures = pictures?.book
    let surface = desk.draw(session: session, size: size, context: context)
    return pictures?.answers(desk.wantedPictures) == true ? draw() : surface
  }

  mutating func screen() -> String { draw().text }

  /// The last row.
  mutating func bottom() -> String { draw().lines.last ?? "" }

  /// The rest of the tasks is measured, and another one stands first now.
  mutating func measured() {
    let last = memory.tasks.keys.max() ?? 0
    memory.tasks[last]?.standing.disagreement = 1
    memory.tasks[last]?.standing.state = .toSettle
    run(session.receive(.refreshed(measured: 3, isDone: true), at: now))
    desk.sync(with: session)
    _ = draw()
  }

  private mutating func run(_ effects: [ReviewEffect]) {
    for effect in effects {
      for reply in memory.replies(to: effect) { run(session.receive(reply, at: now)) }
    }
  }
}
