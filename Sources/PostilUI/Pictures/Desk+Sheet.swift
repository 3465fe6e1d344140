public import PostilCore
import PostilModel
import PostilPictures
import PostilScreen

/// The queue as a sheet of pictures. The task under its cursor is the session's current one, so labels, undo and autosave are
/// those of the desk.
extension Desk {
  /// Opens the sheet, or goes back to one task.
  mutating func toggleSheet() -> [Intent] {
    guard pictures.sheet == nil else { return closeSheet() }
    pictures.sheet = ContactSheet()
    pictures.isZoomed = false
    return setFocus(.task)
  }

  /// Goes back to one task.
  mutating func closeSheet() -> [Intent] {
    pictures.sheet = nil
    pictures.readAround = nil
    cache.content = nil
    return [.session(.readAround(behind: nil, ahead: nil))]
  }

  /// What a moving command does on the sheet; nil for others.
  mutating func runOnSheet(_ command: Command, session: Session) -> [Intent]? {
    guard let sheet = pictures.sheet else { return nil }
    switch command {
    case .focusLeft: return [.session(.move(by: -1))]
    case .focusRight: return [.session(.move(by: 1))]
    case .up: return step(-sheet.columns, session)
    case .down: return step(sheet.columns, session)
    case .pageDown, .halfPageDown: return step(sheet.count, session)
    case .pageUp, .halfPageUp: return step(-sheet.count, session)
    case .top: return [.session(.moveTo(rank: 0))]
    case .bottom: return [.session(.moveTo(rank: max(0, session.queue.count - 1)))]
    case .zoomIn, .zoomOut:
      if pictures.sheet?.resize(by: command == .zoomIn ? 1 : -1) != true { say("There is no other size.") }
      return []
    case .contactSheet, .wholeScreen: return closeSheet()
    default: return nil
    }
  }

  /// Moves as far as there are tasks; at the edge it stays.
  private func step(_ distance: Int, _ session: Session) -> [Intent] {
    let last = max(0, session.queue.count - 1)
    let target = min(max(0, session.queue.cursor + distance), last)
    return target == session.queue.cursor ? [] : [.session(.move(by: target - session.queue.cursor))]
  }

  /// The tasks to be read around the current one, when that has changed: as many as the screen shows, and a page ahead.
  public mutating func takeReadAround(session: Session) -> Intent? {
    guard let sheet = pictures.sheet else { return nil }
    let wish = PicturesState.Reading(
      behind: max(0, session.queue.cursor - sheet.top), ahead: sheet.top + 2 * sheet.count - session.queue.cursor)
    guard wish != pictures.readAround else { return nil }
    pictures.readAround = wish
    return .session(.readAround(behind: wish.behind, ahead: wish.ahead))
  }

  // MARK: Drawing

  /// Draws the sheet and notes what is to be decoded.
  mutating func drawSheet(in area: Rectangle, session: Session, _ painter: inout Painter) {
    guard var sheet = pictures.sheet, let book = painter.pictures else { return }
    let queue = session.queue
    let places = sheet.lay(in: area, cursor: queue.cursor, count: queue.count)
    pictures.sheet = sheet
    pictures.slots = [:]
    pictures.wanted = []
    for (rank, place) in places {
      painter.target(place, .task(rank: rank))
      drawCaption(rank, in: place, session: session, &painter)
      guard let request = thumbnail(rank, in: place, session: session, book) else { continue }
      drawThumbnail(request, in: place, book, &painter)
    }
    guard let place = places.first?.place else { return }
    let ahead = (sheet.top + sheet.count..<sheet.top + 2 * sheet.count).compactMap { rank in
      thumbnail(rank, in: place, session: session, book)
    }
    pictures.wanted += ahead.filter { book.answer(to: $0) == nil }
  }

  /// What is asked for to show a task on the sheet; nil while it is not read, or has no picture.
  private func thumbnail(
    _ rank: Int, in place: Rectangle, session: Session, _ book: PictureBook
  ) -> PictureRequest? {
    guard let record = session.record(at: rank),
      let item = PictureItem.items(of: record, project: session.project).first
    else { return nil }
    var request = PictureRequest(
      path: book.path(of: item.name), columns: place.width, rows: place.height - 1, cell: book.cell,
      adjustment: pictures.adjustment, drawing: book.cellDrawing)
    request.isThumbnail = true
    return request
  }

  /// Draws a thumbnail above its caption, or what stands there instead of it.
  private mutating func drawThumbnail(
    _ request: PictureRequest, in place: Rectangle, _ book: PictureBook, _ painter: inout Painter
  ) {
    switch book.answer(to: request) {
    case .shown(let picture)?:
      guard case .cells(let cells) = picture.drawn else { return }
      painter.draw(
        cells, columns: picture.frame.columns, x: place.x + picture.frame.left, y: place.y + picture.frame.top)
    case .problem?:
      painter.text("cannot be", x: place.x, y: place.y, columns: place.width, .messageWarning)
      painter.text("shown", x: place.x, y: place.y + 1, columns: place.width, .messageWarning)
    case nil:
      painter.sign(
        .ellipsis, x: place.x + place.width / 2, y: place.y + (place.height - 1) / 2, .textDim)
      pictures.wanted.append(request)
    }
  }

  private func drawCaption(_ rank: Int, in place: Rectangle, session: Session, _ painter: inout Painter) {
    let y = place.bottom - 1
    let isCursor = rank == session.queue.cursor
    let base = isCursor ? painter.style(.cursor, on: painter.theme[.text]) : painter.theme[.text]
    if isCursor { painter.fill(Rectangle(x: place.x, y: y, width: place.width, height: 1), base) }
    var x = place.x
    if isCursor { painter.sign(.cursor, x: x, y: y, .accent, on: base) }
    x += 1
    guard let row = session.queue.summary(at: rank) else { return }
    let state = session.drafts.contains(row.number) ? .draft : row.state
    let mark = session.mark(of: row.number)
    painter.sign(StateSign.sign(state, mark), x: x, y: y, StateSign.role(state, mark), on: base)
    let answers = row.number == session.current?.number ? session.current?.answers : session.draft(ofTask: row.number)
    let words = QueueRow.answer(answers ?? row.answers, project: session.project)
    let number = "#\(row.number)"
    let shown = words.isEmpty ? number : words
    painter.text(
      shown, x: x + 2, y: y, columns: place.right - x - 2, words.isEmpty ? .textDim : isCursor ? .text : .labelChosen,
      on: base)
  }
}
