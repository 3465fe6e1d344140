import PostilPictures
import PostilScreen

/// Pictures side by side on the screen, with what a desk lays over them.
extension PicturesState {
  /// Fewer columns than this show next to nothing of a picture.
  private static let leastColumns = 11

  /// Draws the task's pictures side by side, each below a line about it, and notes what is to be decoded.
  mutating func draw(in area: Rectangle, over overlay: some PictureOverlay, _ painter: inout Painter) {
    slots = [:]
    wanted = []
    guard let book = painter.pictures, !items.isEmpty, area.height >= 2, area.width >= 4 else { return }
    // What was drawn for cells of another size would not stay in its place.
    if book.cell != lastCell { lastShown = [:] }
    lastCell = book.cell
    for (picture, place) in Self.places(of: items.count, around: focused, in: area) {
      draw(picture, in: place, over: overlay, book, &painter)
    }
  }

  /// Places side by side with a column between them, each with its picture. Where not all fit, the focused one is among
  /// those that do.
  static func places(of count: Int, around focused: Int = 0, in area: Rectangle) -> [(picture: Int, place: Rectangle)] {
    let shown = max(1, min(count, (area.width + 1) / (leastColumns + 1)))
    let first = max(0, min(focused - shown / 2, count - shown))
    let width = (area.width - (shown - 1)) / shown
    return (0..<shown).map { index in
      (
        first + index,
        Rectangle(x: area.x + index * (width + 1), y: area.y, width: width, height: area.height)
      )
    }
  }

  /// What will be asked for when a task's pictures stand in an area, as they were looked at last.
  func requests(
    for items: [PictureItem], ofTask number: Int, in area: Rectangle, _ book: PictureBook
  ) -> [PictureRequest] {
    Self.places(of: items.count, in: area).map { picture, place in
      let look = look(at: picture, ofTask: number)
      var request = PictureRequest(
        path: book.path(of: items[picture].name), columns: place.width, rows: max(1, place.height - 1),
        cell: book.cell, view: look.view, adjustment: adjustment, drawing: book.drawing)
      request.frame = look.frame
      return request
    }
  }

  // MARK: One picture

  private mutating func draw(
    _ picture: Int, in place: Rectangle, over overlay: some PictureOverlay, _ book: PictureBook,
    _ painter: inout Painter
  ) {
    let body = place.inset(top: 1)
    let look = look(at: picture)
    var request = PictureRequest(
      path: book.path(of: items[picture].name), columns: body.width, rows: body.height, cell: book.cell,
      view: look.view, adjustment: adjustment, drawing: book.drawing)
    request.frame = look.frame
    let info = book.info(of: request.path)
    let frame = info.map { info in
      PictureFrame(picture: info.size, columns: body.width, rows: body.height, cell: book.cell, view: look.view)
    }
    let own = overlay.probe(on: picture) == nil && overlay.place(on: picture) == nil ? look.cursor : nil
    if !book.drawing.isCells {
      request.lines = overlay.lines(on: picture, frame: frame)
      if let own, let frame { request.lines += PictureLine.cross(at: own, frame) }
    }
    let answer = book.answer(to: request)
    if answer == nil { wanted.insert(request, at: picture == focused ? 0 : wanted.count) }
    let slot = Slot(area: body, request: request, frame: frame)
    slots[picture] = slot
    var words = overlay.words(on: picture)
    if let own { words = PictureWords.place(own) }
    if let pixel = overlay.probe(on: picture) ?? own { words += color(at: pixel, of: request, book) }
    drawHead(picture, info: info, slot, words: words, in: place, &painter)
    let place = overlay.place(on: picture) ?? own.map { PixelPoint(x: Double($0.x), y: Double($0.y)) }
    draw(picture, slot, answer, besides: place, &painter)
    if book.drawing.isCells, case .shown? = answer, let frame {
      let saved = painter.clip
      painter.clip = body.intersection(saved)
      let canvas = RegionCanvas(frame: frame, area: body)
      overlay.draw(on: picture, canvas, &painter)
      if let own { canvas.drawCursor(x: own.x, y: own.y, &painter) }
      painter.clip = saved
    }
    painter.target(body, .picture(picture))
  }

