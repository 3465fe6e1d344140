import PostilCore
import PostilModel
import PostilScreen

/// What is remarked about the response under the cursor: labels with boxes, a note, and claims with their sources.
struct RemarksPane: QuestionPane {
  let typeName = RemarksQuestion.typeName
  let context: CommandContext? = .remarks

  /// What a row of the cursor is.
  enum Row: Hashable {
    case label(Int)
    case note
    case claim(Int)
    case newClaim
  }

  /// The rows that the cursor walks over.
  static func rows(_ kind: RemarksQuestion, _ remarks: Remarks) -> [Row] {
    var rows = kind.labels.indices.map { Row.label($0) }
    if kind.takesNotes { rows.append(.note) }
    if kind.takesEvidence { rows += remarks.evidence.indices.map { Row.claim($0) } + [.newClaim] }
    return rows
  }

  private struct Picture {
    let kind: RemarksQuestion
    let id: String
    let remarks: Remarks
    let rows: [Row]
  }

  private func picture(_ view: QuestionView) -> Picture? {
    guard let kind = view.question.kind as? RemarksQuestion, let ids = view.subject?.ids,
      ids.indices.contains(view.candidate)
    else { return nil }
    let id = ids[view.candidate]
    let remarks = Remarks(view.answer, candidate: id)
    return Picture(kind: kind, id: id, remarks: remarks, rows: Self.rows(kind, remarks))
  }

  func titleNote(_ view: QuestionView) -> String {
    guard let count = view.subject?.candidates.count, count > 0 else { return "" }
    return "response \(view.candidate + 1) of \(count)"
  }

  private func height(of row: Row, _ picture: Picture, _ view: QuestionView, width: Int) -> Int {
    switch row {
    case .label: return 1
    case .note:
      if let editor = EditorRows(view, part: RemarksQuestion.notePart(of: picture.id), width: width) {
        return editor.count
      }
      return picture.remarks.note.isEmpty ? 1 : min(6, noteLayout(picture, width: width).count)
    case .claim(let place): return quoteLayout(picture, place, width: width).count + 1
    case .newClaim:
      let part = RemarksQuestion.quotePart(of: picture.id, claim: picture.remarks.evidence.count)
      return view.writing?.part == part ? 2 : 1
    }
  }

  private func noteLayout(_ picture: Picture, width: Int) -> TextLayout {
    TextLayout(picture.remarks.note, width: TextPane.textWidth(width))
  }

  private func quoteLayout(_ picture: Picture, _ place: Int, width: Int) -> TextLayout {
    TextLayout("“" + picture.remarks.evidence[place].quote + "”", width: TextPane.textWidth(width))
  }

  func height(_ view: QuestionView, width: Int) -> Int {
    guard let picture = picture(view) else { return 1 }
    return picture.rows.reduce(0) { $0 + height(of: $1, picture, view, width: width) }
  }

  func cursorRow(_ view: QuestionView, width: Int) -> Int {
    guard let picture = picture(view), !picture.rows.isEmpty else { return 0 }
    let index = min(view.cursor ?? 0, picture.rows.count - 1)
    var top = picture.rows[..<index].reduce(0) { $0 + height(of: $1, picture, view, width: width) }
    if let editor = EditorRows(view, part: RemarksQuestion.notePart(of: picture.id), width: width),
      let note = picture.rows.firstIndex(of: .note)
    {
      top = picture.rows[..<note].reduce(0) { $0 + height(of: $1, picture, view, width: width) } + editor.cursorRow
    }
    return top
  }

  func form(_ question: Question, part: String) -> Writing.Form? {
    part.hasPrefix("note:") ? .text(limit: nil) : part.isEmpty ? nil : .line
  }

  func part(_ question: Question, at desk: Desk, _ session: Session) -> String {
    guard let kind = question.kind as? RemarksQuestion, let ids = session.subject(of: question)?.ids,
      ids.indices.contains(desk.candidateCursor)
    else { return "" }
    return kind.takesNotes ? RemarksQuestion.notePart(of: ids[desk.candidateCursor]) : ""
  }

  func rowCount(_ question: Question, at desk: Desk, _ session: Session) -> Int {
    desk.remarkRows(question, session: session).count
  }

  // MARK: Drawing

