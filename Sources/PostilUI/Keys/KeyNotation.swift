public import PostilScreen

/// Keys as people write them in `keys.toml` and read them on the screen: `a`, `C-x`, `M-x`, `Enter`, `PgDn`, `F2`.
public enum KeyNotation {
  private static let names: [(text: String, key: Key)] = [
    ("Enter", .named(.enter)), ("Esc", .named(.escape)), ("Tab", .named(.tab)), ("BTab", .named(.backTab)),
    ("Space", .named(.space)), ("BS", .named(.backspace)), ("Del", .named(.delete)), ("Ins", .named(.insert)),
    ("Up", .named(.up)), ("Down", .named(.down)), ("Left", .named(.left)), ("Right", .named(.right)),
    ("Home", .named(.home)), ("End", .named(.end)), ("PgUp", .named(.pageUp)), ("PgDn", .named(.pageDown)),
    ("S-Up", .named(.shiftUp)), ("S-Down", .named(.shiftDown)), ("S-Left", .named(.shiftLeft)),
    ("S-Right", .named(.shiftRight)), ("S-Home", .named(.shiftHome)), ("S-End", .named(.shiftEnd)),
    ("C-Up", .named(.controlUp)), ("C-Down", .named(.controlDown)), ("C-Left", .named(.controlLeft)),
    ("C-Right", .named(.controlRight)), ("C-Space", .control(" ")),
  ]
  private static let byText = Dictionary(uniqueKeysWithValues: names.map { ($0.text, $0.key) })
  private static let byKey = Dictionary(uniqueKeysWithValues: names.map { ($0.key, $0.text) })

  /// The names of keys that have one, for messages about a wrong one.
  public static var allNames: [String] { names.map(\.text) }

  /// The keys of a sequence such as `C-x e`; nil when a part names no key.
  public static func sequence(_ text: String) -> [Key]? {
    var keys: [Key] = []
    for part in text.split(separator: " ") {
      guard let key = key(String(part)) else { return nil }
      keys.append(key)
    }
    return keys.isEmpty ? nil : keys
  }

  /// The key that one word names; nil when it names none.
  public static func key(_ word: String) -> Key? {
    if let key = byText[word] { return key }
    let scalars = Array(word.unicodeScalars)
    if scalars.count == 1, scalars[0].properties.generalCategory != .control { return .character(scalars[0]) }
    if scalars.count == 3, scalars[1] == "-", scalars[0] == "C" {
      let letter = Character(scalars[2])
      guard scalars[2].isASCII, letter.isLetter || "@[\\]^_?".contains(letter) else { return nil }
      return .control(Character(letter.lowercased()))
    }
    if scalars.count == 3, scalars[1] == "-", scalars[0] == "M" { return .alt(scalars[2]) }
    if word.first == "F", let number = Int(word.dropFirst()), (1...24).contains(number) { return .function(number) }
    return nil
  }

  /// How a key is shown; nil for pastes, the mouse and resizes.
  public static func text(_ key: Key) -> String? {
    if let name = byKey[key] { return name }
    switch key {
    case .character(let scalar): return String(Character(scalar))
    case .control(let letter): return "C-" + String(letter)
    case .alt(let scalar): return "M-" + String(Character(scalar))
    case .function(let number): return "F\(number)"
    case .named, .paste, .mouse, .resize: return nil
    }
  }

  /// How a sequence is shown.
  public static func text(_ keys: [Key]) -> String { keys.compactMap(text).joined(separator: " ") }

  /// Whether a key writes something where text is written.
  public static func isText(_ key: Key) -> Bool {
    switch key {
    case .character, .named(.space), .named(.enter), .paste: true
    default: false
    }
  }

  /// One form for keys that terminals report in two: a space is always the named one.
  public static func normal(_ key: Key) -> Key {
    switch key {
    case .character(" "): .named(.space)
    case .character("\n"), .character("\r"), .control("m"): .named(.enter)
    case .character("\t"), .control("i"): .named(.tab)
    default: key
    }
  }
}
