import PostilCore
import PostilModel
public import PostilPictures
import PostilScreen

extension Desk {
  /// The pictures that the last screen wants decoded, most wanted first.
  public var wantedPictures: [PictureRequest] { pictures.wanted }

  /// Follows the session: the pictures of the task before the annotator.
  mutating func followPictures(_ now: Seen, session: Session) {
    followRegions(now, session: session)
    guard now.task != seen.task || now.isLoaded != seen.isLoaded else { return }
    pictures.begin(session.current?.task.map { PictureItem.items(of: $0, project: session.project) } ?? [])
    pictures.wanted = []
  }

  /// Why a command for pictures does nothing; nil when it does something.
  func reasonForPictures(_ command: Command) -> String? {
    if !hasPictures { return "This project has no pictures." }
    if command == .contactSheet || pictures.sheet != nil { return nil }
    if pictures.items.isEmpty { return "This task has no picture." }
    switch command {
    case .nextPicture, .previousPicture: return pictures.items.count < 2 ? "This task has one picture." : nil
    case .zoomIn, .zoomOut, .fitPicture, .fillPane, .onePixel, .panLeft, .panRight, .panUp, .panDown:
      return pictures.slot?.frame == nil ? "There is no picture to look at yet." : nil
    case .nextFrame, .previousFrame:
      return pictures.lastShown[pictures.focused]?.info.isAnimated == true ? nil : "This picture does not move."
    case .windowLower, .windowHigher, .windowNarrower, .windowWider:
      return pictures.lastShown[pictures.focused]?.info.isDeep == true ? nil : "This picture is not 16-bit grey."
    default: return nil
    }
  }

  /// Does a command for pictures; nil for others.
  mutating func runOnPictures(_ command: Command, session: Session) -> [Intent]? {
    switch command {
    case .zoomIn: zoomPicture(pictures.focused, isNearer: true, towards: regionPlace(session))
    case .zoomOut: zoomPicture(pictures.focused, isNearer: false)
    case .fitPicture: pictures.look.view = PictureView()
    case .fillPane: pictures.look.view = PictureView(zoom: .fill, center: pictures.look.view.center)
    case .onePixel: look(at: PictureScale(pixels: 1, columns: 1))
    case .panLeft: pan(across: -1, down: 0)
    case .panRight: pan(across: 1, down: 0)
    case .panUp: pan(across: 0, down: -1)
    case .panDown: pan(across: 0, down: 1)
    case .nextPicture: stepPicture(by: 1)
    case .previousPicture: stepPicture(by: -1)
    case .nextFrame: pictures.look.frame += 1
    case .previousFrame: pictures.look.frame = max(0, pictures.look.frame - 1)
    case .wholeScreen: return toggleWholeScreen()
    case .contactSheet: return toggleSheet()
    default: return adjustPictures(command)
    }
    return []
  }

  private mutating func stepPicture(by distance: Int) {
    let count = pictures.items.count
    pictures.focused = (pictures.focused + distance + count) % count
  }

  private mutating func toggleWholeScreen() -> [Intent] {
    pictures.isZoomed.toggle()
    return pictures.isZoomed ? setFocus(.task) : []
  }

  // MARK: Near and far

  private func look(at scale: PictureScale, _ frame: PictureFrame, _ center: PixelPoint?) -> PictureView {
    PictureView(zoom: .scale(scale), center: center ?? Self.center(of: frame))
  }

  private mutating func look(at scale: PictureScale) {
    guard let frame = pictures.slot?.frame else { return }
    pictures.look.view = look(at: scale, frame, pictures.look.view.center)
  }

  /// The place in the middle of what is shown.
  static func center(of frame: PictureFrame) -> PixelPoint {
    PixelPoint(
      x: Double(frame.originX) + Double(frame.columns) * frame.scale.value / 2,
      y: Double(frame.originY) + Double(frame.rows) * frame.rowScale.value / 2)
  }

  /// Twice as near or as far; where the mouse is, the place below it stays. Without it, one goes nearer to what is wanted.
  mutating func zoomPicture(_ place: Int, isNearer: Bool, at mouse: Key.Mouse? = nil, towards wanted: PixelPoint? = nil)
  {
    guard pictures.slots.indices.contains(place), let frame = pictures.slots[place].frame else { return }
    pictures.focused = place
    let scale = isNearer ? frame.scale.times(1, 2) : frame.scale.times(2, 1)
    var center = Self.center(of: frame)
    if let mouse {
      let area = pictures.slots[place].area
      let x = Double(frame.x(ofColumn: mouse.x - area.x))
      let y = Double(frame.y(ofRow: mouse.y - area.y))
      let ratio = isNearer ? 0.5 : 2
      center = PixelPoint(x: x + (center.x - x) * ratio, y: y + (center.y - y) * ratio)
    } else if isNearer, place == regions.picture, let wanted {
      center = wanted
    }
    let whole = PictureFrame(
      picture: frame.picture, columns: pictures.slots[place].area.width, rows: pictures.slots[place].area.height,
      cell: pictures.slots[place].request.cell, view: PictureView())
    pictures.look.view =
      !isNearer && scale >= whole.scale ? PictureView() : PictureView(zoom: .scale(scale), center: center)
  }

  /// Looks a quarter of the pane further.
  private mutating func pan(across: Int, down: Int) {
    guard let slot = pictures.slot, let frame = slot.frame else { return }
    guard !frame.isWhole else { return say("All of the picture is on the screen.") }
    var center = Self.center(of: frame)
    center.x += Double(across) * max(1, Double(frame.columns) * frame.scale.value / 4)
    center.y += Double(down) * max(1, Double(frame.rows) * frame.rowScale.value / 4)
    let zoom = pictures.look.view.zoom
    pictures.look.view = PictureView(zoom: zoom == .fit ? .scale(frame.scale) : zoom, center: center)
    // The place is kept within the picture, so that the way back begins at once.
    let moved = PictureFrame(
      picture: frame.picture, columns: slot.area.width, rows: slot.area.height, cell: slot.request.cell,
      view: pictures.look.view)
    pictures.look.view.center = Self.center(of: moved)
  }
}
