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
    regions.cursor ?? frame.middlePixel
  }

  /// Moves the cursor, the chosen region, or one of its sides.
  mutating func move(_ step: RegionStep, _ question: Question, session: Session) -> [Intent] {
    guard let frame = regionFrame else { return [] }
    if regions.handle != nil, selectedRow(session)?.place != nil {
      return moveHeld(step, frame, question, session: session)
    }
    let from = regionCursor(frame)
    let to =
      switch step.unit {
      case .pixel: frame.within(.init(x: from.x + step.across, y: from.y + step.down))
      case .cells(let count):
        frame.pixel(from: from, cellsAcross: step.across * count, cellsDown: step.down * count)
      }
    regions.cursor = to
    if begunRegion(session) == nil { regions.selected = nil }
    if let picture = regions.picture { pictures.reveal(picture, to) }
    return []
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
    let region = ownRegions(question, session)[place]
    guard let moved = region.moved(handle, x: Double(x), y: Double(y), within: frame.picture) else {
      say("It cannot be moved further.")
      return []
    }
    guard moved != region else {
      say(handle == .left || handle == .right ? "This side moves left and right." : "This side moves up and down.")
      return []
    }
    reveal(moved)
    return answer(question, session, label: "region \(place + 1) moved") { $0.regions?[place] = moved }
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
    var begun = begunRegion(session) ?? .init(shape: penShape(kind), points: [])
    if begun.points.isEmpty { regions.selected = nil }
    begun.points.append(Self.corner(of: begun.shape, at: cursor, in: frame.picture))
    switch begun.shape {
    case .point: return finish(begun, question, kind, session: session)
    case .box where begun.points.count == 2: return finish(begun, question, kind, session: session)
    default: return goOn(question, session, part: Self.drawing, label: "drawing") { $0.begun = begun }
    }
  }

  /// Where a corner is put: at the pixel's own, but along the picture's last pixels at its edge, so that lines reach it. A box
  /// holds its last pixel anyway, and a point names one.
  static func corner(of shape: RegionShape, at pixel: PictureRequest.Probe, in size: PixelSize) -> RegionPoint {
    var corner = RegionPoint(x: Double(pixel.x), y: Double(pixel.y))
    guard shape == .polygon || shape == .line else { return corner }
    if pixel.x == size.width - 1 { corner.x = Double(size.width) }
    if pixel.y == size.height - 1 { corner.y = Double(size.height) }
    return corner
  }

  /// Ends what is drawn: it becomes a region with the label that is given now.
  mutating func finish(
    _ begun: RegionDraft.Begun, _ question: Question, _ kind: BoxesQuestion, session: Session
  ) -> [Intent] {
    guard begun.shape.counts.contains(begun.points.count) else {
      say("A \(begun.shape.rawValue) wants at least \(begun.shape.counts.lowerBound) corners.")
      return []
    }
    var points = begun.points
    if begun.shape == .box { points = Self.box(points[0], points[1]) }
    return add(
      Region(label: penLabel(question, kind), shape: begun.shape, points: points), question, session: session)
  }

  /// What is being drawn by keys or by mouse, as it would be if the cursor were its last corner.
  func drawnRegion(_ question: Question, _ kind: BoxesQuestion, _ frame: PictureFrame, session: Session) -> Region? {
    var begun = begunRegion(session)
    if let drag = regions.drag, drag.kind == .box, drag.hasMoved {
      begun = .init(shape: .box, points: [RegionPoint(x: Double(drag.start.x), y: Double(drag.start.y))])
    }
    guard let begun, let first = begun.points.first else { return nil }
    let last = Self.corner(of: begun.shape, at: regionCursor(frame), in: frame.picture)
    let points = begun.shape == .box ? Self.box(first, last) : begun.points + [last]
    return Region(label: penLabel(question, kind), shape: begun.shape, points: points)
  }

  /// The box that holds two pixels and all between them.
  static func box(_ one: RegionPoint, _ other: RegionPoint) -> [RegionPoint] {
    [
      RegionPoint(x: min(one.x, other.x), y: min(one.y, other.y)),
      RegionPoint(x: max(one.x, other.x) + 1, y: max(one.y, other.y) + 1),
    ]
  }

  // MARK: What is shown

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
    guard let picture = regions.picture else { return }
    pictures.reveal(
      picture, .init(x: Int((bounds.left + bounds.right) / 2), y: Int((bounds.top + bounds.bottom) / 2)))
  }
}
