public import PostilCore
public import PostilModel
import PostilScreen

/// The annotating desk as a value: what the screen remembers that the session does not.
///
/// `handle` takes a key and says what it leads to; `sync` follows the session after each change; `draw` makes the
/// picture. Nothing here waits, reads a file or knows the time.
public struct Desk: Sendable {
  /// The keys in force.
  let keymap: Keymap
  /// The keys of each question's choices.
  let labelKeys: [String: LabelKeys]
  /// The names of the themes that can be chosen.
  let themes: [String]
  /// The theme in force.
  public internal(set) var themeName: String
  /// Whether the terminal should report the mouse.
  public internal(set) var isMouseOn: Bool

  /// The screen's size at the last picture.
  var size = Size(columns: 80, rows: 24)
  /// The pane that the moving keys move in.
  var focus = Pane.queue
  /// False until a person has chosen a pane: one-pane screens begin with the task then.
  var hasChosenPane = false
  /// Whether the queue is shown where it has room of its own, and where it takes it from the task.
  var showsQueueInColumns = true
  var showsQueueStacked = false
  /// Whether the guidelines stand beside the task.
  var showsGuidelines = false
  /// The choice under the cursor in the focused question.
  var choiceCursor = 0
  /// The response that the mouse drags.
  var drag: CandidateDrag?
  /// The first row shown of each pane; for the task, see `places`.
  var queueTop = 0
  var questionsTop = 0
  var guidelinesTop = 0
  /// The questions were scrolled by a key: until the next key of another kind they do not follow their cursor.
  var isScrollingQuestions = false
  /// Where each task was scrolled to.
  var places = ScrollPlaces()
  /// Whether the project has candidates to show, and how they are shown.
  let hasCandidates: Bool
  var candidates = CandidatesState()
  /// Whether the project has pictures to show, and how they are looked at.
  let hasPictures: Bool
  var pictures = PicturesState()
  var regions = RegionsState()
  /// Popups and prompts, the top one last.
  var layers: [Layer] = []
  /// The keys of a sequence typed so far.
  var pending: [Key] = []
  /// What was cut and copied while writing.
  var killRing = EditorKillRing()
  /// The part of an answer that an external editor was given.
  var externalPart = ""
  /// The answer that is being written.
  var writing: Writing?
  /// The search in the texts.
  var search: Search?
  /// Leaving was tried while something could not be saved.
  var hasBeenWarned = false
  /// A line of the desk's own, forgotten at the next key.
  var notice: SessionMessage?
  /// What the last `sync` saw.
  var seen = Seen()
  /// The question and choice that the desk itself is moving to.
  var expected: (question: String, choice: Int)?
  /// Texts laid out for the last picture.
  var cache = DeskCache()
  /// What a click on the last picture means.
  var targets: [ClickTarget] = []

  /// Whether the focused question is one where whole texts are written: what is mended, a conversation.
  var wantsRoom = false

  /// What of the session the desk has seen.
  struct Seen: Sendable, Equatable {
    var task: Int?
    var isLoaded = false
    var question: String?
  }

  /// A desk as it was left, or as it begins.
  ///
  /// - Parameters:
  ///   - keymap: the keys; label keys that clash with them lose (`clashes` tells of them beforehand).
  ///   - themes: the names of all themes, in order.
  ///   - theme: the name of the theme in force.
  ///   - isFirstRun: shows the hint with the keys that matter.
  public init(
    session: Session, keymap: Keymap, themes: [String], theme: String, isMouseOn: Bool = true, isFirstRun: Bool = false
  ) {
    self.keymap = keymap
    self.themes = themes
    themeName = theme
    self.isMouseOn = isMouseOn
    let commands = Set(Self.commandCharacters(of: session.project, keymap: keymap).keys)
    labelKeys = Dictionary(
      session.project.questions.map { question in
        let own = QuestionPanes.pane(for: question).context.map { Set(keymap.characters(in: $0).keys) } ?? []
        // What is chosen for one response among several: digits there are the responses' own.
        let keys = LabelKeys(
          for: question.kind.keyedChoices, commands: commands.union(own), hasSecondKeys: !question.kind.choices.isEmpty)
        return (question.name, keys)
      }, uniquingKeysWith: { first, _ in first })
    hasCandidates = session.project.fields.contains { $0.kind == .candidates }
    hasPictures = session.project.fields.contains { $0.kind == .image }
    showsQueueInColumns = !hasCandidates && !hasPictures
    if isFirstRun { layers = [.firstRun] }
    restore(from: session.remembered)
    sync(with: session)
  }

