import PostilScreen

/// What stands on a screen that is too small for a desk, and the keys that work there.
struct TooSmallPicture {
  /// The screen's size.
  let size: Size

  func draw(_ painter: inout Painter) {
    let wanted = DeskLayout.smallest
    let words = [
      "Too small", "Postil wants \(wanted.columns)x\(wanted.rows).", "This is \(size.columns)x\(size.rows).",
      "Nothing is lost. q leaves.",
    ]
    let top = max(0, (size.rows - words.count) / 2)
    for (row, line) in words.enumerated() {
      let x = max(0, (size.columns - line.utf8.count) / 2)
      painter.text(line, x: x, y: top + row, columns: size.columns - x, row == 0 ? .title : .text)
    }
  }

  /// What a key leads to; nil for those that do nothing.
  static func intent(of key: Key) -> Intent? {
    switch key {
    case .character("q"), .control("c"): .quit(0)
    case .control("z"): .suspend
    case .control("l"): .repaint
    default: nil
    }
  }
}
