import PostilCore
import PostilModel
import PostilPictures
import PostilScreen

/// Regions by mouse: drag from corner to corner, click to choose.
extension Desk {
  /// The pixel under the mouse; nil outside of the picture.
  private func pixel(under mouse: Key.Mouse, place: Int) -> PictureRequest.Probe? {
    guard let slot = pictures.slots[place], let frame = slot.frame else { return nil }
    let area = slot.area
    guard frame.contains(column: mouse.x - area.x, row: mouse.y - area.y) else { return nil }
    return .init(x: frame.x(ofColumn: mouse.x - area.x), y: frame.y(ofRow: mouse.y - area.y))
  }

  /// A press on a picture: where regions are asked for, a box may begin there; elsewhere it is taken hold of.
  mutating func press(onPicture place: Int, _ mouse: Key.Mouse, session: Session) -> [Intent] {
    guard place == regions.picture, session.readOnlyReason == nil, let (question, kind) = boxes(session),
      let pixel = pixel(under: mouse, place: place)
    else {
      pictures.grab(place, mouse)
      return setFocus(.task)
    }
    regions.cursor = pixel
    if kind.shapes[min(regions.shape, kind.shapes.count - 1)] != .box || !regions.corners.isEmpty {
      return placeCorner(question, kind, session: session)
    }
    regions.pressed = pixel
    return []
  }

  /// The mouse moves with its button down: the other corner goes with it.
  mutating func dragOnPicture(_ mouse: Key.Mouse) {
    guard let start = regions.pressed, let place = regions.picture, let pixel = pixel(under: mouse, place: place) else {
      return
    }
    regions.handle = nil
    regions.selected = nil
    regions.corners = [RegionPoint(x: Double(start.x), y: Double(start.y))]
    regions.cursor = pixel
  }

  /// The button is let go: a box ends there, or what lies below is chosen.
  mutating func releaseOnPicture(_ mouse: Key.Mouse, session: Session) -> [Intent] {
    guard let start = regions.pressed else { return [] }
    regions.pressed = nil
    guard let (question, kind) = boxes(session) else { return [] }
    if !regions.corners.isEmpty, let end = regions.cursor, end != start {
      return placeCorner(question, kind, session: session)
    }
    regions.corners = []
    choose(at: start, session: session)
    return []
  }

  /// Chooses the smallest region that holds a pixel; the same place again chooses the next larger one.
  private mutating func choose(at pixel: PictureRequest.Probe, session: Session) {
    let (x, y) = (Double(pixel.x) + 0.5, Double(pixel.y) + 0.5)
    let margin = 2.0
    let found = regionRows(session).enumerated().filter { place, row in
      guard !regions.hidden.contains(place) else { return false }
      let bounds = row.region.bounds
      let extra = row.region.shape == .box ? 0 : margin
      return x >= bounds.left - extra && x <= bounds.right + extra && y >= bounds.top - extra
        && y <= bounds.bottom + extra
    }.sorted { $0.element.region.area < $1.element.region.area }.map(\.offset)
    guard !found.isEmpty else {
      regions.selected = nil
      return
    }
    let place = regions.selected.flatMap { found.firstIndex(of: $0) }
    regions.selected = found[((place ?? -1) + 1) % found.count]
    regions.handle = nil
  }
}
