import PostilPictures

extension Canvas {
  /// Draws lines over what is there; each with a dark seam, so that it is seen on any picture.
  mutating func draw(_ lines: [PictureLine], frame: PictureFrame, pixelsAColumn: Int, pixelsARow: Int) {
    let across = Double(pixelsAColumn) / frame.scale.value
    let down = Double(pixelsARow) / frame.rowScale.value
    for line in lines {
      let corners = line.points.map { point in
        (x: (point.x - Double(frame.originX)) * across, y: (point.y - Double(frame.originY)) * down)
      }
      guard let first = corners.first, let last = corners.last else { continue }
      var ends = Array(zip(corners, corners.dropFirst()))
      if line.isClosed || corners.count == 1 { ends.append((last, first)) }
      for (isSeam, width) in [(true, line.width + 2), (false, line.width)] {
        for (start, end) in ends { stroke(start, end, width: width, color: isSeam ? 0 : line.color) }
      }
    }
  }

  private mutating func stroke(
    _ start: (x: Double, y: Double), _ end: (x: Double, y: Double), width strokeWidth: Int, color: UInt32
  ) {
    guard let (start, end) = Clipping.segment(start, end, width: Double(width), height: Double(height)) else { return }
    let steps = max(1, Int(max(abs(end.x - start.x), abs(end.y - start.y)).rounded(.up)))
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      dot(
        x: Int(start.x + (end.x - start.x) * share) - strokeWidth / 2,
        y: Int(start.y + (end.y - start.y) * share) - strokeWidth / 2, side: strokeWidth, color: color)
    }
  }

  private mutating func dot(x: Int, y: Int, side: Int, color: UInt32) {
    for row in max(0, y)..<max(0, min(height, y + side), max(0, y)) {
      for column in max(0, x)..<max(0, min(width, x + side), max(0, x)) {
        let at = (row * width + column) * 4
        bytes[at] = UInt8(truncatingIfNeeded: color >> 16)
        bytes[at + 1] = UInt8(truncatingIfNeeded: color >> 8)
        bytes[at + 2] = UInt8(truncatingIfNeeded: color)
        bytes[at + 3] = 255
      }
    }
  }
}
