import PostilCore
import PostilModel
import PostilPictures
import PostilScreen

/// The picture before a reviewer, with what each annotator marked on it: in each annotator's colour and number.
extension ReviewDesk {
  /// The picture that is shown: the one that the question under the cursor is about, else the first.
  private func shownPicture(_ task: AnnotationTask, session: ReviewSession) -> PictureItem? {
    let items = PictureItem.items(of: task, project: session.project)
    let about = matrix.flatMap { $0.rows.indices.contains(row) ? $0.rows[row].question.about : nil }
    return items.first { $0.field == about } ?? items.first
  }

  /// Whether the task before the eyes has a picture to show.
  func hasPicture(_ session: ReviewSession) -> Bool {
    session.task.map { shownPicture($0.task, session: session) != nil } ?? false
  }

  /// Draws the picture and what was marked on it.
  mutating func drawPicture(in area: Rectangle, task: AnnotationTask, session: ReviewSession, _ painter: inout Painter)
  {
    guard let book = painter.pictures, let item = shownPicture(task, session: session), area.height >= 2 else { return }
    let body = area.inset(top: 1)
    var request = PictureRequest(
      path: book.path(of: item.name), columns: body.width, rows: body.height, cell: book.cell, drawing: book.drawing)
    let marks = marks(on: item, session: session)
    if !book.drawing.isCells { request.lines = marks.map(\.line) }
    let info = book.info(of: request.path)
    painter.text(PictureWords.name(item, info), x: area.x, y: area.y, columns: area.width, .textDim)
    switch book.answer(to: request) {
    case .problem(let problem)?:
      let words = TextLayout("This picture cannot be shown: \(problem.description).", width: body.width)
      for line in 0..<min(words.count, body.height) {
        painter.line(words, line, x: body.x, y: body.y + line, .messageWarning)
      }
    case .shown(let picture)?: draw(picture, marks: marks, in: body, &painter)
    case nil:
      wantedPictures = [request]
      let words = "The picture is being decoded" + painter.alphabet.string(.ellipsis)
      painter.text(words, x: body.x, y: body.y, columns: body.width, .textDim)
    }
  }

  private func draw(_ picture: ShownPicture, marks: [Mark], in area: Rectangle, _ painter: inout Painter) {
    guard painter.draw(picture, in: area) else { return }
    let canvas = RegionCanvas(frame: picture.frame, area: area)
    let saved = painter.clip
    painter.clip = area.intersection(saved)
    defer { painter.clip = saved }
    for mark in marks { canvas.draw(mark.region, mark.pen, &painter) }
    for mark in marks { canvas.write(mark.person + 1, at: mark.region, mark.pen, &painter) }
  }

  // MARK: What was marked

  /// A region with whose it is.
  private struct Mark {
    var region: Region
    /// The column of the annotator.
    var person: Int
    var isChosen: Bool

    var pen: RegionPen {
      RegionPen(color: RegionColor(place: person), isHeavy: isChosen, isBroken: false, handle: nil)
    }

    var line: PictureLine {
      PictureLine(around: region, color: RegionColor(place: person), width: isChosen ? 3 : 1)
    }
  }

  /// All that was marked on a picture; what the person under the cursor marked comes last and lies on top.
  private func marks(on item: PictureItem, session: ReviewSession) -> [Mark] {
    guard let matrix else { return [] }
    let asked = matrix.rows.filter { $0.question.kind is BoxesQuestion && $0.question.about == item.field }
    let chosen = matrix.rows.indices.contains(row) ? matrix.rows[row].question.name : ""
    guard let answers = (asked.first { $0.question.name == chosen } ?? asked.first)?.answers else { return [] }
    let marks = answers.enumerated().flatMap { person, answer in
      Region.list(answer).map { Mark(region: $0, person: person, isChosen: person == column) }
    }
    return marks.filter { !$0.isChosen } + marks.filter(\.isChosen)
  }
}
