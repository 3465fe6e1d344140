import PostilCore
import PostilModel
import PostilScreen

/// An answer of the reviewer's own: the questions as the annotating desk shows them, beside what the others said.
struct OwnAnswering: Sendable {
  /// Nothing of this answer depends on the time: what it takes is not counted.
  static let anyTime = Timestamp(milliseconds: 0)

  /// The session at the one task.
  var answer: OwnAnswer
  /// The annotating desk, of which the questions, the pictures and what lies over them are shown.
  var desk: Desk

  init(_ answer: OwnAnswer, keymap: Keymap, size: Size) {
    self.answer = answer
    desk = Desk(session: answer.session, keymap: keymap, themes: [], theme: "")
    desk.size = size
    desk.pictures.hasSheet = false
    // Where one pane is seen at a time, it is the one in which the answer is given.
    let isDrawn = desk.boxes(answer.session) != nil && DeskLayout.mode(of: size) == .tabs
    desk.show(isDrawn ? .task : .questions)
  }

  /// Whether nothing is open within the answer.
  var isAtRest: Bool { desk.context == .desk && desk.layers.isEmpty && desk.pending.isEmpty }

  /// Whether a key leaves the answer, and nothing within it: `q` unless the picture has the whole screen, and Esc once there
  /// is no other step back.
  func isLeft(by key: Key) -> Bool {
    guard isAtRest, !desk.pictures.isZoomed else { return false }
    if key == .named(.escape) { return !hasStepBack }
    return desk.keymap.match([key], in: .desk) == .command(.back)
  }

  /// Whether Esc ends something within a picture.
  private var hasStepBack: Bool {
    desk.boxes(answer.session) != nil
      && (desk.begunRegion(answer.session) != nil || desk.regions.handle != nil || desk.regions.selected != nil)
  }

  /// What is seen where there is room for one pane: the task, the answers of the others, or the questions.
  var shown: ReviewPane? {
    switch desk.focused {
    case .task: .task
    case .queue: .answers
    case .questions, .candidates, .guidelines: nil
    }
  }

  /// Goes on from what somebody has answered.
  ///
  /// - Parameter question: the question to begin with.
  mutating func begin(with annotation: Annotation, of annotator: String, question: String?) {
    answer.begin(with: annotation, of: annotator, question: question, at: Self.anyTime)
    desk.sync(with: answer.session)
    if desk.boxes(answer.session) != nil, DeskLayout.mode(of: desk.size) == .tabs { desk.show(.task) }
  }

  /// Takes a key. Returns what concerns the terminal.
  mutating func handle(_ key: Key) -> [Intent] {
    perform(desk.handle(key, session: answer.session))
  }

  /// Does what keys have led to.
  mutating func perform(_ intents: [Intent]) -> [Intent] {
    var outside: [Intent] = []
    for intent in intents {
      guard case .session(let action) = intent else {
        outside.append(intent)
        continue
      }
      answer.perform(action, at: Self.anyTime)
      desk.sync(with: answer.session)
    }
    // What asks for things of the annotating desk has no place here.
    if case .prompt(let prompt) = desk.layers.last, [.skip, .comment, .goTo, .filter, .search].contains(prompt.purpose)
    {
      desk.layers.removeLast()
      answer.perform(.setFlagged(true), at: Self.anyTime)
    }
    return outside
  }

  /// Draws the line at the bottom: what is said, else the keys of the moment.
  func drawFooter(in area: Rectangle, _ painter: inout Painter) {
    let session = answer.session
    if let message = desk.notice ?? session.message {
      let mark = message.kind == .information ? "" : "! "
      let role: Role = message.kind == .information ? .messageInfo : .messageWarning
      painter.text(mark + message.text, x: area.x + 2, y: area.y, columns: area.width - 4, role)
    } else if desk.context == .desk, desk.pending.isEmpty {
      FooterItem.draw(regionItems(session) ?? answerItems(session), in: area, &painter)
    } else {
      FooterItem.draw(desk.footerItems(session), in: area, &painter)
    }
  }

  private static let final = "make it final"

  /// The keys of regions at this moment, where regions are drawn; nil elsewhere.
  private func regionItems(_ session: Session) -> [FooterItem]? {
    guard let question = desk.boxes(session)?.question,
      var items = QuestionPanes.pane(for: question).footer(question, at: desk, session)
    else { return nil }
    // What is being drawn or moved says itself how it ends.
    if items.last?.keys == "Esc" { return items }
    if let place = items.firstIndex(where: { $0.command == .submit }) { items[place].label = Self.final }
    if session.questions.count > 1 { items += [desk.item(.nextQuestion)].compactMap { $0 } }
    items += desk.pictureItems() + [desk.item(.undo)].compactMap { $0 }
    return items + [FooterItem(keys: "Esc", label: hasStepBack ? "let go" : "leave it")]
  }

  private func answerItems(_ session: Session) -> [FooterItem] {
    let keys = desk.focusedQuestion(session).map { question in
      desk.shownKeys(of: question, session: session).compactMap { $0.map(String.init) }.joined(separator: " ")
    }
    let isOneKey = session.project.submitsAtOneKey
    let answers = keys.flatMap { $0.isEmpty ? nil : FooterItem(keys: $0, label: isOneKey ? Self.final : "answer") }
    // Where one key is all, Enter after it would be the review desk's, unless an answer stands there already.
    let wantsSubmit = !isOneKey || session.current?.draft != nil
    let items = [
      answers, wantsSubmit ? desk.item(.submit, label: Self.final) : nil, isOneKey ? nil : desk.item(.nextQuestion),
      isOneKey ? nil : desk.item(.undo),
    ]
    return items.compactMap { $0 } + desk.pictureItems() + [FooterItem(keys: "Esc", label: "leave it")]
  }

  /// The rows that the questions would like to have in a width.
  func rows(width: Int) -> Int { QuestionsPane(desk: desk, session: answer.session).rows(width: width) }
}
