import PostilConfiguration

/// Keys as people write and read them.
///
/// Written: `j`, `?`, `C-x` (control), `M-f` (alt), names such as `Enter`, `PgUp`, `F1`, `S-Left`, `C-Right`, each also in
/// angle brackets (`<Down>`), and sequences parted by blanks: `C-x e`, `g g`. Small and capital letters differ in plain
/// keys and in names do not.
public enum KeyStroke {
  private static let names: [(text: String, key: Key)] = [
    ("Enter", .named(.enter)), ("Esc", .named(.escape)), ("Tab", .named(.tab)), ("S-Tab", .named(.backTab)),
    ("Space", .named(.space)), ("Backspace", .named(.backspace)), ("Del", .named(.delete)), ("Ins", .named(.insert)),
    ("Up", .named(.up)), ("Down", .named(.down)), ("Left", .named(.left)), ("Right", .named(.right)),
    ("Home", .named(.home)), ("End", .named(.end)), ("PgUp", .named(.pageUp)), ("PgDn", .named(.pageDown)),
    ("S-Up", .named(.shiftUp)), ("S-Down", .named(.shiftDown)), ("S-Left", .named(.shiftLeft)),
    ("S-Right", .named(.shiftRight)), ("S-Home", .named(.shiftHome)), ("S-End", .named(.shiftEnd)),
    ("C-Up", .named(.controlUp)), ("C-Down", .named(.controlDown)), ("C-Left", .named(.controlLeft)),
    ("C-Right", .named(.controlRight)), ("C-Space", .control(" ")), ("M-Backspace", .alt("\u{7F}")),
  ]
  private static let aliases: [(text: String, key: Key)] = [
    ("Return", .named(.enter)), ("CR", .named(.enter)), ("Escape", .named(.escape)), ("BTab", .named(.backTab)),
    ("BS", .named(.backspace)), ("Delete", .named(.delete)), ("Insert", .named(.insert)), ("PageUp", .named(.pageUp)),
    ("PageDown", .named(.pageDown)), ("PgDown", .named(.pageDown)), ("M-BS", .alt("\u{7F}")),
  ]
  private static let byText = Dictionary(uniqueKeysWithValues: (names + aliases).map { ($0.text.lowercased(), $0.key) })
  private static let byKey = Dictionary(uniqueKeysWithValues: names.map { ($0.key, $0.text) })

  /// The key that a word names; nil when it names none.
  public static func key(_ word: String) -> Key? {
    if word.utf8.count > 2, word.first == "<", word.last == ">" { return key(String(word.dropFirst().dropLast())) }
    if let key = byText[word.lowercased()] { return key }
    let scalars = Array(word.unicodeScalars)
    if scalars.count == 1 { return isPrintable(scalars[0]) ? .character(scalars[0]) : nil }
    if scalars.count == 3, scalars[1] == "-", isPrintable(scalars[2]) {
      if scalars[0] == "M" || scalars[0] == "A" { return .alt(scalars[2]) }
      if scalars[0] == "C" { return control(scalars[2]) }
    }
    if word.first == "F", let number = Int(word.dropFirst()), (1...24).contains(number) { return .function(number) }
    return nil
  }

  /// The keys of a sequence; nil when it is empty or a word in it names no key.
  public static func sequence(_ text: String) -> [Key]? {
    var keys: [Key] = []
    for word in text.split(separator: " ") {
      guard let key = key(String(word)) else { return nil }
      keys.append(key)
    }
    return keys.isEmpty ? nil : keys
  }

  /// The name that comes nearest to a word that names no key, for "did you mean".
  public static func nearestName(to word: String) -> String? {
    DidYouMean.nearest(to: word, among: names.map(\.text))
  }

  /// A key as it is written; nil for pastes, the mouse and resizes.
  public static func text(_ key: Key) -> String? {
    let key = normal(key)
    if let name = byKey[key] { return name }
    switch key {
    case .character(let scalar): return String(Character(scalar))
    case .control(let letter): return "C-" + String(letter)
    case .alt(let scalar): return "M-" + String(Character(scalar))
    case .function(let number): return "F\(number)"
    case .named, .paste, .mouse, .resize: return nil
    }
  }

  /// A sequence as it is written.
  public static func text(_ keys: [Key]) -> String { keys.compactMap(text).joined(separator: " ") }

  /// One form for keys that terminals report in two: blank, Enter and Tab are always the named ones.
  public static func normal(_ key: Key) -> Key {
    switch key {
    case .character(" "): .named(.space)
    case .character("\r"), .character("\n"), .control("m"): .named(.enter)
    case .character("\t"), .control("i"): .named(.tab)
    case .control("["): .named(.escape)
    default: key
    }
  }

  private static func control(_ scalar: Unicode.Scalar) -> Key? {
    guard scalar.isASCII else { return nil }
    let letter = Character(Character(scalar).lowercased())
    guard letter.isLetter || "@[\\]^_?".contains(letter) else { return nil }
    return normal(.control(letter))
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x20 && scalar.value != 0x7F && SafeText.string(String(scalar)) == String(scalar)
  }
}
