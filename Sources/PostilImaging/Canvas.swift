import CImaging
import PostilPictures

/// The pixels that become cells or a terminal's own picture: red, green, blue and alpha, row by row.
struct Canvas {
  let width: Int
  let height: Int
  var bytes: [UInt8]

  /// A transparent canvas.
  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    bytes = [UInt8](repeating: 0, count: width * height * 4)
  }

  /// Draws the part of a picture that a frame shows, so many pixels of the canvas a column and a row. A last cell that the
  /// picture fills in part is filled with its edge.
  mutating func draw(
    _ picture: DecodedPicture, frame: PictureFrame, window: GreyWindow, pixelsAColumn: Int, pixelsARow: Int
  ) throws(PictureProblem) {
    var across = ci_axis(
      origin: Int64(frame.originX), pixels: Int64(frame.scale.pixels),
      parts: Int64(frame.scale.columns * pixelsAColumn), whole: Int32(frame.picture.width),
      decoded: Int32(picture.width))
    var down = ci_axis(
      origin: Int64(frame.originY), pixels: Int64(frame.rowScale.pixels),
      parts: Int64(frame.rowScale.columns * pixelsARow), whole: Int32(frame.picture.height),
      decoded: Int32(picture.height))
    let check = Int32(max(4, pixelsARow))
    var state: Int32 = 0
    bytes.withUnsafeMutableBufferPointer { target in
      picture.withPixels(window: window) { pixels, channels, stride in
        state = ci_draw(
          pixels, Int32(channels), Int32(stride), &across, &down, target.baseAddress, Int32(width), Int32(height),
          check)
      }
    }
    guard state == 0 else { throw PictureProblem("there is not memory enough to draw it") }
  }

  /// The canvas as half and quarter blocks.
  func cells(columns: Int, rows: Int, colors: Int32) -> [PictureCell] {
    var cells = [ci_cell](repeating: ci_cell(), count: columns * rows)
    ci_cells(bytes, Int32(width), Int32(height), Int32(columns), Int32(rows), colors, &cells)
    return cells.map { PictureCell(scalar: $0.scalar, foreground: $0.foreground, background: $0.background) }
  }

  /// The canvas as a ramp of ASCII: the lighter, the fuller, as terminals are dark.
  func asciiCells(columns: Int, rows: Int) -> [PictureCell] {
    let ramp = Array(" .:-=+*#%@".utf8)
    let (across, down) = (width / columns, height / rows)
    var cells: [PictureCell] = []
    cells.reserveCapacity(columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        var sum = 0
        for y in row * down..<(row + 1) * down {
          for x in column * across..<(column + 1) * across {
            let at = (y * width + x) * 4
            sum += Lightness.of(bytes[at], bytes[at + 1], bytes[at + 2]) * Int(bytes[at + 3]) / 255
          }
        }
        let mean = sum / (across * down)
        cells.append(PictureCell(scalar: UInt32(ramp[min(ramp.count - 1, mean * ramp.count / 256)])))
      }
    }
    return cells
  }

  /// The canvas as what a terminal is sent; nil when it cannot be written.
  func terminalPicture(columns: Int, rows: Int, isKitty: Bool) -> [UInt8]? {
    var count = 0
    let kind = Int32(isKitty ? CI_PIXELS_KITTY : CI_PIXELS_SIXEL)
    guard
      let found = ci_terminal_picture(
        bytes, Int32(width), Int32(height), Int32(columns), Int32(rows), kind, &count)
    else { return nil }
    defer { ci_free_bytes(found) }
    return Array(UnsafeBufferPointer(start: found, count: count))
  }
}
