import Glibc
import PostilScreen
import PostilTerminal

/// Shows a list with a highlighted row, a line of text with the cursor at its end, and the last inputs; obeys a few keys.
@MainActor final class Probe {
  private let terminal: Terminal
  private let log = ProbeLog()
  private var inputs: [String] = []
  private var row = 0
  private var typed = ""
  private var isTyping = false
  private var result: Int32?

  init() throws {
    var options = TerminalOptions.fromEnvironment
    options.pasteSilence = .milliseconds(300)
    options.pasteLimit = 100_000
    options.unicode = getenv("PROBE_ASCII") == nil ? nil : false
    terminal = try Terminal.open(options)
    log.write("open \(terminal.size.columns) \(terminal.size.rows) \(terminal.colorDepth) \(terminal.isUnicode)")
  }

  func run() -> Int32 {
    while result == nil {
      terminal.present(surface())
      log.write("drawn")
      for input in terminal.nextInputs() { answer(input) }
    }
    terminal.close()
    terminal.close()
    return result ?? 0
  }

  private func answer(_ input: Input) {
    let words = ProbeLog.words(input)
    log.write(words)
    if case .terminate(let why) = input { result = why.exitCode }
    guard case .key(let key) = input else { return }
    if isTyping {
      type(key)
    } else if !command(key) {
      inputs.append(words)
    }
  }

  private func type(_ key: Key) {
    switch key {
    case .character(let scalar): typed.unicodeScalars.append(scalar)
    case .named(.backspace): _ = typed.popLast()
    case .named(.enter): isTyping = false
    default: break
    }
  }

  private func command(_ key: Key) -> Bool {
    switch key {
    case .character("q"): result = 0
    case .character("j"): row = min(row + 1, 9)
    case .character("k"): row = max(row - 1, 0)
    case .character("i"): isTyping = true
    case .character("n"): break
    case .character("e"): ProbeLog.complain("chatter\n")
    case .character("t"): trap()
    case .character("m"): terminal.mouse.toggle()
    case .character("w"): wakeFromThread()
    case .character("b"): measure()
    case .character("x"): runExternal()
    case .control("z"): terminal.suspend()
    case .control("l"): terminal.repaint()
    default: return false
    }
    return true
  }

  private func trap() {
    let empty: [Int] = []
    log.write("\(empty[inputs.count])")
  }

  private func wakeFromThread() {
    let wakeUp = terminal.wakeUp
    Task.detached { wakeUp.signal() }
  }

  private func runExternal() {
    let command = getenv("PROBE_COMMAND").map { String(cString: $0) } ?? "true"
    do {
      log.write("status \(try terminal.runExternal("sh", arguments: ["-c", command]))")
    } catch {
      log.write("error \(error)")
    }
  }

  /// The processor time of a whole screen sent anew, in microseconds.
  private func measure() {
    let rounds = 200
    let pictures = [surface(shift: 0), surface(shift: 1)]
    var start = timespec()
    var end = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start)
    for round in 0..<rounds { terminal.present(pictures[round & 1]) }
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end)
    let elapsed = (end.tv_sec - start.tv_sec) * 1_000_000 + (end.tv_nsec - start.tv_nsec) / 1_000
    log.write("repaint \(elapsed / rounds)")
  }

  // MARK: Pictures

  private func surface() -> Surface {
    var surface = Surface(size: terminal.size)
    for line in 0..<10 {
      let style = Style(
        foreground: line == row ? 16 : 250, background: line == row ? 110 : -1, attributes: line == row ? [.bold] : [])
      put("Row \(line) 漢字 e\u{301} stays where it is", x: 2, y: line, style: style, on: &surface)
    }
    for (line, words) in inputs.suffix(5).enumerated() { put(words, x: 2, y: 12 + line, on: &surface) }
    put("> " + typed, x: 2, y: 11, on: &surface)
    if isTyping { surface.cursor = Surface.Position(x: 4 + typed.unicodeScalars.count, y: 11) }
    return surface
  }

  /// A full screen of which nothing is like its neighbour with another shift: letters, and a new style every six cells.
  private func surface(shift: Int) -> Surface {
    var surface = Surface(size: terminal.size)
    for y in 0..<surface.size.rows {
      for x in 0..<surface.size.columns {
        let style = Style(foreground: Int16(20 + (x / 6 + y + shift) % 200), background: y % 2 == 0 ? -1 : 236)
        surface[x, y] = Cell(scalar: UInt32(0x41 + (x + y * 7 + shift * 3) % 50), style: style)
      }
    }
    return surface
  }

  private func put(_ text: String, x: Int, y: Int, style: Style = .plain, on surface: inout Surface) {
    var column = x
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x300, scalar.value < 0x370 {
        surface[column - 1, y].marks = (scalar.value, 0)
        continue
      }
      let width: UInt8 = scalar.value >= 0x4e00 && scalar.value < 0xa000 ? 2 : 1
      surface[column, y] = Cell(scalar: scalar.value, width: width, style: style)
      column += Int(width)
    }
  }
}