  /// The characters that begin commands' keys at the desk of a project.
  private static func commandCharacters(of project: Project, keymap: Keymap) -> [Character: String] {
    let characters = keymap.deskCharacters
    guard project.fields.contains(where: { $0.kind == .image }) else { return characters }
    return characters.merging(keymap.characters(in: .pictures)) { $1 }
  }

  /// Label keys of a project that are commands' keys too.
  public static func clashes(in project: Project, keymap: Keymap) -> [KeyClash] {
    var commands = commandCharacters(of: project, keymap: keymap)
    for context in Set(project.questions.compactMap { QuestionPanes.pane(for: $0).context }) {
      commands.merge(keymap.characters(in: context)) { $1 }
    }
    return LabelKeys.clashes(in: project, with: commands)
  }

  /// Follows the session after it has changed.
  public mutating func sync(with session: Session) {
    let now = Seen(
      task: session.current?.number, isLoaded: session.current?.isLoaded ?? false, question: session.focusedQuestion)
    if now.task != seen.task || now.isLoaded != seen.isLoaded { followTask(now, session: session) }
    if now.question != seen.question || now.task != seen.task { followQuestion(now, session: session) }
    if hasCandidates { followCandidates(now, session: session) }
    if hasPictures { followPictures(now, session: session) }
    seen = now
    wantsRoom = focusedQuestion(session).map { QuestionPanes.pane(for: $0).wantsRoom($0, session) } ?? false
    followWriting(session)
  }

  private mutating func followTask(_ now: Seen, session: Session) {
    if now.task != seen.task {
      writing = nil
      questionsTop = 0
      drag = nil
      layers.removeAll { $0.isBoundToTask }
      if seen.task == nil, let line = KeptLine(session.remembered), line.task == now.task {
        layers.append(.prompt(Prompt(line.purpose, text: line.text)))
      }
    }
    guard now.isLoaded, let number = now.task, var search else { return }
    search.find(in: session, task: number)
    self.search = search
    if search.hits.isEmpty, !search.isTyping {
      notice = SessionMessage(.information, "The search for “\(search.words)” ended: not found in #\(number).")
      self.search = nil
    }
  }

  private mutating func followQuestion(_ now: Seen, session: Session) {
    defer { expected = nil }
    if writing != nil, writing?.question != now.question { writing = nil }
    guard let name = now.question, let question = session.project.question(named: name) else {
      choiceCursor = 0
      return
    }
    if let expected, expected.question == name {
      choiceCursor = expected.choice
    } else {
      choiceCursor = QuestionPanes.pane(for: question).cursorStart(question, answer: session.current?.answers[name])
    }
  }

  /// The pane that has the focus on this screen.
  var focused: Pane {
    if hasChosenPane { return focus }
    if DeskLayout.mode(of: size) == .tabs { return .task }
    return hasCandidates ? .candidates : focus
  }

  /// The layout of this screen.
  func layout(questionRows: Int = 8, spareRows: Int = 0, strip: ThreadStrip? = nil) -> DeskLayout {
    let mode = DeskLayout.mode(of: size)
    var wish = candidates.wish
    wish.isZoomed = isZoomed
    wish.areQuestionsFocused = focused == .questions
    wish.spareRows = spareRows
    if hasPictures, pictures.sheet != nil || pictures.isZoomed && focused == .task {
      return DeskLayout(whole: .task, of: size)
    }
    return DeskLayout(
      size: size, showsQueue: mode == .columns ? showsQueueInColumns : showsQueueStacked,
      showsGuidelines: showsGuidelines, shown: focused, questionRows: questionRows,
      // Title and blank row, then the text as it was laid out last.
      // A picture takes whatever there is.
      taskRows: hasPictures ? .max : cache.content.map { $0.rows + 2 } ?? .max, isWriting: wantsRoom,
      candidates: hasCandidates ? wish : nil,
      strip: strip, isPicture: hasPictures)
  }

  /// The layer that keys go to.
  var context: CommandContext {
    switch layers.last {
    case .popup(let popup): popup.isFiltering ? .prompt : .popup
    case .prompt: .prompt
    case .firstRun: .popup
    case nil: writing == nil ? .desk : .text
    }
  }

  /// Shows a line until the next key.
  mutating func say(_ text: String, _ kind: SessionMessage.Kind = .information) {
    notice = SessionMessage(kind, text)
  }
}