  func draw(_ view: QuestionView, in area: Rectangle, painter: inout Painter) {
    guard let picture = picture(view) else { return }
    var y = area.y
    for (index, row) in picture.rows.enumerated() {
      let height = height(of: row, picture, view, width: area.width)
      let place = Rectangle(x: area.x, y: y, width: area.width, height: height)
      painter.target(place, .row(question: view.question.name, row: index))
      let isCursor = view.cursor == index
      let base = isCursor ? painter.style(.cursor, on: painter.theme[.text]) : nil
      if let base {
        painter.fill(Rectangle(x: area.x + 1, y: y, width: area.width - 2, height: 1), base)
        painter.sign(.cursor, x: area.x + 1, y: y, .accent, on: base)
      }
      switch row {
      case .label(let label): draw(label: label, picture, view, y: y, base: base, area: area, painter: &painter)
      case .note: drawNote(picture, view, y: y, base: base, area: area, painter: &painter)
      case .claim(let claim): draw(claim: claim, picture, view, y: y, base: base, area: area, painter: &painter)
      case .newClaim: drawNewClaim(picture, view, y: y, base: base, area: area, painter: &painter)
      }
      y += height
    }
  }

  private func draw(
    label: Int, _ picture: Picture, _ view: QuestionView, y: Int, base: Style?, area: Rectangle,
    painter: inout Painter
  ) {
    let choice = picture.kind.labels[label]
    let isChosen = picture.remarks.labels.contains(choice.name)
    let role: Role = isChosen ? .text : .textDim
    painter.text("[", x: area.x + 2, y: y, role, on: base)
    painter.sign(isChosen ? .checked : .unchecked, x: area.x + 3, y: y, role, on: base)
    painter.text("]", x: area.x + 4, y: y, role, on: base)
    let key = view.keys.indices.contains(label) ? view.keys[label].map(String.init) ?? "" : ""
    painter.text(key, x: area.x + 6, y: y, columns: 2, .key, on: base)
    painter.text(
      choice.title, x: area.x + 9, y: y, columns: area.width - 11, isChosen ? .labelChosen : .label, on: base)
  }

  private func drawNote(
    _ picture: Picture, _ view: QuestionView, y: Int, base: Style?, area: Rectangle, painter: inout Painter
  ) {
    let x = area.x + 4
    let part = RemarksQuestion.notePart(of: picture.id)
    if let editor = EditorRows(view, part: part, width: area.width) {
      editor.draw(view, part: part, x: x, y: y, painter: &painter)
      return
    }
    let columns = area.width - 7
    guard !picture.remarks.note.isEmpty else {
      painter.sign(.entry, x: x, y: y, .textDim, on: base)
      painter.text("no note", x: x + 2, y: y, columns: columns, .textDim, on: base)
      return
    }
    let layout = noteLayout(picture, width: area.width)
    let shown = min(6, layout.count)
    for line in 0..<shown {
      painter.sign(.entry, x: x, y: y + line, .textDim, on: line == 0 ? base : nil)
      if line == 5, layout.count > 6 {
        painter.text("\(layout.count - 5) more lines", x: x + 2, y: y + line, columns: columns, .textDim)
      } else {
        painter.line(layout, line, x: x + 2, y: y + line, .editor, on: line == 0 ? base : nil)
      }
    }
  }

  private static func sign(_ verdict: Remarks.Verdict?) -> String {
    switch verdict {
    case .supported: "+"
    case .refuted: "-"
    case .notEnough: "~"
    case nil: "?"
    }
  }

  private func draw(
    claim: Int, _ picture: Picture, _ view: QuestionView, y: Int, base: Style?, area: Rectangle,
    painter: inout Painter
  ) {
    let evidence = picture.remarks.evidence[claim]
    let x = area.x + 6
    painter.text(
      Self.sign(evidence.verdict), x: area.x + 4, y: y, evidence.verdict == nil ? .textDim : .accent, on: base)
    let quote = quoteLayout(picture, claim, width: area.width)
    if !drawLine(view, RemarksQuestion.quotePart(of: picture.id, claim: claim), x: x, y: y, area, &painter) {
      for line in 0..<quote.count {
        painter.line(quote, line, x: x, y: y + line, .evidence, on: line == 0 ? base ?? painter.theme[.text] : nil)
      }
    }
    let end = y + quote.count
    guard !drawLine(view, RemarksQuestion.sourcePart(of: picture.id, claim: claim), x: x, y: end, area, &painter)
    else { return }
    let verdict = evidence.verdict?.title ?? "no verdict"
    let source = evidence.source.isEmpty ? "no source" : evidence.source
    painter.text("\(verdict): \(source)", x: x, y: end, columns: area.width - 8, .textDim)
  }

