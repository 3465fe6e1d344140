import PostilCore
import PostilModel
import PostilPictures
import PostilScreen

/// The cursor in the picture, and what it draws.
extension Desk {
  /// The picture of the question for regions, as it stands on the screen.
  private var regionFrame: PictureFrame? {
    regions.picture.flatMap { pictures.slots[$0]?.frame }
  }

  /// The pixel under the cursor; in the middle of what is shown before it has been moved.
  func regionCursor(_ frame: PictureFrame) -> PictureRequest.Probe {
    regions.cursor
      ?? PictureRequest.Probe(
        x: frame.x(ofColumn: frame.left + frame.columns / 2), y: frame.y(ofRow: frame.top + frame.rows / 2))
  }

  /// Moves the cursor, the chosen region, or one of its sides.
  mutating func move(_ step: RegionStep, _ question: Question, session: Session) -> [Intent] {
    guard let frame = regionFrame else { return [] }
    if regions.handle != nil, selectedRow(session)?.place != nil {
      return moveHeld(step, frame, question, session: session)
    }
    let from = regionCursor(frame)
    var to = from
    switch step.unit {
    case .pixel: to = .init(x: from.x + step.across, y: from.y + step.down)
    case .cells(let count):
      // A cell that is smaller than a pixel goes on to the next pixel.
      if step.across != 0 {
        to.x =
          frame.scale.magnifies
          ? from.x + step.across * count
          : frame.originX + Self.pixel(frame.column(ofPixel: from.x) - frame.left + step.across * count, frame.scale)
      }
      if step.down != 0 {
        to.y =
          frame.rowScale.magnifies
          ? from.y + step.down * count
          : frame.originY + Self.pixel(frame.row(ofPixel: from.y) - frame.top + step.down * count, frame.rowScale)
      }
    }
    to.x = min(max(0, to.x), frame.picture.width - 1)
    to.y = min(max(0, to.y), frame.picture.height - 1)
    regions.cursor = to
    if regions.corners.isEmpty { regions.selected = nil }
    reveal(x: to.x, y: to.y)
    return []
  }

  /// The pixel in the middle of a cell, counted from the first one shown; beyond the pane too.
  private static func pixel(_ cell: Int, _ scale: PictureScale) -> Int {
    Int((Double(2 * cell + 1) * scale.value / 2).rounded(.down))
  }

  /// Moves what is held by whole pixels: as many as a cell shows, at least one.
  private mutating func moveHeld(
    _ step: RegionStep, _ frame: PictureFrame, _ question: Question, session: Session
  ) -> [Intent] {
    guard let handle = regions.handle, let place = selectedRow(session)?.place else { return [] }
    var (x, y) = (step.across, step.down)
    if case .cells(let count) = step.unit {
      x *= count * max(1, Int(frame.scale.value.rounded()))
      y *= count * max(1, Int(frame.rowScale.value.rounded()))
    }
    var list = ownRegions(question, session)
    guard let moved = list[place].moved(handle, x: Double(x), y: Double(y), within: frame.picture) else {
      say("It cannot be moved further.")
      return []
    }
    guard moved != list[place] else {
      say(handle == .left || handle == .right ? "This side moves left and right." : "This side moves up and down.")
      return []
    }
    list[place] = moved
    reveal(moved)
    return answer(list, question, label: "region \(place + 1) moved")
  }

  // MARK: Corners

  /// Puts a corner at the cursor.
  mutating func placeCorner(_ question: Question, _ kind: BoxesQuestion, session: Session) -> [Intent] {
    guard let frame = regionFrame else { return [] }
    if regions.handle != nil {
      regions.handle = nil
      return []
    }
    let cursor = regionCursor(frame)
    regions.cursor = cursor
    let corner = RegionPoint(x: Double(cursor.x), y: Double(cursor.y))
    let shape = kind.shapes[min(regions.shape, kind.shapes.count - 1)]
    if regions.corners.isEmpty { regions.selected = nil }
    regions.corners.append(corner)
    switch shape {
    case .point: return finishRegion(question, kind, session: session)
    case .box where regions.corners.count == 2: return finishRegion(question, kind, session: session)
    default: return []
    }
  }

  /// Ends what is drawn: it becomes a region with the label that is given now.
  mutating func finishRegion(_ question: Question, _ kind: BoxesQuestion, session: Session) -> [Intent] {
    let shape = kind.shapes[min(regions.shape, kind.shapes.count - 1)]
    guard shape.counts.contains(regions.corners.count) else {
      say("A \(shape.rawValue) wants at least \(shape.counts.lowerBound) corners.")
      return []
    }
    let label = kind.labels.isEmpty ? "" : regions.label ?? kind.labels[0].name
    var points = regions.corners
    if shape == .box { points = Self.box(points[0], points[1]) }
    regions.corners = []
    return add(Region(label: label, shape: shape, points: points), question, session: session)
  }

  /// The box that holds two pixels and all between them.
  static func box(_ one: RegionPoint, _ other: RegionPoint) -> [RegionPoint] {
    [
      RegionPoint(x: min(one.x, other.x), y: min(one.y, other.y)),
      RegionPoint(x: max(one.x, other.x) + 1, y: max(one.y, other.y) + 1),
    ]
  }

  // MARK: What is shown

  /// Moves the view so that a pixel is on the screen.
  private mutating func reveal(x: Int, y: Int) {
    guard let picture = regions.picture, let frame = regionFrame, !frame.isWhole else { return }
    let column = frame.column(ofPixel: x) - frame.left
    let row = frame.row(ofPixel: y) - frame.top
    guard column < 1 || row < 1 || column >= frame.columns - 1 || row >= frame.rows - 1 else { return }
    var center = PicturesState.center(of: frame)
    let (width, height) = (Double(frame.columns) * frame.scale.value, Double(frame.rows) * frame.rowScale.value)
    if column < 1 { center.x = Double(x) + width / 4 }
    if column >= frame.columns - 1 { center.x = Double(x) - width / 4 }
    if row < 1 { center.y = Double(y) + height / 4 }
    if row >= frame.rows - 1 { center.y = Double(y) - height / 4 }
    pictures.move(picture, to: center)
  }

  /// The place that keys are about: the middle of the chosen region, else the cursor; nil for neither.
  func regionPlace(_ session: Session) -> PixelPoint? {
    if let region = selectedRow(session)?.region {
      let bounds = region.bounds
      return PixelPoint(x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2)
    }
    return regions.cursor.map { PixelPoint(x: Double($0.x), y: Double($0.y)) }
  }

  /// Moves the view so that the middle of a region is on the screen.
  mutating func reveal(_ region: Region) {
    let bounds = region.bounds
    reveal(x: Int((bounds.left + bounds.right) / 2), y: Int((bounds.top + bounds.bottom) / 2))
  }
}
