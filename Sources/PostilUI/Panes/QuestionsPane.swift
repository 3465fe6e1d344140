import PostilCore
import PostilModel
import PostilScreen

/// What is asked about the task: the questions one below another, then comment and reason.
struct QuestionsPane {
  private let desk: Desk
  private let session: Session
  private let hasFocus: Bool

  /// A part of the pane's rows.
  private struct Part {
    var view: QuestionView
    var title: TextLayout
    /// What stands behind the title: which response it is about, what is missing.
    var note: (text: String, column: Int, line: Int)
    var help: TextLayout?
    var gap: Int
    var height: Int
    var head: Int { max(title.count, note.line + 1) }
    var rows: Int { head + (help?.count ?? 0) + gap + height }
  }

  init(desk: Desk, session: Session) {
    self.desk = desk
    self.session = session
    hasFocus = desk.focused == .questions
  }

  /// The rows that it would like to have in a width.
  func rows(width: Int) -> Int {
    let parts = parts(width: width, isTight: true)
    // A long comment takes no more from the task than this: the pane scrolls.
    return parts.reduce(0) { $0 + $1.rows + 1 } + notes(width: width).reduce(0) { $0 + 1 + min($1.text.count, 4) }
  }

  private func view(of question: Question) -> QuestionView {
    let isFocused = session.focusedQuestion == question.name
    var view = QuestionView(
      question: question, answer: session.current?.answers[question.name],
      subject: session.subject(of: question), candidate: desk.candidateCursor,
      hasRankedLine: desk.candidates.hasRankedLine && DeskLayout.mode(of: desk.size) != .tabs, drag: desk.drag,
      suggestions: session.current?.task?.suggestions.filter { $0.question == question.name } ?? [],
      keys: desk.shownKeys(of: question, session: session), isFocused: isFocused,
      cursor: isFocused && hasFocus && desk.writing == nil ? desk.choiceCursor : nil,
      writing: desk.writing?.question == question.name ? desk.writing : nil,
      editorRows: EditorRows.most(for: question, on: desk.size),
      mended: desk.cache.mended?.question == question.name ? desk.cache.mended : nil)
    guard let kind = question.kind as? BoxesQuestion else { return view }
    view.regions = desk.regionRows(of: question, session)
    view.penLabel = desk.penLabel(question, kind)
    guard isFocused else { return view }
    let shape = desk.begunRegion(session)?.shape ?? desk.penShape(kind)
    if shape != kind.shapes[0] { view.penShape = shape }
    view.region = desk.regions.selected
    view.hiddenRegions = desk.regions.hidden
    return view
  }

  private func parts(width: Int, isTight: Bool) -> [Part] {
    session.questions.map { question in
      let view = view(of: question)
      let title = TextLayout(question.title + (question.isRequired ? "" : "  (optional)"), width: width - 4)
      let help =
        !question.help.isEmpty && (view.isFocused || !isTight) ? TextLayout(question.help, width: width - 4) : nil
      return Part(
        view: view, title: title, note: note(view, behind: title), help: help, gap: isTight ? 0 : 1,
        height: QuestionPanes.pane(for: question).height(view, width: width))
    }
  }

  /// The note behind a title: on its last line where there is room, else below.
  private func note(_ view: QuestionView, behind title: TextLayout) -> (text: String, column: Int, line: Int) {
    let text = QuestionPanes.pane(for: view.question).titleNote(view)
    guard !text.isEmpty else { return ("", 0, 0) }
    let end = title.columns(ofLine: title.count - 1) + 3
    let fits = end + TextWidth.columns(of: text) <= title.width
    return fits ? (text, end, title.count - 1) : (text, 0, title.count)
  }

  /// Comment and reason, below the questions.
  private func notes(width: Int) -> [(title: String, text: TextLayout)] {
    guard let stored = session.current?.stored else { return [] }
    var notes: [(title: String, text: TextLayout)] = []
    func add(_ title: String, _ text: String) {
      if !text.isEmpty { notes.append((title, TextLayout(text, width: width - 4))) }
    }
    if session.current?.state == .skipped { add("Skipped, because", stored.skipReason) }
    add("Comment", stored.comment)
    return notes
  }

  /// Draws what fits from row `top` on, moved as far as the cursor wants unless somebody scrolls. Returns the row that is
  /// on top, and all rows that there are.
  func draw(in area: Rectangle, top: Int, isScrolled: Bool, painter: inout Painter) -> (top: Int, rows: Int) {
    guard session.current?.isLoaded == true else { return (0, 0) }
    var parts = parts(width: area.width, isTight: false)
    let notes = notes(width: area.width)
    let noteRows = notes.reduce(0) { $0 + 1 + $1.text.count }
    func total(_ parts: [Part]) -> Int {
      parts.reduce(0) { $0 + $1.rows + 1 } - 1 + (noteRows == 0 ? 0 : noteRows + 1)
    }
    if total(parts) > area.height { parts = self.parts(width: area.width, isTight: true) }
    let rows = total(parts)
    let top =
      isScrolled ? max(0, min(top, rows - area.height)) : scrolled(top, parts: parts, rows: rows, area: area)
    var y = area.y - top
    for part in parts {
      if y < area.bottom, y + part.rows > area.y { draw(part, y: y, area: area, painter: &painter) }
      y += part.rows + 1
    }
    for note in notes {
      painter.text(note.title, x: area.x + 2, y: y, columns: area.width - 3, .textDim)
      for line in 0..<note.text.count { painter.line(note.text, line, x: area.x + 2, y: y + 1 + line) }
      y += 1 + note.text.count
    }
    desk.drawMore(above: top > 0, below: top + area.height < rows, in: area, x: area.right - 1, &painter)
    return (top, rows)
  }

  private func draw(_ part: Part, y: Int, area: Rectangle, painter: inout Painter) {
    let isFocused = part.view.isFocused
    painter.target(
      Rectangle(x: area.x, y: y, width: area.width, height: part.head), .question(part.view.question.name))
    for line in 0..<part.title.count {
      painter.line(
        part.title, line, x: area.x + 2, y: y + line, isFocused ? hasFocus ? .titleFocused : .question : .question)
    }
    if isFocused, hasFocus, part.view.question.kind.keyedChoices.isEmpty {
      painter.sign(.cursor, x: area.x, y: y, .accent)
    }
    painter.text(
      part.note.text, x: area.x + 2 + part.note.column, y: y + part.note.line, columns: area.width - 3, .textDim)
    var y = y + part.head
    if let help = part.help {
      for line in 0..<help.count { painter.line(help, line, x: area.x + 2, y: y + line, .textDim) }
      y += help.count
    }
    y += part.gap
    QuestionPanes.pane(for: part.view.question).draw(
      part.view, in: Rectangle(x: area.x, y: y, width: area.width, height: part.height), painter: &painter)
  }

  /// The first row, so that the focused question's cursor is on the screen with as much of the question as fits.
  private func scrolled(_ top: Int, parts: [Part], rows: Int, area: Rectangle) -> Int {
    guard rows > area.height else { return 0 }
    var y = 0
    var top = top
    for part in parts {
      if part.view.isFocused {
        let head = part.rows - part.height
        let cursor = y + head + QuestionPanes.pane(for: part.view.question).cursorRow(part.view, width: area.width)
        let end = min(y + part.rows, max(cursor + 1, y + area.height))
        if end > top + area.height { top = end - area.height }
        if y < top { top = cursor - y < area.height ? y : max(y, cursor - area.height + 2) }
        if cursor >= top + area.height { top = cursor - area.height + 1 }
      }
      y += part.rows + 1
    }
    return max(0, min(top, rows - area.height))
  }
}
