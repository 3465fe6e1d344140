import CNcurses
import PostilScreen

/// The byte sequences that a terminal sends for its named keys.
nonisolated struct KeyTable {
  /// One sequence, which begins with Esc, and its key.
  struct Entry {
    let bytes: [UInt8]
    let key: Key
  }

  /// The longest sequence that input begins with.
  enum Match {
    case key(Key, length: Int)
    /// The input is the beginning of a sequence.
    case prefix
    case none
  }

  private let entries: [Entry]

  /// A table of these; what does not begin with Esc or is Esc alone is left out.
  init(_ entries: [Entry] = []) { self.entries = entries.filter { $0.bytes.count > 1 && $0.bytes[0] == 0x1b } }

  /// The table of the terminal that curses has open.
  @MainActor static func ofOpenTerminal() -> KeyTable {
    var entries: [Entry] = []
    func add(_ capability: String, _ key: Key) {
      guard let text = cn_capability(capability) else { return }
      entries.append(Entry(bytes: Array(String(cString: text).utf8), key: key))
    }
    for (capability, name) in names { add(capability, .named(name)) }
    for number in 1...63 { add("kf\(number)", .function(number)) }
    return KeyTable(entries)
  }

  private static let names: [(String, Key.Name)] = [
    ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
    ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
    ("kent", .enter), ("kri", .shiftUp), ("kind", .shiftDown), ("kLFT", .shiftLeft), ("kRIT", .shiftRight),
    ("kHOM", .shiftHome), ("kEND", .shiftEnd), ("kUP5", .controlUp), ("kDN5", .controlDown),
    ("kLFT5", .controlLeft), ("kRIT5", .controlRight),
  ]

  /// What the table knows of input that begins with Esc.
  func match(_ input: ArraySlice<UInt8>) -> Match {
    var best: Entry?
    var isPrefix = false
    for entry in entries {
      if input.count < entry.bytes.count {
        isPrefix = isPrefix || entry.bytes.starts(with: input)
      } else if entry.bytes.count > best?.bytes.count ?? 0, input.starts(with: entry.bytes) {
        best = entry
      }
    }
    if let best { return .key(best.key, length: best.bytes.count) }
    return isPrefix ? .prefix : .none
  }
}
