public import PostilCore
import PostilModel
public import PostilPictures
import PostilScreen

/// The review desk as a value: what the screen remembers that the session does not.
///
/// `handle` takes a key and says what it leads to; `sync` follows the session after each change; `draw` makes the picture.
/// Nothing here waits, reads a file or knows the time.
public struct ReviewDesk: Sendable {
  /// The keys in force.
  let keymap: Keymap
  /// The names of the themes that can be chosen.
  let themes: [String]
  /// The theme in force.
  public internal(set) var themeName: String
  /// Whether the terminal should report the mouse.
  public internal(set) var isMouseOn: Bool

  /// The screen's size at the last picture.
  var size = Size(columns: 80, rows: 24)
  /// The pane that the moving keys move in, once a person has chosen one.
  var focus: ReviewPane?
  /// The cell under the cursor: the row among the questions, and the column among the people.
  var row = 0
  var column = 0
  /// The first row and column shown.
  var queueTop = 0
  var matrixTop = 0
  var matrixLeft = 0
  /// How far the whole value of a cell was scrolled.
  var cellTop = 0
  /// Where each task's text was scrolled to.
  var places = ScrollPlaces()
  /// Popups and prompts, the top one last.
  var layers: [Layer] = []
  /// The keys of a sequence typed so far.
  var pending: [Key] = []
  /// A line of the desk's own, forgotten at the next key.
  var notice: SessionMessage?
  /// The answer of one's own that is being given.
  var answering: OwnAnswering?
  /// Those that were left before they were final, by task.
  var leftAnswers = RecentTasks<OwnAnswering>(most: 16)
  /// Whether the project has pictures to show, and how they are looked at.
  let hasPictures: Bool
  var pictures = PicturesState()
  /// What lies over the panes to be read, and its first row shown.
  var overlay: ReviewOverlay?
  var overlayTop = 0
  /// The search in the task's text.
  var search: Search?
  /// Leaving was tried while something could not be saved.
  var hasBeenWarned = false

  /// The answers to the task before the eyes.
  var matrix: AnswerMatrix?
  /// What the last `sync` saw.
  var seen: (task: Int?, revision: Int)?
  /// Texts laid out for the last picture.
  var cache = ReviewCache()
  /// The pictures that the last screen wants decoded, most wanted first.
  public internal(set) var wantedPictures: [PictureRequest] = []
  /// What a click on the last picture means.
  var targets: [ClickTarget] = []

  /// A desk as it begins.
  public init(session: ReviewSession, keymap: Keymap, themes: [String], theme: String, isMouseOn: Bool = true) {
    self.keymap = keymap
    self.themes = themes
    themeName = theme
    self.isMouseOn = isMouseOn
    pictures.hasSheet = false
    hasPictures = session.project.fields.contains { $0.kind == .image }
    sync(with: session)
  }

  /// Follows the session after it has changed.
  public mutating func sync(with session: ReviewSession) {
    guard seen?.task != session.current || seen?.revision != session.revision else { return }
    if seen?.task != session.current {
      (row, column, matrixTop, matrixLeft, cellTop) = (0, 0, 0, 0, 0)
      putAnswerAside()
      layers.removeAll { $0.isBoundToTask }
    }
    defer { seekAgain(session) }
    let isOther = seen?.task != session.current
    seen = (session.current, session.revision)
    matrix = session.task.map { AnswerMatrix($0, project: session.project) }
    row = max(0, min(row, (matrix?.rows.count ?? 0) - 1))
    followPictures(session, isOtherTask: isOther)
    column = max(0, min(column, (matrix?.people.count ?? 0) - 1))
  }

  /// The pane that has the focus on this screen.
  var focused: ReviewPane {
    if let focus { return DeskLayout.mode(of: size) == .tabs || focus != .task ? focus : .answers }
    return DeskLayout.mode(of: size) == .tabs ? .answers : .queue
  }

  /// The person under the cursor.
  var person: AnswerMatrix.Person? {
    guard let people = matrix?.people, people.indices.contains(column) else { return nil }
    return people[column]
  }

  /// The layer that keys go to.
  var context: CommandContext {
    switch layers.last {
    case .popup(let popup): popup.isFiltering ? .prompt : .popup
    case .prompt: .prompt
    case .firstRun: .popup
    case nil: .review
    }
  }

  /// Shows a line until the next key.
  mutating func say(_ text: String, _ kind: SessionMessage.Kind = .information) {
    notice = SessionMessage(kind, text)
  }

  /// The first key of a command here, or its name for the palette.
  func keyText(_ command: Command) -> String {
    keymap.keys(of: command, in: .review).first ?? ":\(command.rawValue)"
  }
}