  /// The colour of a pixel in words, or a wish to know it.
  private mutating func color(
    at pixel: PictureRequest.Probe, of request: PictureRequest, _ book: PictureBook
  ) -> String {
    let asked = Self.probe(at: pixel, of: request)
    switch book.answer(to: asked) {
    case .shown(let picture)?: return picture.probed.map { " " + PictureWords.color($0) } ?? ""
    case .problem?: return ""
    case nil:
      wanted.append(asked)
      return ""
    }
  }

  /// Asks for the colour of a pixel: as small a picture as there is.
  private static func probe(at pixel: PictureRequest.Probe, of request: PictureRequest) -> PictureRequest {
    var asked = PictureRequest(path: request.path, columns: 1, rows: 1, cell: request.cell, drawing: .ascii)
    asked.frame = request.frame
    asked.probe = pixel
    return asked
  }

  private func drawHead(
    _ picture: Int, info: PictureInfo?, _ slot: Slot, words about: String, in place: Rectangle,
    _ painter: inout Painter
  ) {
    let item = items[picture]
    var right = place.right
    if let frame = slot.frame {
      let request = slot.request
      let zoom =
        request.drawing.isCells
        ? PictureWords.zoom(frame.scale) : PictureWords.percent(frame.scale, cell: request.cell)
      let changed = PictureWords.adjustment(adjustment)
      // Where there is no room for all, what the keys are about stays longest.
      let room = place.width * 2 / 3
      let ways = [[about, changed, zoom], [about, zoom], [about]]
        .map { $0.filter { !$0.isEmpty }.joined(separator: "   ") }
      let words = about.isEmpty ? ways[0] : ways.first { $0.utf8.count <= room } ?? about
      right = painter.text(words, endingAt: right, y: place.y, columns: room, .textDim) - 2
    }
    let isFocused = picture == focused && items.count > 1
    var x = place.x
    x += painter.text(
      PictureWords.name(item, info, frame: slot.request.frame), x: x, y: place.y, columns: right - x,
      isFocused ? .accent : .textDim)
    guard let warning = info.flatMap({ PictureWords.warning(item, $0) }), right - x > 6 else { return }
    painter.text(warning, x: x + 2, y: place.y, columns: right - x - 2, .messageWarning)
  }

  private mutating func draw(
    _ picture: Int, _ slot: Slot, _ answer: PictureAnswer?, besides place: PixelPoint?, _ painter: inout Painter
  ) {
    switch answer {
    case .shown(let shown)?:
      lastShown[picture] = shown
      draw(shown, in: slot.area, besides: place, &painter)
    case .problem(let problem)?:
      lastShown[picture] = nil
      drawWords("This picture cannot be shown: \(problem.description).", slot.request.path, in: slot.area, &painter)
    case nil:
      // What was there a moment ago stays until the new picture comes, so that nothing flickers.
      if let last = lastShown[picture], last.frame.columns <= slot.area.width, last.frame.rows <= slot.area.height {
        draw(last, in: slot.area, besides: place, &painter)
      } else {
        let words = "The picture is being decoded" + painter.alphabet.string(.ellipsis)
        painter.text(words, x: slot.area.x, y: slot.area.y + 1, columns: slot.area.width, .textDim)
      }
    }
  }

  private func draw(
    _ shown: ShownPicture, in area: Rectangle, besides place: PixelPoint?, _ painter: inout Painter
  ) {
    if painter.draw(shown, in: area), !shown.frame.isWhole {
      drawMap(shown.frame, in: area, besides: place, &painter)
    }
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

  /// A small map in the corner: the whole picture, and in it the part that is shown. It keeps out of the way of the place that
  /// keys are about.
  private func drawMap(
    _ frame: PictureFrame, in area: Rectangle, besides place: PixelPoint?, _ painter: inout Painter
  ) {
    guard area.width >= 40, area.height >= 10 else { return }
    let columns = min(16, area.width / 5)
    let map = PictureFrame(
      picture: frame.picture, columns: columns, rows: max(2, area.height / 4), cell: .usual, view: PictureView())
    let middle = Self.center(of: frame)
    let isInTheWay = place.map { $0.x > middle.x && $0.y > middle.y } ?? false
    let x = area.x + frame.left + (isInTheWay ? 0 : frame.columns - map.columns)
    let y = area.y + frame.top + (isInTheWay ? 0 : frame.rows - map.rows)
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
}
