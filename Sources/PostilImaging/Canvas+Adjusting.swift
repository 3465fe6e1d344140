import PostilPictures

extension Canvas {
  /// Changes the colours of what is on the canvas.
  ///
  /// - Parameters:
  ///   - stretches: whether the tones that are there are stretched to all that can be shown.
  ///   - histogram: of the whole picture, so that a part looks as it does in the whole.
  mutating func adjust(_ adjustment: PictureAdjustment, stretches: Bool, histogram: @autoclosure () -> [Int]) {
    var untouched = adjustment
    untouched.blackPoint = nil
    untouched.whitePoint = nil
    if untouched.isNone, !stretches { return }
    if adjustment.channel != .all || adjustment.isFalseColour { reduce(to: adjustment.channel) }
    let needsHistogram = adjustment.isEqualised || stretches
    let steps = Self.steps(adjustment, stretches: stretches, histogram: needsHistogram ? histogram() : [])
    let colors = adjustment.isFalseColour ? FalseColour.scale : []
    bytes.withUnsafeMutableBufferPointer { bytes in
      for at in stride(from: 0, to: bytes.count, by: 4) {
        for channel in at..<at + 3 { bytes[channel] = steps[Int(bytes[channel])] }
        guard !colors.isEmpty else { continue }
        let color = colors[Int(bytes[at])]
        bytes[at] = color.red
        bytes[at + 1] = color.green
        bytes[at + 2] = color.blue
      }
    }
  }

  /// One channel in the place of all three.
  private mutating func reduce(to channel: PictureAdjustment.Channel) {
    bytes.withUnsafeMutableBufferPointer { bytes in
      for at in stride(from: 0, to: bytes.count, by: 4) {
        let value: UInt8 =
          switch channel {
          case .red: bytes[at]
          case .green: bytes[at + 1]
          case .blue: bytes[at + 2]
          case .all, .light: UInt8(Lightness.of(bytes[at], bytes[at + 1], bytes[at + 2]))
          }
        bytes[at] = value
        bytes[at + 1] = value
        bytes[at + 2] = value
      }
    }
  }

  /// What each value from 0 to 255 becomes: spread by the histogram, then gamma, contrast, brightness, at last inverted.
  private static func steps(_ adjustment: PictureAdjustment, stretches: Bool, histogram: [Int]) -> [UInt8] {
    let spread = adjustment.isEqualised ? equalising(histogram) : stretches ? stretching(histogram) : []
    let factor =
      adjustment.contrast >= 0
      ? 1 + Double(adjustment.contrast) / 25 : 1 + Double(adjustment.contrast) / 100
    return (0...255).map { value in
      var level = Double(spread.isEmpty ? value : spread[value]) / 255
      level = Power.of(level, 100 / Double(adjustment.gamma))
      level = (level - 0.5) * factor + 0.5 + Double(adjustment.brightness) / 100
      let step = UInt8(min(max(0, level), 1) * 255 + 0.5)
      return adjustment.isInverted ? 255 - step : step
    }
  }

  /// Contrast stretching: what all but the rarest fiftieth at either end have is spread over all values. Nothing where that
  /// is next to one value.
  /// R. C. Gonzalez, R. E. Woods, Digital Image Processing, 3.2.4.
  private static func stretching(_ histogram: [Int]) -> [Int] {
    let rare = histogram.reduce(0, +) / 50
    func bound(_ values: some Sequence<Int>) -> Int? {
      var seen = 0
      return values.first { value in
        seen += histogram[value]
        return seen > rare
      }
    }
    guard let low = bound(histogram.indices), let high = bound(histogram.indices.reversed()), high - low >= 8 else {
      return []
    }
    return histogram.indices.map { min(255, max(0, ($0 - low) * 255 / (high - low))) }
  }

  /// Histogram equalisation: a value becomes the share of pixels that are not lighter.
  /// R. C. Gonzalez, R. E. Woods, Digital Image Processing, 3.3.1.
  private static func equalising(_ histogram: [Int]) -> [Int] {
    guard histogram.count == 256, let darkest = histogram.first(where: { $0 > 0 }) else { return [] }
    let total = histogram.reduce(0, +)
    guard total > darkest else { return [] }
    var seen = 0
    return histogram.map { count in
      seen += count
      return max(0, seen - darkest) * 255 / (total - darkest)
    }
  }
}
