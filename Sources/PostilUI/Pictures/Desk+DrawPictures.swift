import PostilCore
import PostilModel
import PostilPictures
import PostilScreen

extension Desk {
  /// The rows that pictures keep for themselves below a task's text.
  static let leastPictureRows = 6

  /// The rows that a text of so many has above the pictures of a body.
  static func textRows(_ rows: Int, of height: Int) -> Int {
    rows == 0 ? 0 : max(0, min(rows, height / 3, height - leastPictureRows - 1))
  }

  /// The rows of a body above its pictures: the text's and a blank one.
  static func rowsAbove(_ rows: Int, of height: Int) -> Int {
    let text = textRows(rows, of: height)
    return text == 0 ? 0 : text + 1
  }

  /// Draws the current task's pictures with their regions, and notes what is to be decoded.
  ///
  /// - Parameter beneath: what others have marked on them, shown below what is drawn here.
  mutating func drawPictures(
    in area: Rectangle, session: Session, beneath: AnswerMarks? = nil, _ painter: inout Painter
  ) {
    guard let book = painter.pictures else { return }
    pictures.draw(in: area, over: RegionsOverlay(desk: self, session: session, beneath: beneath), &painter)
    pictures.wanted += ahead(of: session, book: book, like: area).filter { book.answer(to: $0) == nil }
  }

  // MARK: Ahead

  /// The pictures of the tasks that come next, and of the one before, as they will be asked for.
  private mutating func ahead(of session: Session, book: PictureBook, like area: Rectangle) -> [PictureRequest] {
    session.neighbours.flatMap { record -> [PictureRequest] in
      let items = PictureItem.items(of: record, project: session.project)
      let rows = pictureTop(of: record, session: session)
      guard !items.isEmpty, let rows else { return [] }
      let place = Rectangle(x: area.x, y: 0, width: area.width, height: cache.pictureBody - rows)
      return pictures.requests(for: items, ofTask: record.number, in: place, book)
    }
  }

  /// The rows of the body that a task's text takes from its pictures; nil when that cannot be known yet.
  private mutating func pictureTop(of record: AnnotationTask, session: Session) -> Int? {
    guard let width = cache.content?.width else { return nil }
    if let known = cache.textRows[record.number], known.width == width {
      return Self.rowsAbove(known.rows, of: cache.pictureBody)
    }
    let rows = TaskContent(record, project: session.project, width: width, leavesPicturesOut: true).rows
    if cache.textRows.count > 64 { cache.textRows = [:] }
    cache.textRows[record.number] = (width, rows)
    return Self.rowsAbove(rows, of: cache.pictureBody)
  }
}
