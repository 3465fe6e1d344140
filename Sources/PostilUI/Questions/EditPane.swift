import PostilCore
import PostilModel
import PostilScreen

/// Verdicts and reasons, one below another; below them the text that is mended, or what the mending changed.
struct EditPane: QuestionPane {
  let typeName = EditQuestion.typeName
  private static let mostDiffRows = 20

  private func rows(_ view: QuestionView) -> ChoiceRows {
    let verdict = EditQuestion.verdict(of: view.answer)
    let reasons = verdict == .fail ? EditQuestion.reasons(of: view.answer) : []
    let verdicts = view.question.kind.choices.count { EditQuestion.Verdict(rawValue: $0.name) != nil }
    return ChoiceRows(view: view, mark: .many, exclusive: verdicts) { name in
      EditQuestion.Verdict(rawValue: name).map { $0 == verdict } ?? reasons.contains(name)
    }
  }

  private func difference(_ view: QuestionView, width: Int) -> TextLayout? {
    guard view.writing == nil, EditQuestion.verdict(of: view.answer) == .mend, let mended = view.mended else {
      return nil
    }
    return TextLayout(mended.text, width: TextPane.textWidth(width))
  }

  func height(_ view: QuestionView, width: Int) -> Int {
    let choices = rows(view).height(width: width)
    if let editor = EditorRows(view, part: "", width: width, least: 3) { return choices + 1 + editor.count }
    guard let difference = difference(view, width: width) else { return choices }
    return choices + 2 + min(difference.count, Self.mostDiffRows)
  }

  func cursorRow(_ view: QuestionView, width: Int) -> Int {
    guard let editor = EditorRows(view, part: "", width: width, least: 3) else { return rows(view).cursorRow }
    return rows(view).height(width: width) + 1 + editor.cursorRow
  }

  func wantsRoom(_ question: Question, _ session: Session) -> Bool {
    EditQuestion.verdict(of: session.current?.answers[question.name]) == .mend
  }

  func form(_ question: Question, part: String) -> Writing.Form? { .text(limit: nil) }

  func cursorStart(_ question: Question, answer: JSONValue?) -> Int {
    let verdict = EditQuestion.verdict(of: answer)?.rawValue
    return question.kind.choices.firstIndex { $0.name == verdict } ?? 0
  }

  /// Mending goes on in the editor.
  func choose(_ name: String, _ question: Question, at desk: inout Desk, _ session: Session) -> [Intent]? {
    guard name == EditQuestion.Verdict.mend.rawValue, session.readOnlyReason == nil, session.current?.isLoaded == true
    else { return nil }
    desk.choiceCursor = question.kind.choices.firstIndex { $0.name == name } ?? desk.choiceCursor
    // What was mended before and then let stand begins anew with the text as it is.
    return [.session(.choose(question: question.name, choice: name))] + desk.beginWriting(question, session: session)
  }

  func footer(_ question: Question, at desk: Desk, _ session: Session) -> [FooterItem]? {
    let mend = EditQuestion.Verdict.mend.rawValue
    let items = zip(desk.shownKeys(of: question, session: session), question.kind.choices).compactMap { key, choice in
      key.map { FooterItem(keys: String($0), label: choice.name == mend ? "mend it" : choice.title) }
    }
    guard session.current?.answers[question.name] != nil else { return items }
    return (desk.item(.submit).map { [$0] } ?? []) + items
  }

  func draw(_ view: QuestionView, in area: Rectangle, painter: inout Painter) {
    let choices = rows(view)
    let height = choices.height(width: area.width)
    choices.draw(in: Rectangle(x: area.x, y: area.y, width: area.width, height: height), painter: &painter)
    let y = area.y + height + 1
    if let editor = EditorRows(view, part: "", width: area.width, least: 3) {
      editor.draw(view, part: "", x: area.x + 4, y: y, painter: &painter)
    } else if let difference = difference(view, width: area.width), let mended = view.mended {
      draw(difference, mended, view: view, y: y, area: area, painter: &painter)
    }
  }

  private func draw(
    _ layout: TextLayout, _ mended: MendedText, view: QuestionView, y: Int, area: Rectangle, painter: inout Painter
  ) {
    let x = area.x + 4
    let words = mended.distance == 1 ? "1 character changed" : "\(mended.distance) characters changed"
    painter.text(
      mended.before == mended.after ? "nothing changed yet" : words, x: x + 2, y: y, columns: area.width - 7, .textDim)
    let rows = min(layout.count, Self.mostDiffRows)
    painter.target(
      Rectangle(x: x + 2, y: y + 1, width: TextPane.textWidth(area.width) + 1, height: rows),
      .row(question: view.question.name, row: 0))
    let removed = mended.removed.map { Highlight($0, style: painter.theme.overlay(.diffRemoved)) }
    let added = mended.added.map { Highlight($0, style: painter.theme.overlay(.diffAdded)) }
    let highlights = Highlight.layered([removed, added])
    for line in 0..<rows {
      painter.sign(.entry, x: x, y: y + 1 + line, .textDim)
      if line == rows - 1, layout.count > rows {
        painter.text("\(layout.count - rows + 1) more lines", x: x + 2, y: y + 1 + line, .textDim)
      } else {
        painter.line(layout, line, x: x + 2, y: y + 1 + line, .editor, highlights: highlights)
      }
    }
  }

  /// A click on what was mended mends on.
  func take(row: Int, _ question: Question, at desk: inout Desk, _ session: Session) -> [Intent]? {
    desk.choose(EditQuestion.Verdict.mend.rawValue, of: question, session: session)
  }
}
