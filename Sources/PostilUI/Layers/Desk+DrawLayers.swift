import PostilCore
import PostilModel
import PostilScreen

extension Desk {
  /// Draws what lies over the desk, the lowest first.
  mutating func drawLayers(session: Session, _ painter: inout Painter) {
    for index in layers.indices {
      let isTop = index == layers.count - 1
      if isTop { painter.hideCursor() }
      switch layers[index] {
      case .popup(let popup): draw(popup, at: index, size: size, session: session, &painter)
      case .prompt(let prompt): if isTop { drawAbove(prompt, session: session, &painter) }
      case .firstRun: drawFirstRun(session, &painter)
      }
    }
    if !pending.isEmpty { drawContinuations(session, &painter) }
  }

  /// An empty box over the desk with a title in its border; returns the area inside.
  func drawBox(_ area: Rectangle, title: String, _ painter: inout Painter) -> Rectangle {
    painter.target(area, .popup)
    return painter.frame(area, title: title)
  }

  // MARK: Prompts

  /// The prompt's own line, in the place of the footer.
  func draw(_ prompt: Prompt, in area: Rectangle, _ painter: inout Painter) {
    picture(of: prompt).drawLine(in: area, &painter)
  }

  /// What stands above a prompt's line: what was wrong with it, and the ways to go on.
  private func drawAbove(_ prompt: Prompt, session: Session, _ painter: inout Painter) {
    picture(of: prompt, ways: completions(of: prompt, session: session)).draw(on: size, &painter)
  }

  private func picture(of prompt: Prompt, ways: [QueueFilterCompletion] = []) -> PromptPicture {
    let place = prompt.purpose == .search ? search?.place : nil
    return PromptPicture(
      label: prompt.label, entry: prompt.entry, isSelected: prompt.isSelected, hint: place ?? prompt.hint,
      isHintKept: prompt.purpose == .search, problem: prompt.problem, ways: ways, cursor: prompt.cursor)
  }

  // MARK: Keys

  /// The ways to go on after a prefix, at the bottom.
  private func drawContinuations(_ session: Session, _ painter: inout Painter) {
    let ways = contexts(session).flatMap { keymap.continuations(of: pending, in: $0) }
      .filter { $0.command != .contactSheet || pictures.hasSheet }
    ContinuationsPicture(typed: pending, ways: ways, size: size).draw(&painter)
  }

  // MARK: The first run

  private func drawFirstRun(_ session: Session, _ painter: inout Painter) {
    var rows: [(keys: String, words: String)] = []
    if let question = session.questions.first(where: { !$0.kind.choices.isEmpty }) {
      let keys = shownKeys(of: question, session: session).compactMap { $0.map(String.init) }
      let words = session.project.isAnsweredByOneKey ? "answer, save and go on to the next task" : "answer the question"
      rows.append((keys.prefix(5).joined(separator: " "), words))
    }
    if session.questions.first?.kind is RankingQuestion {
      rows.append(("2 4 1", "rank: the best one first, the last is implied"))
    }
    if !session.project.isAnsweredByOneKey { rows.append((keyText(.submit), "submit, and go on to the next task")) }
    rows.append((keyText(.undo), "undo, back through all tasks, without end"))
    if session.project.isAnsweredByOneKey { rows.append((keyText(.skip), "skip a task, with a reason if you like")) }
    rows.append((keyText(.guidelines), "the guidelines beside the task"))
    rows.append((keyText(.help), "all keys; \(keyText(.back)) leaves, all is saved"))
    let wide = rows.map { TextWidth.columns(of: $0.keys) }.max() ?? 0
    let width = min(size.columns - 2, max(46, wide + 50))
    let area = PopupPicture.centred(width: width, height: rows.count + 5, on: size)
    let inner = drawBox(area, title: "Five keys that matter", &painter)
    let base = painter.style(.popup)
    for (index, row) in rows.enumerated() {
      painter.text(row.keys, x: inner.x, y: inner.y + 1 + index, columns: wide, .key, on: base)
      painter.text(
        row.words, x: inner.x + wide + 3, y: inner.y + 1 + index, columns: inner.width - wide - 3, .text, on: base)
    }
    painter.text(
      "Any key begins.", x: inner.x, y: inner.bottom - 1, columns: inner.width, .textDim, on: base)
  }
}
