import PostilPictures

extension Canvas {
  /// Draws lines over what is there; each with a dark seam, so that it is seen on any picture.
  mutating func draw(_ lines: [PictureLine], frame: PictureFrame, pixelsAColumn: Int, pixelsARow: Int) {
    let across = Double(pixelsAColumn) / frame.scale.value
    let down = Double(pixelsARow) / frame.rowScale.value
    func corners(_ line: PictureLine) -> [(x: Double, y: Double)] {
      line.points.map { point in
        (x: (point.x - Double(frame.originX)) * across, y: (point.y - Double(frame.originY)) * down)
      }
    }
    for line in lines {
      let corners = corners(line)
      guard let first = corners.first, let last = corners.last else { continue }
      var ends = Array(zip(corners, corners.dropFirst()))
      if line.isClosed || corners.count == 1 { ends.append((last, first)) }
      for (isSeam, width) in [(true, line.width + 2), (false, line.width)] {
        for (start, end) in ends {
          stroke(start, end, width: width, color: isSeam ? 0 : line.color, isBroken: line.isBroken && !isSeam)
        }
      }
    }
    // Numbers lie over all lines, so that no region loses its own.
    for line in lines {
      guard let number = line.number else { continue }
      let corners = corners(line)
      guard let left = corners.map(\.x).min(), let top = corners.map(\.y).min(),
        let right = corners.map(\.x).max(), let bottom = corners.map(\.y).max(),
        right >= 0, bottom >= 0, left < Double(width), top < Double(height)
      else { continue }
      write(number, x: Int(max(0, left)), y: Int(max(0, top)), digitHeight: max(7, pixelsARow / 2), color: line.color)
    }
  }

  /// Writes a number in strokes on a dark ground; its upper left corner is given, its digits are so high.
  private mutating func write(_ number: Int, x: Int, y: Int, digitHeight: Int, color: UInt32) {
    let stroke = max(1, digitHeight / 8)
    let margin = stroke + 1
    let digits = String(number).utf8.compactMap { Self.segments.indices.contains(Int($0) - 48) ? Int($0) - 48 : nil }
    let digitWidth = digitHeight * 4 / 7
    let step = digitWidth + stroke * 2
    let ground = (
      width: digits.count * step - stroke * 2 + stroke + margin * 2, height: digitHeight + stroke + margin * 2
    )
    fill(x: x, y: y, width: ground.width, height: ground.height, color: 0)
    for (place, digit) in digits.enumerated() {
      let corner = (x: x + margin + place * step, y: y + margin)
      for (part, segment) in Self.strokes.enumerated() where Self.segments[digit] & (1 << part) != 0 {
        let from = (x: corner.x + segment.x * digitWidth, y: corner.y + segment.y * digitHeight / 2)
        fill(
          x: from.x, y: from.y, width: (segment.isDown ? 0 : digitWidth) + stroke,
          height: (segment.isDown ? digitHeight / 2 : 0) + stroke, color: color)
      }
    }
  }

  /// The strokes of a digit: where each begins, in whole widths and half heights, and whether it goes down or right.
  private static let strokes: [(x: Int, y: Int, isDown: Bool)] = [
    (0, 0, false), (1, 0, true), (1, 1, true), (0, 2, false), (0, 1, true), (0, 0, true), (0, 1, false),
  ]

  /// Which strokes each digit has, the first stroke in the lowest bit.
  private static let segments: [UInt8] = [
    0b011_1111, 0b000_0110, 0b101_1011, 0b100_1111, 0b110_0110, 0b110_1101, 0b111_1101, 0b000_0111, 0b111_1111,
    0b110_1111,
  ]

  private mutating func stroke(
    _ start: (x: Double, y: Double), _ end: (x: Double, y: Double), width strokeWidth: Int, color: UInt32,
    isBroken: Bool
  ) {
    guard let (start, end) = Clipping.segment(start, end, width: Double(width), height: Double(height)) else { return }
    let steps = max(1, Int(max(abs(end.x - start.x), abs(end.y - start.y)).rounded(.up)))
    for step in 0...steps where !isBroken || step / 6 % 2 == 0 {
      let share = Double(step) / Double(steps)
      fill(
        x: Int(start.x + (end.x - start.x) * share) - strokeWidth / 2,
        y: Int(start.y + (end.y - start.y) * share) - strokeWidth / 2, width: strokeWidth, height: strokeWidth,
        color: color)
    }
  }

  private mutating func fill(x: Int, y: Int, width across: Int, height down: Int, color: UInt32) {
    for row in max(0, y)..<max(0, min(height, y + down), max(0, y)) {
      for column in max(0, x)..<max(0, min(width, x + across), max(0, x)) {
        let at = (row * width + column) * 4
        bytes[at] = UInt8(truncatingIfNeeded: color >> 16)
        bytes[at + 1] = UInt8(truncatingIfNeeded: color >> 8)
        bytes[at + 2] = UInt8(truncatingIfNeeded: color)
        bytes[at + 3] = 255
      }
    }
  }
}
