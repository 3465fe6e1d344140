import PostilModel

/// Numbers of pixels as files write them.
enum PixelNumber {
  /// A number within bounds; nil for everything else.
  static func checked(_ value: Double?) -> Double? {
    guard let value, RegionPoint.isNear(value) else { return nil }
    return value
  }

  /// Reads decimal text: digits, a point, an exponent; blanks around it do not count.
  static func read(_ text: some StringProtocol) -> Double? {
    let bare = text.utf8.drop { $0 <= 0x20 }
    var bytes = Array(bare)
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    guard !bytes.isEmpty, bytes.count < 400, bytes.allSatisfy(isNumeric) else { return nil }
    return checked(Double(String(decoding: bytes, as: UTF8.self)))
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  /// The shortest decimal text that reads back as the number, without an exponent; whole numbers without a point.
  static func text(_ value: Double) -> String {
    if let whole = Int64(exactly: value) { return String(whole) }
    let text = value.description
    guard let mark = text.firstIndex(where: { $0 == "e" }), let exponent = Int(text[text.index(after: mark)...]) else {
      return text
    }
    let isNegative = value < 0
    let mantissa = text[..<mark].drop { $0 == "-" }
    let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    let digits = parts.joined()
    let point = (parts.first?.count ?? 0) + exponent
    var plain = String(repeating: "0", count: max(0, 1 - point)) + digits
    if plain.count < point { plain += String(repeating: "0", count: point - plain.count) }
    if max(1, point) < plain.count { plain.insert(".", at: plain.index(plain.startIndex, offsetBy: max(1, point))) }
    return (isNegative ? "-" : "") + plain
  }

  /// The shortest decimal length that leads from one place exactly to the other, so that what a file said as `x` and
  /// `width` is said again as it was: `473.07 + 38.65` ends at 511.71999999999997, and the difference of the two is not
  /// 38.65.
  static func length(from start: Double, to end: Double) -> Double {
    let plain = end - start
    var scale = 1.0
    for _ in 0...12 {
      let rounded = (plain * scale).rounded() / scale
      if start + rounded == end { return rounded }
      scale *= 10
    }
    return [plain, plain.nextUp, plain.nextDown].first { start + $0 == end } ?? plain
  }

  /// A number that was worked out of a share of the picture, without the last digits' noise: the nearest millionth of a
  /// pixel where it is as good as there (a billionth away, relatively); else as it is.
  static func snapped(_ value: Double) -> Double {
    let near = (value * 1e6).rounded() / 1e6
    return abs(value - near) <= 1e-9 * max(1, abs(value)) ? near : value
  }

  /// Percent of a side as pixels.
  static func pixels(percent: Double, of side: Double) -> Double { snapped(percent * side / 100) }

  /// Pixels as percent of a side, so that they read back as they were where that can be said.
  static func percent(_ pixels: Double, of side: Double) -> Double {
    let plain = pixels / side * 100
    return [plain, plain.nextUp, plain.nextDown].first { Self.pixels(percent: $0, of: side) == pixels } ?? plain
  }
}
