import PostilCore
import PostilModel
import PostilPictures
import PostilScreen

extension Desk {
  /// Draws the regions over the picture that they are about: own ones, proposed ones, what is being drawn, the cursor.
  func drawRegions(_ index: Int, _ canvas: RegionCanvas, session: Session, _ painter: inout Painter) {
    let item = pictures.items[index]
    // Another question's regions are seen too, so that nobody judges without them.
    let asked = session.questions.filter { $0.kind is BoxesQuestion && $0.about == item.field }
    guard let question = asked.first(where: { $0.name == regions.question }) ?? asked.first,
      let kind = question.kind as? BoxesQuestion
    else { return }
    let isFocused = regions.question == question.name
    let rows = regionRows(of: question, session)
    let selected = isFocused ? regions.selected : nil
    var order = rows.indices.reversed().filter { $0 != selected && !regions.hidden.contains($0) }
    if let selected, rows.indices.contains(selected) { order.append(selected) }
    func pen(_ place: Int) -> RegionPen {
      RegionPen(
        color: Self.color(of: rows[place].region.label, kind), isHeavy: place == selected,
        isBroken: rows[place].proposal != nil, handle: place == selected ? regions.handle : nil)
    }
    for place in order { canvas.draw(rows[place].region, pen(place), &painter) }
    // Numbers lie over all lines, so that no region loses its own.
    for place in order { canvas.write(place + 1, at: rows[place].region, pen(place), &painter) }
    guard isFocused else { return }
    drawBegun(kind, canvas, &painter)
    guard regions.cursor != nil || !regions.corners.isEmpty, regions.handle == nil else { return }
    let cursor = regionCursor(canvas.frame)
    canvas.drawCursor(x: cursor.x, y: cursor.y, &painter)
  }

  /// What is being drawn, as it would be if the cursor were its last corner.
  private func drawBegun(_ kind: BoxesQuestion, _ canvas: RegionCanvas, _ painter: inout Painter) {
    guard let first = regions.corners.first else { return }
    let cursor = regionCursor(canvas.frame)
    let last = RegionPoint(x: Double(cursor.x), y: Double(cursor.y))
    let shape = kind.shapes[min(regions.shape, kind.shapes.count - 1)]
    let points = shape == .box ? Self.box(first, last) : regions.corners + [last]
    let label = kind.labels.isEmpty ? "" : regions.label ?? kind.labels[0].name
    let region = Region(label: label, shape: shape, points: points)
    let pen = RegionPen(color: Self.color(of: label, kind), isHeavy: true, isBroken: false, handle: nil)
    canvas.draw(region, pen, &painter)
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
    guard let first = regions.corners.first else { return "x \(cursor.x) y \(cursor.y)" }
    let box = Self.box(first, RegionPoint(x: Double(cursor.x), y: Double(cursor.y)))
    return "x \(cursor.x) y \(cursor.y)   \(Int(box[1].x - box[0].x)) x \(Int(box[1].y - box[0].y))"
  }
}
