import PostilCore
import PostilModel
import PostilScreen

/// A grid: a row for each aspect, a column for each response in the order in which they are shown. What is missing is a
/// dot. The response under the cursor is the one of the whole desk.
struct RatingsPane: QuestionPane {
  let typeName = RatingsQuestion.typeName
  let context: CommandContext? = .ratings

  /// Where the columns of the grid stand.
  private struct Grid {
    /// The column where the first response shown begins, and the columns of each.
    let start: Int
    let step: Int
    /// The responses that are shown.
    let shown: Range<Int>
    let count: Int

    init(_ view: QuestionView, _ kind: RatingsQuestion, width: Int) {
      count = view.subject?.candidates.count ?? 0
      let steps = max(String(kind.scale.lowest).utf8.count, String(kind.scale.highest).utf8.count)
      step = max(4, steps + 3)
      let titles = kind.aspects.map { TextWidth.columns(of: $0.title) }.max() ?? 0
      start = 4 + min(titles, max(8, width - 6 - step * min(count, 4))) + 1
      let room = max(1, (width - start - 2) / step)
      let first = max(0, min(count - room, view.candidate - room / 2))
      shown = first..<min(count, first + room)
    }

    func x(_ place: Int) -> Int { start + (place - shown.lowerBound) * step }
  }

  private func missing(_ view: QuestionView, _ kind: RatingsQuestion) -> Int {
    (view.subject?.ids ?? []).reduce(0) { sum, id in
      sum + kind.aspects.count { RatingsQuestion.step(view.answer, candidate: id, aspect: $0.name) == nil }
    }
  }

  private func help(_ view: QuestionView, _ kind: RatingsQuestion, width: Int) -> TextLayout? {
    guard let cursor = view.cursor, kind.aspects.indices.contains(cursor), !kind.aspects[cursor].help.isEmpty else {
      return nil
    }
    return TextLayout(kind.aspects[cursor].help, width: width - 6)
  }

  /// How much is missing.
  func titleNote(_ view: QuestionView) -> String {
    guard let kind = view.question.kind as? RatingsQuestion, view.answer != nil else { return "" }
    let missing = missing(view, kind)
    return missing == 0 ? "" : "\(missing) missing"
  }

  func height(_ view: QuestionView, width: Int) -> Int {
    guard let kind = view.question.kind as? RatingsQuestion else { return 1 }
    return 1 + kind.aspects.count + (Self.hasEnds(kind) ? 1 : 0) + (help(view, kind, width: width)?.count ?? 0)
  }

  func cursorRow(_ view: QuestionView, width: Int) -> Int { 1 + (view.cursor ?? 0) }

  func rowCount(_ question: Question, at desk: Desk, _ session: Session) -> Int {
    (question.kind as? RatingsQuestion)?.aspects.count ?? 1
  }

  func draw(_ view: QuestionView, in area: Rectangle, painter: inout Painter) {
    guard let kind = view.question.kind as? RatingsQuestion, let ids = view.subject?.ids else { return }
    let grid = Grid(view, kind, width: area.width)
    for place in grid.shown {
      let role: Role = view.isFocused && place == view.candidate ? .accent : .textDim
      painter.text(
        String(place + 1), endingAt: area.x + grid.x(place) + grid.step - 1, y: area.y, columns: 2, role)
    }
    if grid.shown.lowerBound > 0 { painter.sign(.moreLeft, x: area.x + grid.start, y: area.y, .textDim) }
    if grid.shown.upperBound < grid.count { painter.sign(.moreRight, x: area.right - 1, y: area.y, .textDim) }
    for (row, aspect) in kind.aspects.enumerated() {
      let y = area.y + 1 + row
      let isRow = view.cursor == row
      painter.text(aspect.title, x: area.x + 4, y: y, columns: grid.start - 5, isRow ? .accent : .label)
      for place in grid.shown {
        draw(
          RatingsQuestion.step(view.answer, candidate: ids[place], aspect: aspect.name), row: row, place: place, y: y,
          x: area.x + grid.x(place), grid: grid, view: view, painter: &painter)
      }
    }
    drawEnd(view, kind, y: area.y + 1 + kind.aspects.count, area: area, painter: &painter)
  }

