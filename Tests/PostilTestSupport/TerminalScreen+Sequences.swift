extension TerminalScreen {
  /// Takes an escape sequence; nil when it is not whole yet.
  mutating func takeEscape(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= 2 else { return nil }
    let second = bytes[bytes.startIndex + 1]
    switch second {
    case UInt8(ascii: "["): return takeControlSequence(bytes)
    case UInt8(ascii: "("):
      guard bytes.count >= 3 else { return nil }
      let set = bytes[bytes.startIndex + 2]
      if set != UInt8(ascii: "B") { violate("ESC ( " + String(Unicode.Scalar(set))) }
      return 3
    case UInt8(ascii: "="), UInt8(ascii: ">"): return 2
    case UInt8(ascii: "]"):
      // Curses leaves with the palette as it found it; no other command to the system is its own.
      let restore = Array("\u{1b}]104\u{7}".utf8)
      if bytes.starts(with: restore) { return restore.count }
      if bytes.count < restore.count, restore.starts(with: bytes) { return nil }
      violate("ESC ]")
      return 2
    case UInt8(ascii: "M"):
      if y == region.lowerBound { scroll(-1) } else { y = max(0, y - 1) }
      return 2
    default:
      violate("ESC " + (second > 0x20 && second < 0x7f ? String(Unicode.Scalar(second)) : String(second)))
      return 2
    }
  }

  private mutating func takeControlSequence(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let end = bytes.dropFirst(2).firstIndex(where: { !(0x20...0x3f).contains($0) }) else { return nil }
    // A sequence that a crash has cut is given up where the next one begins, as terminals do it.
    if bytes[end] == 0x1b { return end - bytes.startIndex }
    let body = String(decoding: bytes[(bytes.startIndex + 2)..<end], as: UTF8.self)
    let length = end - bytes.startIndex + 1
    let final = Character(Unicode.Scalar(bytes[end]))
    if body.hasPrefix("?") {
      setModes(body.dropFirst(), final)
    } else if body.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ";") }) {
      let numbers =
        body.isEmpty ? [] : body.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
      act(final, numbers, body)
    } else {
      violate("CSI \(body)\(final)")
    }
    return length
  }

  /// The modes that curses and Postil use: cursor keys, wrapping, blinking, cursor, mouse, second screen, pastes.
  private static let knownModes: Set<Int> = [1, 7, 12, 25, 1000, 1002, 1006, 1049, 2004]

  private mutating func setModes(_ body: Substring, _ final: Character) {
    for word in body.split(separator: ";", omittingEmptySubsequences: false) {
      guard let mode = Int(word), Self.knownModes.contains(mode), final == "h" || final == "l" else {
        violate("CSI ?\(body)\(final)")
        continue
      }
      if final == "h" { modes.insert(mode) } else { modes.remove(mode) }
      // The second screen begins empty; the first one is not kept here.
      if mode == 1049 {
        for row in 0..<rows { cells[row] = Array(repeating: Cell(), count: columns) }
      }
    }
  }

  private mutating func act(_ final: Character, _ numbers: [Int], _ body: String) {
    let first = max(1, numbers.first ?? 1)
    if final != "m" { wrapIsPending = false }
    switch final {
    case "H": move(to: (numbers.count > 1 ? max(1, numbers[1]) : 1) - 1, first - 1)
    case "A": move(to: x, y - first)
    case "B": move(to: x, y + first)
    case "C": move(to: x + first, y)
    case "D": move(to: x - first, y)
    case "G": move(to: first - 1, y)
    case "d": move(to: x, first - 1)
    case "J", "K", "X", "P", "@", "L", "M", "S", "T", "b": change(final, numbers.first ?? 0, count: first)
    case "m": setStyle(numbers, body)
    case "r":
      let bottom = numbers.count > 1 && numbers[1] > 0 ? numbers[1] : rows
      region = (first - 1)..<max(first, min(bottom, rows))
      move(to: 0, 0)
    case "h" where numbers == [4]: isInserting = true
    case "l" where numbers == [4]: isInserting = false
    // Saving and bringing back the window's title, which entering the second screen does.
    case "t" where numbers == [22, 0, 0] || numbers == [23, 0, 0]: break
    default: violate("CSI \(body)\(final)")
    }
  }

  private mutating func move(to column: Int, _ row: Int) {
    x = max(0, min(columns - 1, column))
    y = max(0, min(rows - 1, row))
  }

  private mutating func change(_ final: Character, _ number: Int, count: Int) {
    switch final {
    case "J": eraseScreen(number)
    case "K": erase(number == 0 ? x..<columns : number == 1 ? 0..<x + 1 : 0..<columns)
    case "X": erase(x..<x + count)
    case "P":
      let count = min(count, columns - x)
      cells[y].removeSubrange(x..<x + count)
      cells[y] += Array(repeating: blank, count: count)
    case "@": insertCells(count)
    case "L": if region.contains(y) { scroll(-count, from: y) }
    case "M": if region.contains(y) { scroll(count, from: y) }
    case "S": scroll(count)
    case "T": scroll(-count)
    default:
      let repeated = last
      for _ in 0..<count { for scalar in repeated.unicodeScalars { put(scalar) } }
    }
  }

  private mutating func eraseScreen(_ number: Int) {
    let whole = number == 0 ? y + 1..<rows : number == 1 ? 0..<y : 0..<rows
    if number < 2 { erase(number == 0 ? x..<columns : 0..<x + 1) }
    for row in whole { cells[row] = Array(repeating: blank, count: columns) }
  }

  /// Bold, faint, italic, underline, reverse, and colours; nothing blinks and nothing is invisible.
  private mutating func setStyle(_ numbers: [Int], _ body: String) {
    var index = 0
    if numbers.isEmpty { style = Style() }
    while index < numbers.count {
      let number = numbers[index]
      switch number {
      case 0: style = Style()
      case 1, 2, 3, 4, 7: style.attributes.insert(number)
      case 22: style.attributes.subtract([1, 2])
      case 23, 24, 27: style.attributes.remove(number - 20)
      case 38, 48:
        guard index + 2 < numbers.count, numbers[index + 1] == 5 else { return violate("CSI \(body)m") }
        setColor(isForeground: number == 38, numbers[index + 2])
        index += 2
      case 30...37, 90...97: setColor(isForeground: true, number < 90 ? number - 30 : number - 82)
      case 40...47, 100...107: setColor(isForeground: false, number < 100 ? number - 40 : number - 92)
      case 39, 49: setColor(isForeground: number == 39, nil)
      default: violate("CSI \(body)m")
      }
      index += 1
    }
  }

  private mutating func setColor(isForeground: Bool, _ color: Int?) {
    hasColor = true
    if isForeground { style.foreground = color } else { style.background = color }
  }
}
