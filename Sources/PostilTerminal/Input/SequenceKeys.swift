import PostilScreen

/// The keys that nearly every terminal sends alike, whatever the terminal database says: xterm's numbering.
nonisolated enum SequenceKeys {
  /// The key of `Esc O` and a byte.
  static func application(_ byte: UInt8) -> Input? {
    if byte == 0x4d { return .key(.named(.enter)) }
    return letter(byte, modifier: 1).map(Input.key)
  }

  /// The key of `Esc [`, parameters and a final byte; nil for what no key sends.
  static func input(parameters: ArraySlice<UInt8>, final: UInt8) -> Input? {
    guard parameters.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x3b }) else { return nil }
    let values = numbers(parameters)
    let modifier = values.count > 1 ? values[1] : 1
    let key =
      switch final {
      case 0x7e: number(values.first ?? 0, modifier: modifier)
      case 0x5a: Key.named(.backTab)
      default: letter(final, modifier: modifier)
      }
    return key.map(Input.key)
  }

  /// Numbers parted by semicolons; a missing one is 0.
  static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int] {
    parameters.split(separator: 0x3b, omittingEmptySubsequences: false).map { digits in
      digits.prefix(6).reduce(0) { total, digit in
        digit >= 0x30 && digit <= 0x39 ? total * 10 + Int(digit - 0x30) : total
      }
    }
  }

  private static func letter(_ byte: UInt8, modifier: Int) -> Key? {
    switch byte {
    case 0x41: arrow(.up, .shiftUp, .controlUp, modifier)
    case 0x42: arrow(.down, .shiftDown, .controlDown, modifier)
    case 0x43: arrow(.right, .shiftRight, .controlRight, modifier)
    case 0x44: arrow(.left, .shiftLeft, .controlLeft, modifier)
    case 0x46: arrow(.end, .shiftEnd, .end, modifier)
    case 0x48: arrow(.home, .shiftHome, .home, modifier)
    case 0x50...0x53 where modifier <= 1: .function(Int(byte) - 0x4f)
    default: nil
    }
  }

  /// The modifier is 1 and the sum of 1 for shift, 2 for alt, 4 for control. Alt moves by words as control does.
  private static func arrow(_ plain: Key.Name, _ shift: Key.Name, _ control: Key.Name, _ modifier: Int) -> Key {
    let bits = max(1, modifier) - 1
    if bits & 6 != 0 { return .named(control) }
    return .named(bits & 1 != 0 ? shift : plain)
  }

  private static func number(_ value: Int, modifier: Int) -> Key? {
    switch value {
    case 1, 7: arrow(.home, .shiftHome, .home, modifier)
    case 4, 8: arrow(.end, .shiftEnd, .end, modifier)
    case 2: .named(.insert)
    case 3: .named(.delete)
    case 5: .named(.pageUp)
    case 6: .named(.pageDown)
    case 11...15: .function(value - 10)
    case 17...21: .function(value - 11)
    case 23...26: .function(value - 12)
    case 28, 29: .function(value - 13)
    case 31...34: .function(value - 14)
    default: nil
    }
  }
}
