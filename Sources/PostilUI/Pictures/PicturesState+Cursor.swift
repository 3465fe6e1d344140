import PostilPictures
import PostilScreen

/// A cursor on a picture, for whoever wants to know a place or a colour.
extension PicturesState {
  /// Shows the cursor in the middle of what is seen, or takes it away.
  mutating func toggleCursor() {
    guard let frame = slot?.frame else { return }
    look.cursor = look.cursor == nil ? frame.middlePixel : nil
  }

  /// Moves the cursor by cells, and the picture with it.
  mutating func moveCursor(from pixel: PictureRequest.Probe, across: Int, down: Int) {
    guard let frame = slot?.frame else { return }
    let pixel = frame.pixel(from: pixel, cellsAcross: across, cellsDown: down)
    look.cursor = pixel
    reveal(focused, pixel)
  }

  /// Puts the cursor under the mouse.
  mutating func point(_ picture: Int, at mouse: Key.Mouse) {
    guard let slot = slots[picture],
      let pixel = slot.frame?.pixel(column: mouse.x - slot.area.x, row: mouse.y - slot.area.y)
    else { return }
    focused = picture
    look.cursor = pixel
  }

  /// Moves what is seen so that a pixel is on the screen, not at its very edge.
  mutating func reveal(_ picture: Int, _ pixel: PictureRequest.Probe) {
    guard let frame = slots[picture]?.frame, !frame.isWhole else { return }
    let column = frame.column(ofPixel: pixel.x) - frame.left
    let row = frame.row(ofPixel: pixel.y) - frame.top
    guard column < 1 || row < 1 || column >= frame.columns - 1 || row >= frame.rows - 1 else { return }
    var center = Self.center(of: frame)
    let (width, height) = (Double(frame.columns) * frame.scale.value, Double(frame.rows) * frame.rowScale.value)
    if column < 1 { center.x = Double(pixel.x) + width / 4 }
    if column >= frame.columns - 1 { center.x = Double(pixel.x) - width / 4 }
    if row < 1 { center.y = Double(pixel.y) + height / 4 }
    if row >= frame.rows - 1 { center.y = Double(pixel.y) - height / 4 }
    move(picture, to: center)
  }
}
