import CNcurses

/// Modes that curses does not know: they have to be set and taken back by hand.
nonisolated enum TerminalModes {
  /// Pastes arrive between marks.
  static let pasteOn = "\u{1b}[?2004h"
  /// Pastes arrive as keys.
  static let pasteOff = "\u{1b}[?2004l"
  /// Buttons, movement with a button held, and coordinates without a limit.
  static let mouseOn = "\u{1b}[?1000h\u{1b}[?1002h\u{1b}[?1006h"
  /// The mouse is the terminal's own.
  static let mouseOff = "\u{1b}[?1006l\u{1b}[?1002l\u{1b}[?1000l"

  /// All that a crash has to send to make the terminal usable: modes off, plain style, plain keypad, cursor, first screen.
  @MainActor static func rescue() -> [CChar] {
    var bytes = Array((mouseOff + pasteOff).utf8)
    for name in ["sgr0", "op", "rmkx", "cnorm", "rmcup"] {
      guard let text = cn_capability(name) else { continue }
      bytes += withoutPadding(Array(String(cString: text).utf8))
    }
    return bytes.map(CChar.init(bitPattern:))
  }

  /// A capability without its delays, written `$<5>`.
  static func withoutPadding(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: [0x24, 0x3c]), let end = bytes[index...].firstIndex(of: 0x3e) {
        index = end + 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}
