/// A bar in a line of text, in eighths of a column.
enum TextBar {
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// A bar of a share from 0 to 1.
  static func text(share: Double, width: Int, isUnicode: Bool, track: Bool = true) -> String {
    let share = min(1, max(0, share))
    var bar: String
    var used: Int
    if isUnicode {
      let steps = Int((share * Double(width * 8)).rounded())
      bar = String(repeating: "█", count: steps / 8) + eighths[steps % 8]
      used = (steps + 7) / 8
    } else {
      used = Int((share * Double(width)).rounded())
      bar = String(repeating: "#", count: used)
    }
    if track { bar += String(repeating: isUnicode ? "·" : ".", count: width - used) }
    return bar
  }
}