  private func drawNewClaim(
    _ picture: Picture, _ view: QuestionView, y: Int, base: Style?, area: Rectangle, painter: inout Painter
  ) {
    let part = RemarksQuestion.quotePart(of: picture.id, claim: picture.remarks.evidence.count)
    painter.sign(.entry, x: area.x + 4, y: y, .textDim, on: base)
    if drawLine(view, part, x: area.x + 6, y: y, area, &painter) {
      painter.text(
        "the response's words, then Enter", x: area.x + 6, y: y + 1, columns: area.width - 8, .textDim)
    } else {
      painter.text("add a claim", x: area.x + 6, y: y, columns: area.width - 8, .textDim, on: base)
    }
  }

  /// Draws the line of a part, if that is what is written.
  private func drawLine(
    _ view: QuestionView, _ part: String, x: Int, y: Int, _ area: Rectangle, _ painter: inout Painter
  ) -> Bool {
    guard view.writing?.part == part, case .line(let entry) = view.writing?.content else { return false }
    painter.entry(entry, x: x, y: y, columns: area.right - x - 1)
    return true
  }

  // MARK: Keys

  func run(_ command: Command, _ question: Question, at desk: inout Desk, _ session: Session) -> [Intent]? {
    switch command {
    case .writeNote: desk.writeNote(question, session: session)
    case .addEvidence: desk.addClaim(question, session: session)
    case .supported: desk.settle(.supported, question, session: session)
    case .refuted: desk.settle(.refuted, question, session: session)
    case .notEnough: desk.settle(.notEnough, question, session: session)
    case .deleteEvidence: desk.deleteClaim(question, session: session)
    case .choose: take(row: desk.choiceCursor, question, at: &desk, session)
    default: nil
    }
  }

  func press(_ key: Key, _ question: Question, at desk: inout Desk, _ session: Session) -> [Intent]? {
    if key == .named(.enter) || key == .named(.space), desk.focused == .questions {
      return take(row: desk.choiceCursor, question, at: &desk, session)
    }
    guard case .character(let scalar) = key,
      let label = desk.labelKeys[question.name]?.place(of: Character(scalar))
    else { return nil }
    return desk.toggle(label: label, question, session: session)
  }

  func takes(_ scalar: Unicode.Scalar, _ question: Question, at desk: Desk) -> Bool {
    desk.labelKeys[question.name]?.place(of: Character(scalar)) != nil
  }

  func take(row: Int, _ question: Question, at desk: inout Desk, _ session: Session) -> [Intent]? {
    let rows = desk.remarkRows(question, session: session)
    guard rows.indices.contains(row) else { return nil }
    switch rows[row] {
    case .label(let label): return desk.toggle(label: label, question, session: session)
    case .note: return desk.writeNote(question, session: session)
    case .claim(let claim): return desk.writeQuote(claim, question, session: session)
    case .newClaim: return desk.addClaim(question, session: session)
    }
  }

  /// After the quote comes the source, if there is a quote.
  func afterLine(_ part: String, _ question: Question, at desk: inout Desk, _ session: Session) -> [Intent] {
    desk.goOnWithClaim(after: part, question, session: session)
  }

  func footer(_ question: Question, at desk: Desk, _ session: Session) -> [FooterItem]? {
    guard let kind = question.kind as? RemarksQuestion else { return nil }
    let keys = desk.shownKeys(of: question, session: session).compactMap { $0.map(String.init) }
    let labels = keys.isEmpty ? nil : FooterItem(keys: keys.prefix(6).joined(separator: " "), label: "label")
    let submit = desk.keymap.keys(of: .submit).first { $0 != "Enter" }
    return [
      labels, kind.takesNotes ? desk.item(.writeNote, in: .remarks) : nil,
      kind.takesEvidence ? desk.item(.addEvidence, in: .remarks) : nil,
      submit.map { FooterItem(keys: $0, label: "submit", command: .submit) },
    ].compactMap { $0 }
  }
}