  private func draw(
    _ step: Int?, row: Int, place: Int, y: Int, x: Int, grid: Grid, view: QuestionView, painter: inout Painter
  ) {
    let cell = Rectangle(x: x, y: y, width: grid.step, height: 1)
    painter.target(cell, .cell(question: view.question.name, candidate: place, aspect: row))
    var base: Style?
    if view.cursor == row, place == view.candidate {
      let look = painter.style(.cursor, on: painter.theme[.text])
      painter.fill(cell, look)
      painter.sign(.cursor, x: x, y: y, .accent, on: look)
      base = look
    }
    if let step {
      painter.text(String(step), endingAt: x + grid.step - 1, y: y, columns: grid.step - 2, .labelChosen, on: base)
    } else {
      painter.sign(.open, x: x + grid.step - 2, y: y, .textDim, on: base)
    }
  }

  /// Whether the scale has a name at an end: digits alone say nothing that the keys do not.
  private static func hasEnds(_ kind: RatingsQuestion) -> Bool {
    !kind.scale.lowestName.isEmpty || !kind.scale.highestName.isEmpty
  }

  /// The ends of the scale, and what the aspect under the cursor means.
  private func drawEnd(
    _ view: QuestionView, _ kind: RatingsQuestion, y: Int, area: Rectangle, painter: inout Painter
  ) {
    let scale = kind.scale
    func end(_ step: Int, _ name: String) -> String { name.isEmpty ? String(step) : "\(step) \(name)" }
    var y = y
    if Self.hasEnds(kind) {
      painter.text(
        end(scale.lowest, scale.lowestName) + ", " + end(scale.highest, scale.highestName), x: area.x + 4, y: y,
        columns: area.width - 5, .textDim)
      y += 1
    }
    guard let help = help(view, kind, width: area.width) else { return }
    for line in 0..<help.count { painter.line(help, line, x: area.x + 4, y: y + line, .questionHelp) }
  }

  // MARK: Keys

  func run(_ command: Command, _ question: Question, at desk: inout Desk, _ session: Session) -> [Intent]? {
    switch command {
    case .takeBack: return desk.rate(nil, question, session: session)
    case .raise: return desk.rate(by: 1, question, session: session)
    case .lower: return desk.rate(by: -1, question, session: session)
    case .choose:
      desk.say("A digit rates; + and - go by steps.")
      return []
    default: break
    }
    guard desk.focused == .questions, let count = session.subject(of: question)?.candidates.count else { return nil }
    switch command {
    case .focusLeft where desk.candidateCursor > 0: desk.candidateCursor -= 1
    case .focusRight where desk.candidateCursor + 1 < count: desk.candidateCursor += 1
    case .nextQuestion: return desk.goToCell(1, question, session: session) ? [] : nil
    case .previousQuestion: return desk.goToCell(-1, question, session: session) ? [] : nil
    default: return nil
    }
    return []
  }

  func press(_ key: Key, _ question: Question, at desk: inout Desk, _ session: Session) -> [Intent]? {
    guard case .character(let scalar) = key, let kind = question.kind as? RatingsQuestion,
      let place = desk.labelKeys[question.name]?.place(of: Character(scalar))
    else { return nil }
    return desk.rate(kind.scale.lowest + place, question, goesOn: true, session: session)
  }

  func takes(_ scalar: Unicode.Scalar, _ question: Question, at desk: Desk) -> Bool {
    desk.labelKeys[question.name]?.place(of: Character(scalar)) != nil
  }

  func footer(_ question: Question, at desk: Desk, _ session: Session) -> [FooterItem]? {
    let keys = desk.shownKeys(of: question, session: session).compactMap { $0.map(String.init) }
    let steps = keys.isEmpty ? nil : FooterItem(keys: "\(keys[0]) to \(keys[keys.count - 1])", label: "rate")
    let isWhole =
      session.current?.answers[question.name].map {
        question.kind.problem(with: $0, about: session.subject(of: question)) == nil
      } ?? false
    let submit = desk.item(.submit)
    return [
      isWhole ? submit : nil, steps, desk.item(.nextQuestion, label: "next cell"),
      desk.item(.takeBack, in: .ratings, label: "clear"), isWhole ? nil : submit,
    ].compactMap { $0 }
  }
}
