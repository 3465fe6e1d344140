import PostilCore
import PostilModel
import PostilPictures
import PostilScreen

extension Desk {
  /// The regions of a picture and the cursor as lines over it, where the terminal shows real pixels.
  func regionLines(_ index: Int, frame: PictureFrame?, session: Session) -> [PictureLine] {
    let item = pictures.items[index]
    let asked = session.questions.filter { $0.kind is BoxesQuestion && $0.about == item.field }
    guard let question = asked.first(where: { $0.name == regions.question }) ?? asked.first,
      let kind = question.kind as? BoxesQuestion
    else { return [] }
    let isFocused = regions.question == question.name
    var lines: [PictureLine] = []
    var chosenComesLast = false
    for (place, row) in regionRows(of: question, session).enumerated() where !regions.hidden.contains(place) {
      let isChosen = isFocused && place == regions.selected
      var outline = line(row.region, kind, width: isChosen ? 4 : 2)
      outline.isBroken = row.proposal != nil
      outline.number = place + 1
      // What is chosen lies over the others.
      lines.insert(outline, at: lines.count - (chosenComesLast ? 1 : 0))
      chosenComesLast = chosenComesLast || isChosen
    }
    guard isFocused, let frame else { return lines }
    let cursor = regionCursor(frame)
    if let first = regions.corners.first {
      let last = RegionPoint(x: Double(cursor.x), y: Double(cursor.y))
      let shape = kind.shapes[min(regions.shape, kind.shapes.count - 1)]
      let points = shape == .box ? Self.box(first, last) : regions.corners + [last]
      let label = kind.labels.isEmpty ? "" : regions.label ?? kind.labels[0].name
      lines.append(line(Region(label: label, shape: shape, points: points), kind, width: 3))
    }
    guard regions.cursor != nil || !regions.corners.isEmpty, regions.handle == nil else { return lines }
    let (x, y) = (Double(cursor.x) + 0.5, Double(cursor.y) + 0.5)
    let (across, down) = (frame.scale.value, frame.rowScale.value / 2)
    let ends = [
      (PixelPoint(x: x - across, y: y), PixelPoint(x: x + across, y: y)),
      (PixelPoint(x: x, y: y - down), PixelPoint(x: x, y: y + down)),
    ]
    return lines + ends.map { PictureLine(points: [$0, $1], isClosed: false, color: 0xFFFFFF, width: 1) }
  }

  private func line(_ region: Region, _ kind: BoxesQuestion, width: Int) -> PictureLine {
    PictureLine(around: region, color: Self.color(of: region.label, kind), width: width)
  }
}
