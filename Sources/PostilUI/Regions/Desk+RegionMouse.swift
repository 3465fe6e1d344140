import PostilCore
import PostilModel
import PostilPictures
import PostilScreen

/// Regions by mouse: drag from corner to corner, click to choose, drag a side of what is chosen, or what was clicked.
extension Desk {
  /// The pixel under the mouse; nil outside of the picture.
  private func pixel(under mouse: Key.Mouse, place: Int) -> PictureRequest.Probe? {
    pictures.slots[place].flatMap { $0.frame?.pixel(column: mouse.x - $0.area.x, row: mouse.y - $0.area.y) }
  }

  /// The pixel nearest to the mouse: a quick hand leaves the picture, and means its edge.
  private func pixel(nearest mouse: Key.Mouse, place: Int) -> PictureRequest.Probe? {
    guard let slot = pictures.slots[place], let frame = slot.frame else { return nil }
    let column = min(max(mouse.x - slot.area.x, frame.left), frame.left + frame.columns - 1)
    let row = min(max(mouse.y - slot.area.y, frame.top), frame.top + frame.rows - 1)
    return frame.pixel(column: column, row: row)
  }

  /// A press on a picture: where regions are asked for, a box may begin there, or what is chosen is taken hold of; elsewhere
  /// the picture is.
  mutating func press(onPicture place: Int, _ mouse: Key.Mouse, session: Session) -> [Intent] {
    guard place == regions.picture, session.readOnlyReason == nil, let (question, kind) = boxes(session),
      let pixel = pixel(under: mouse, place: place)
    else {
      pictures.point(place, at: mouse)
      pictures.grab(place, mouse)
      return setFocus(.task)
    }
    let isDrawing = begunRegion(session) != nil
    if !isDrawing, let held = held(at: mouse, session: session) {
      regions.drag = RegionDrag(kind: held, start: pixel)
      return []
    }
    if isDrawing || penShape(kind) != .box {
      regions.cursor = pixel
      return placeCorner(question, kind, session: session)
    }
    regions.drag = RegionDrag(kind: .box, start: pixel)
    return []
  }

  /// What of the chosen region is under the mouse: its sides, or all of it where a click chose it.
  private func held(at mouse: Key.Mouse, session: Session) -> RegionDrag.Kind? {
    guard let row = selectedRow(session), let own = row.place, let picture = regions.picture,
      let slot = pictures.slots[picture], let frame = slot.frame
    else { return nil }
    let bounds = row.region.bounds
    let isBox = row.region.shape == .box
    func cell(_ x: Double, _ y: Double) -> (column: Int, row: Int) {
      let far = 1e9
      return (
        frame.column(ofPixel: Int(min(max(x, -far), far).rounded(.down))),
        frame.row(ofPixel: Int(min(max(y, -far), far).rounded(.down)))
      )
    }
    let first = cell(bounds.left, bounds.top)
    let last = cell(max(bounds.left, bounds.right - 1), max(bounds.top, bounds.bottom - 1))
    let (column, line) = (mouse.x - slot.area.x, mouse.y - slot.area.y)
    guard (first.column...last.column).contains(column), (first.row...last.row).contains(line) else { return nil }
    var handles: [RegionsState.Handle] = []
    if isBox, first.column < last.column, first.row < last.row {
      if column == first.column { handles.append(.left) }
      if column == last.column { handles.append(.right) }
      if line == first.row { handles.append(.top) }
      if line == last.row { handles.append(.bottom) }
    }
    if handles.isEmpty { handles = regions.isPicked ? [.whole] : [] }
    return handles.isEmpty ? nil : .region(place: own, was: row.region, handles: handles)
  }

  /// The mouse moves with its button down: the other corner goes with it, or what is held.
  mutating func dragOnPicture(_ mouse: Key.Mouse, session: Session) -> [Intent] {
    guard var drag = regions.drag, let picture = regions.picture, let (question, _) = boxes(session),
      let pixel = pixel(nearest: mouse, place: picture)
    else { return [] }
    drag.hasMoved = drag.hasMoved || pixel != drag.start
    regions.drag = drag
    guard drag.hasMoved else { return [] }
    regions.handle = nil
    switch drag.kind {
    case .box:
      regions.selected = nil
      regions.cursor = pixel
      return []
    case .region(let place, let was, let handles):
      guard let size = pictures.slots[picture]?.frame?.picture,
        ownRegions(question, session).indices.contains(place)
      else { return [] }
      let moved = was.dragged(handles, x: pixel.x - drag.start.x, y: pixel.y - drag.start.y, within: size)
      return goOn(question, session, part: "drag", label: "region \(place + 1) moved") { $0.regions?[place] = moved }
    }
  }

  /// The button is let go: a box ends there, what was moved stays, or what lies below is chosen.
  mutating func releaseOnPicture(_ mouse: Key.Mouse, session: Session) -> [Intent] {
    guard let drag = regions.drag else { return [] }
    regions.drag = nil
    guard let (question, kind) = boxes(session) else { return [] }
    guard drag.hasMoved else {
      choose(at: drag.start, session: session)
      return []
    }
    guard drag.kind == .box, let end = regions.cursor else { return [.session(.endEdit)] }
    guard end != drag.start else { return [] }
    let corners = [drag.start, end].map { RegionPoint(x: Double($0.x), y: Double($0.y)) }
    return finish(.init(shape: .box, points: corners), question, kind, session: session)
  }

  /// Chooses the smallest region that holds a pixel; the same place again chooses the next larger one.
  private mutating func choose(at pixel: PictureRequest.Probe, session: Session) {
    let (x, y) = (Double(pixel.x) + 0.5, Double(pixel.y) + 0.5)
    let margin = 2.0
    let found = regionRows(session).enumerated().filter { _, row in
      guard !regions.hidden.contains(row.region) else { return false }
      let bounds = row.region.bounds
      let extra = row.region.shape == .box ? 0 : margin
      return x >= bounds.left - extra && x <= bounds.right + extra && y >= bounds.top - extra
        && y <= bounds.bottom + extra
    }.sorted { $0.element.region.area < $1.element.region.area }.map(\.offset)
    regions.handle = nil
    regions.cursor = pixel
    regions.isPicked = !found.isEmpty
    guard !found.isEmpty else {
      regions.selected = nil
      return
    }
    let place = regions.selected.flatMap { found.firstIndex(of: $0) }
    regions.selected = found[((place ?? -1) + 1) % found.count]
  }
}
