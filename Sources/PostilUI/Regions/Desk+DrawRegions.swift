import PostilCore
import PostilModel
import PostilPictures
import PostilScreen

extension Desk {
  /// Draws the regions over the picture that they are about: own ones, proposed ones, what is being drawn, the cursor.
  func drawRegions(_ index: Int, _ canvas: RegionCanvas, session: Session, _ painter: inout Painter) {
    guard let (question, kind) = boxes(on: index, session) else { return }
    let isFocused = regions.question == question.name
    let rows = regionRows(of: question, session)
    let selected = isFocused ? regions.selected : nil
    let hidden = regions.part(of: question.name).hidden
    var order = rows.indices.reversed().filter { $0 != selected && !hidden.contains(rows[$0].region) }
    if let selected, rows.indices.contains(selected) { order.append(selected) }
    func pen(_ place: Int) -> RegionPen {
      RegionPen(
        color: Self.color(of: rows[place].region.label, kind), isHeavy: place == selected,
        isBroken: rows[place].proposal != nil, handle: place == selected ? regions.handle : nil)
    }
    for place in order { canvas.draw(rows[place].region, pen(place), &painter) }
    // Numbers lie over all lines, so that no region loses its own.
    canvas.write(order.map { .init(number: $0 + 1, region: rows[$0].region, pen: pen($0)) }, &painter)
    guard isFocused else { return }
    let drawn = drawnRegion(question, kind, canvas.frame, session: session)
    if let drawn {
      let color = Self.color(of: drawn.label, kind)
      canvas.draw(drawn, RegionPen(color: color, isHeavy: true, isBroken: false, handle: nil), &painter)
    }
    guard regions.cursor != nil || drawn != nil, regions.handle == nil else { return }
    let cursor = regionCursor(canvas.frame)
    canvas.drawCursor(x: cursor.x, y: cursor.y, &painter)
  }

  /// The look of a label: by its place among the question's.
  static func color(of label: String, _ kind: BoxesQuestion) -> RegionColor {
    RegionColor(place: kind.labels.firstIndex { $0.name == label } ?? 0)
  }

  /// `x 120 y 44`: where the cursor stands, or where and how large what is chosen is; empty for neither.
  func regionWords(_ session: Session) -> String {
    if regions.handle != nil || regions.cursor == nil, let row = selectedRow(session) {
      return RegionWords.place(of: row.region)
    }
    guard let cursor = regions.cursor else { return "" }
    let place = PictureWords.place(cursor)
    guard let (question, kind) = boxes(session), let frame = regions.picture.flatMap({ pictures.slots[$0]?.frame }),
      let bounds = drawnRegion(question, kind, frame, session: session)?.bounds
    else { return place }
    return "\(place)   \(Int(bounds.right - bounds.left)) x \(Int(bounds.bottom - bounds.top))"
  }
}
