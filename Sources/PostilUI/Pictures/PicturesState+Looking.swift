import PostilCore
import PostilPictures
import PostilScreen

/// Near and far, here and there, by keys and by mouse.
extension PicturesState {
  /// What is done to one picture that is looked at, and not to a sheet of them.
  static let ofOnePicture: Set<Command> = [
    .pictureCursor, .nextPicture, .previousPicture, .nextFrame, .previousFrame, .fitPicture, .fillPane, .onePixel,
    .panLeft, .panRight,
    .panUp, .panDown, .windowLower, .windowHigher, .windowNarrower, .windowWider,
  ]

  /// Why a command for pictures does nothing; nil when it does something.
  func reason(against command: Command) -> String? {
    if command == .contactSheet { return hasSheet ? nil : "The sheet of pictures belongs to the annotating desk." }
    if items.isEmpty { return "This task has no picture." }
    switch command {
    case .nextPicture, .previousPicture: return items.count < 2 ? "This task has one picture." : nil
    case .zoomIn, .zoomOut, .fitPicture, .fillPane, .onePixel, .pictureCursor:
      return slot?.frame == nil ? "There is no picture to look at yet." : nil
    case .panLeft, .panRight, .panUp, .panDown:
      guard let frame = slot?.frame else { return "There is no picture to look at yet." }
      return frame.isWhole && look.cursor == nil ? "All of the picture is on the screen." : nil
    case .nextFrame, .previousFrame:
      return lastShown[focused]?.info.isAnimated == true ? nil : "This picture does not move."
    case .windowLower, .windowHigher, .windowNarrower, .windowWider:
      return lastShown[focused]?.info.isDeep == true ? nil : "This picture is not 16-bit grey."
    default: return nil
    }
  }

  /// Does what a command says about the pictures. False for commands that say nothing about them.
  ///
  /// - Parameter wanted: the place in the focused picture that keys are about, to which one goes nearer.
  mutating func run(_ command: Command, towards wanted: PixelPoint? = nil) -> Bool {
    switch command {
    case .zoomIn: zoom(focused, isNearer: true, towards: wanted)
    case .zoomOut: zoom(focused, isNearer: false)
    case .fitPicture: look.view = PictureView()
    case .fillPane: look.view = PictureView(zoom: .fill, center: look.view.center)
    case .onePixel:
      guard let frame = slot?.frame else { return true }
      look.view = PictureView(
        zoom: .scale(PictureScale(pixels: 1, columns: 1)), center: look.view.center ?? Self.center(of: frame))
    case .panLeft: pan(across: -1, down: 0)
    case .panRight: pan(across: 1, down: 0)
    case .panUp: pan(across: 0, down: -1)
    case .panDown: pan(across: 0, down: 1)
    case .pictureCursor: toggleCursor()
    case .nextPicture: step(by: 1)
    case .previousPicture: step(by: -1)
    case .nextFrame: stepFrame(by: 1)
    case .previousFrame: stepFrame(by: -1)
    case .wholeScreen: isZoomed.toggle()
    default: return adjust(command)
    }
    return true
  }

  /// Behind the last frame comes the first, and before the first the last.
  private mutating func stepFrame(by distance: Int) {
    let count = lastShown[focused]?.info.frames ?? 1
    look.frame = (look.frame + distance + count) % count
  }

  private mutating func step(by distance: Int) {
    guard !items.isEmpty else { return }
    focused = (focused + distance + items.count) % items.count
  }

  /// The place in the middle of what is shown.
  static func center(of frame: PictureFrame) -> PixelPoint {
    PixelPoint(
      x: Double(frame.originX) + Double(frame.columns) * frame.scale.value / 2,
      y: Double(frame.originY) + Double(frame.rows) * frame.rowScale.value / 2)
  }

  /// Twice as near or as far; where the mouse is, the place below it stays. Without it, one goes nearer to what is wanted.
  mutating func zoom(
    _ picture: Int, isNearer: Bool, at mouse: Key.Mouse? = nil, towards wanted: PixelPoint? = nil
  ) {
    guard let slot = slots[picture], let frame = slot.frame else { return }
    focused = picture
    let scale = isNearer ? frame.scale.times(1, 2) : frame.scale.times(2, 1)
    var center = Self.center(of: frame)
    if let mouse {
      let x = Double(frame.x(ofColumn: mouse.x - slot.area.x))
      let y = Double(frame.y(ofRow: mouse.y - slot.area.y))
      let ratio = isNearer ? 0.5 : 2
      center = PixelPoint(x: x + (center.x - x) * ratio, y: y + (center.y - y) * ratio)
    } else if isNearer, let wanted {
      center = wanted
    }
    let whole = PictureFrame(
      picture: frame.picture, columns: slot.area.width, rows: slot.area.height, cell: slot.request.cell,
      view: PictureView())
    look.view = !isNearer && scale >= whole.scale ? PictureView() : PictureView(zoom: .scale(scale), center: center)
  }

  /// Looks a quarter of the pane further.
  private mutating func pan(across: Int, down: Int) {
    guard let frame = slot?.frame else { return }
    if let cursor = look.cursor { return moveCursor(from: cursor, across: across, down: down) }
    var center = Self.center(of: frame)
    center.x += Double(across) * max(1, Double(frame.columns) * frame.scale.value / 4)
    center.y += Double(down) * max(1, Double(frame.rows) * frame.rowScale.value / 4)
    move(focused, to: center)
  }

  /// Brings a place into the middle as far as the picture goes.
  mutating func move(_ picture: Int, to center: PixelPoint) {
    guard let slot = slots[picture], let frame = slot.frame else { return }
    var look = look(at: picture)
    look.view = PictureView(zoom: look.view.zoom == .fit ? .scale(frame.scale) : look.view.zoom, center: center)
    // The place is kept within the picture, so that the way back begins at once.
    let moved = PictureFrame(
      picture: frame.picture, columns: slot.area.width, rows: slot.area.height, cell: slot.request.cell,
      view: look.view)
    look.view.center = Self.center(of: moved)
    see(picture, look)
  }

  // MARK: The mouse

  /// The mouse takes hold of a picture that is larger than its pane. False where all of it is seen.
  @discardableResult
  mutating func grab(_ picture: Int, _ mouse: Key.Mouse) -> Bool {
    guard let frame = slots[picture]?.frame, !frame.isWhole else { return false }
    grip = Grip(picture: picture, x: mouse.x, y: mouse.y, center: Self.center(of: frame))
    return true
  }

  /// What was taken hold of goes with the mouse.
  mutating func drag(to mouse: Key.Mouse) {
    guard let grip, let frame = slots[grip.picture]?.frame else { return }
    move(
      grip.picture,
      to: PixelPoint(
        x: grip.center.x - Double(mouse.x - grip.x) * frame.scale.value,
        y: grip.center.y - Double(mouse.y - grip.y) * frame.rowScale.value))
  }
}
