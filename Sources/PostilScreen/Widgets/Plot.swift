/// Numbers as columns of blocks, one line or several lines high.
public enum Plot {
  /// The lines from top to bottom; each number is one column wide. Zero is empty, the greatest number full; a number
  /// above zero shows at least an eighth.
  public static func lines(_ values: [Double], height: Int = 1, alphabet: Alphabet) -> [String] {
    let greatest = values.filter(\.isFinite).max() ?? 0
    let steps = max(1, height) * 8
    let levels = values.map { value -> Int in
      guard value.isFinite, value > 0, greatest > 0 else { return 0 }
      return max(1, Int((value / greatest * Double(steps)).rounded()))
    }
    return (0..<max(1, height)).reversed().map { row in
      var line = ""
      for level in levels {
        let eighths = max(0, min(8, level - row * 8))
        let scalar = eighths == 0 && row > 0 ? 0x20 : alphabet.plot(eighths: eighths)
        if let scalar = Unicode.Scalar(scalar) { line.unicodeScalars.append(scalar) }
      }
      return line
    }
  }
}
