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

  /// Draws the current task's pictures side by side, each below a line about it, and notes what is to be decoded.
  mutating func drawPictures(in area: Rectangle, session: Session, _ painter: inout Painter) {
    guard let book = painter.pictures, !pictures.items.isEmpty, area.height >= 2, area.width >= 4 else { return }
    let places = Self.places(of: pictures.items.count, in: area)
    pictures.slots = []
    var wanted: [PictureRequest] = []
    for (index, place) in places.enumerated() {
      let body = place.inset(top: 1)
      let look = pictures.looks[index] ?? .init()
      var request = PictureRequest(
        path: book.path(of: pictures.items[index].name), columns: body.width, rows: body.height, cell: book.cell,
        view: look.view, adjustment: pictures.adjustment, drawing: book.drawing)
      request.frame = look.frame
      if !book.drawing.isCells {
        let known = book.info(of: request.path).map { info in
          PictureFrame(picture: info.size, columns: body.width, rows: body.height, cell: book.cell, view: look.view)
        }
        request.lines = regionLines(index, frame: known, session: session)
      }
      let answer = book.answer(to: request)
      if answer == nil { wanted.insert(request, at: index == pictures.focused ? 0 : wanted.count) }
      let frame = book.info(of: request.path).map { info in
        PictureFrame(
          picture: info.size, columns: body.width, rows: body.height, cell: book.cell, view: look.view)
      }
      let slot = PicturesState.Slot(area: body, request: request, frame: frame)
      pictures.slots.append(slot)
      var words = index == regions.picture ? regionWords(session) : ""
      if index == regions.picture, let cursor = regions.cursor, regions.handle == nil {
        let asked = Self.probe(at: cursor, of: request)
        switch book.answer(to: asked) {
        case .shown(let picture)?: words += picture.probed.map { " " + PictureWords.color($0) } ?? ""
        case .problem?: break
        case nil: wanted.append(asked)
        }
      }
      drawHead(index, info: book.info(of: request.path), slot, words: words, in: place, &painter)
      drawPicture(index, slot, answer, &painter)
      if book.drawing.isCells, case .shown? = answer { drawRegions(index, slot, session: session, &painter) }
      painter.target(body, .picture(index))
    }
    pictures.wanted = wanted + ahead(of: session, book: book, like: area).filter { book.answer(to: $0) == nil }
  }

  /// Asks for the colour of a pixel: as small a picture as there is.
  private static func probe(at pixel: PictureRequest.Probe, of request: PictureRequest) -> PictureRequest {
    var asked = PictureRequest(path: request.path, columns: 1, rows: 1, cell: request.cell, drawing: .ascii)
    asked.frame = request.frame
    asked.probe = pixel
    return asked
  }

  /// Places side by side with a column between them.
  static func places(of count: Int, in area: Rectangle) -> [Rectangle] {
    let shown = max(1, min(count, (area.width + 1) / 12))
    let width = (area.width - (shown - 1)) / shown
    return (0..<shown).map { Rectangle(x: area.x + $0 * (width + 1), y: area.y, width: width, height: area.height) }
  }

  // MARK: One picture

  private func drawHead(
    _ index: Int, info: PictureInfo?, _ slot: PicturesState.Slot, words about: String, in place: Rectangle,
    _ painter: inout Painter
  ) {
    let item = pictures.items[index]
    var right = place.right
    if let frame = slot.frame {
      let request = slot.request
      let zoom =
        request.drawing.isCells
        ? PictureWords.zoom(frame.scale) : PictureWords.percent(frame.scale, cell: request.cell)
      let changed = PictureWords.adjustment(pictures.adjustment)
      // Where there is no room for all, what the keys are about stays longest.
      let room = place.width * 2 / 3
      let ways = [[about, changed, zoom], [about, zoom], [about]]
        .map { $0.filter { !$0.isEmpty }.joined(separator: "   ") }
      let words = about.isEmpty ? ways[0] : ways.first { $0.utf8.count <= room } ?? about
      right = painter.text(words, endingAt: right, y: place.y, columns: room, .textDim) - 2
    }
    let isFocused = index == pictures.focused && pictures.items.count > 1
    var x = place.x
    x += painter.text(
      PictureWords.name(item, info), x: x, y: place.y, columns: right - x, isFocused ? .accent : .textDim)
    guard let warning = info.flatMap({ PictureWords.warning(item, $0) }), right - x > 6 else { return }
    painter.text(warning, x: x + 2, y: place.y, columns: right - x - 2, .messageWarning)
  }

  private mutating func drawPicture(
    _ index: Int, _ slot: PicturesState.Slot, _ answer: PictureAnswer?, _ painter: inout Painter
  ) {
    switch answer {
    case .shown(let picture)?:
      pictures.lastShown[index] = picture
      draw(picture, in: slot.area, &painter)
    case .problem(let problem)?:
      pictures.lastShown[index] = nil
      drawWords("This picture cannot be shown: \(problem.description).", slot.request.path, in: slot.area, &painter)
    case nil:
      // What was there a moment ago stays until the new picture comes, so that nothing flickers.
      if let last = pictures.lastShown[index], last.frame.columns <= slot.area.width,
        last.frame.rows <= slot.area.height
      {
        draw(last, in: slot.area, &painter)
      } else {
        let words = "The picture is being decoded" + painter.alphabet.string(.ellipsis)
        painter.text(words, x: slot.area.x, y: slot.area.y + 1, columns: slot.area.width, .textDim)
      }
    }
  }

  private func draw(_ picture: ShownPicture, in area: Rectangle, _ painter: inout Painter) {
    if painter.draw(picture, in: area), !picture.frame.isWhole { drawMap(picture.frame, in: area, &painter) }
  }

  private func drawWords(_ words: String, _ path: String, in area: Rectangle, _ painter: inout Painter) {
    var y = area.y + 1
    for (text, role) in [(words, Role.messageWarning), (path, .textDim)] {
      let layout = TextLayout(text, width: min(area.width, DeskLayout.measure))
      for line in 0..<min(layout.count, max(0, area.bottom - y)) {
        painter.line(layout, line, x: area.x, y: y + line, role)
      }
      y += layout.count
    }
  }

  /// A small map in the corner: the whole picture, and in it the part that is shown.
  private func drawMap(_ frame: PictureFrame, in area: Rectangle, _ painter: inout Painter) {
    guard area.width >= 40, area.height >= 10 else { return }
    let columns = min(16, area.width / 5)
    let map = PictureFrame(
      picture: frame.picture, columns: columns, rows: max(2, area.height / 4), cell: .usual, view: PictureView())
    let x = area.x + frame.left + frame.columns - map.columns
    let y = area.y + frame.top + frame.rows - map.rows
    let lastX = min(frame.picture.width - 1, frame.x(ofColumn: frame.left + frame.columns - 1))
    let lastY = min(frame.picture.height - 1, frame.y(ofRow: frame.top + frame.rows - 1))
    let shownColumns = (map.column(ofPixel: frame.originX) - map.left)...(map.column(ofPixel: lastX) - map.left)
    let shownRows = (map.row(ofPixel: frame.originY) - map.top)...(map.row(ofPixel: lastY) - map.top)
    for row in 0..<map.rows {
      for column in 0..<map.columns {
        let isShown = shownColumns.contains(column) && shownRows.contains(row)
        let scalar: UInt32 = painter.alphabet == .ascii ? (isShown ? 0x23 : 0x2E) : (isShown ? 0x2588 : 0x2591)
        painter.scalar(scalar, x: x + column, y: y + row, isShown ? .accent : .textDim)
      }
    }
  }

  // MARK: Ahead

  /// The pictures of the tasks that come next, and of the one before, as they will be asked for.
  private mutating func ahead(of session: Session, book: PictureBook, like area: Rectangle) -> [PictureRequest] {
    session.neighbours.flatMap { record -> [PictureRequest] in
      let items = PictureItem.items(of: record, project: session.project)
      let rows = pictureTop(of: record, session: session)
      guard !items.isEmpty, let rows else { return [] }
      let place = Rectangle(x: area.x, y: 0, width: area.width, height: cache.pictureBody - rows)
      return zip(items, Self.places(of: items.count, in: place)).map { item, slot in
        PictureRequest(
          path: book.path(of: item.name), columns: slot.width, rows: max(1, slot.height - 1), cell: book.cell,
          adjustment: pictures.adjustment, drawing: book.drawing)
      }
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

  /// The rows of a body above its pictures: the text's and a blank one.
  static func rowsAbove(_ rows: Int, of height: Int) -> Int {
    let text = textRows(rows, of: height)
    return text == 0 ? 0 : text + 1
  }
}
