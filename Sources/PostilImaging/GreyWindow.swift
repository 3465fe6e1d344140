/// What is seen of grey of 16 bits: the values from black to white, and how they are spread between.
struct GreyWindow: Hashable {
  /// The value that is black and the one that is white.
  var bounds: ClosedRange<Int>
  /// Whether the values between are spread by how many pixels have them, before 16 bits become 8.
  var isEqualised = false

  /// The lightness of each of the 65,536 values, from 0 to 255.
  ///
  /// Equalised by the cumulative histogram: R. C. Gonzalez, R. E. Woods, Digital Image Processing, 3.3.1.
  func steps(for values: UnsafeBufferPointer<UInt16>) -> [UInt8] {
    let span = max(1, bounds.upperBound - bounds.lowerBound)
    guard isEqualised else { return (0...65535).map { UInt8(clamping: ($0 - bounds.lowerBound) * 255 / span) } }
    var counts = [Int](repeating: 0, count: 65536)
    for value in values { counts[min(max(Int(value), bounds.lowerBound), bounds.upperBound)] += 1 }
    let darkest = counts.first { $0 > 0 } ?? 0
    let rest = max(1, values.count - darkest)
    var seen = 0
    var steps = counts.map { count in
      seen += count
      return UInt8(clamping: max(0, seen - darkest) * 255 / rest)
    }
    for value in steps.indices where value > bounds.upperBound { steps[value] = steps[bounds.upperBound] }
    return steps
  }
}
