import TOMLKit

/// Reads themes from TOML.
struct ThemeReader {
  typealias Source = (String) -> (text: String, file: String)?

  private let file: String
  private let lines: [Substring]
  private let table: TOMLTable
  private var palette: [String: Int16] = [:]

  /// A theme by its name, with those it inherits from.
  static func theme(named name: String, source: Source) throws(ThemeError) -> Theme {
    try theme(named: name, source: source, heirs: [], from: nil)
  }

  private static func theme(
    named name: String, source: Source, heirs: [String], from place: (file: String, line: Int?)?
  ) throws(ThemeError) -> Theme {
    let file = place?.file ?? name
    guard !heirs.contains(name) else {
      let circle = (heirs + [name]).joined(separator: " > ")
      throw ThemeError(file: file, line: place?.line, message: "themes inherit in a circle: \(circle)")
    }
    guard let found = source(name) else {
      let hint = Self.hint(name, among: Theme.builtinNames)
      throw ThemeError(file: file, line: place?.line, message: "there is no theme \"\(name)\"\(hint)")
    }
    var reader = try ThemeReader(found.text, file: found.file)
    try reader.checkKeys(of: reader.table, in: nil, known: ["assumes", "inherits", "palette", "roles", "summary"])
    let summary = try reader.word("summary") ?? ""
    var parent: Theme?
    if let inherited = try reader.word("inherits") {
      let place = (found.file, reader.line(of: "inherits", in: nil))
      parent = try theme(named: inherited, source: source, heirs: heirs + [name], from: place)
    }
    var theme = Theme(name: name, summary: summary, parent: parent)
    try reader.readPalette()
    try reader.readRoles(into: &theme)
    if let assumed = reader.table["assumes"] { theme.assumed = try reader.style(assumed, role: "assumes") }
    return theme
  }

  private init(_ text: String, file: String) throws(ThemeError) {
    self.file = file
    // "\r\n" is one Character, so that splitting at "\n" would not see the ends of lines of such files.
    lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    if let problem = TOMLGuard.problem(in: text) {
      throw ThemeError(file: file, line: problem.line, message: problem.words)
    }
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw ThemeError(file: file, line: error.source.begin.line, message: "not TOML: \(error.description)")
    } catch {
      throw ThemeError(file: file, line: nil, message: "not TOML: \(error)")
    }
  }

  private mutating func readPalette() throws(ThemeError) {
    guard let entries = try section("palette") else { return }
    for name in entries.keys {
      guard let value = entries[name] else { continue }
      palette[name] = try color(value, key: name, section: "palette", names: [:])
    }
  }

  private func readRoles(into theme: inout Theme) throws(ThemeError) {
    guard let entries = try section("roles") else { return }
    let roles = Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0.name, $0) })
    for name in entries.keys {
      guard let role = roles[name] else {
        let hint = Self.hint(name, among: roles.keys.sorted())
        throw error("there is no role \"\(name)\"\(hint)", at: name, in: "roles")
      }
      guard let value = entries[name] else { continue }
      theme.set(try style(value, role: name), for: role)
    }
  }

  private func style(_ value: any TOMLValueConvertible, role: String) throws(ThemeError) -> Style {
    guard let table = value.table else {
      return Style(foreground: try color(value, key: role, section: "roles", names: palette))
    }
    var style = Style.plain
    for key in table.keys {
      guard let part = table[key] else { continue }
      switch key {
      case "fg": style.foreground = try color(part, key: role, section: "roles", names: palette)
      case "bg": style.background = try color(part, key: role, section: "roles", names: palette)
      case "attributes": style.attributes = try attributes(part, role: role)
      default:
        let hint = Self.hint(key, among: ["fg", "bg", "attributes"])
        throw error("a role has fg, bg and attributes, no \"\(key)\"\(hint)", at: role, in: "roles")
      }
    }
    if style.foreground >= 0 && style.foreground == style.background {
      throw error("text and background of \"\(role)\" are the same colour: nobody could read it", at: role, in: "roles")
    }
    return style
  }

  private func attributes(
    _ value: any TOMLValueConvertible, role: String
  ) throws(ThemeError) -> Style.Attributes {
    guard let array = value.array else {
      throw error("attributes are a list, such as [\"bold\", \"underline\"]", at: role, in: "roles")
    }
    var result: Style.Attributes = []
    for item in array {
      let word = item.string ?? ""
      guard let attribute = Style.Attributes.names.first(where: { $0.1 == word })?.0 else {
        let known = Style.Attributes.names.map(\.1)
        let hint = Self.hint(word, among: known)
        throw error(
          "there is no attribute \"\(word)\"\(hint) Known are \(known.joined(separator: ", ")).", at: role, in: "roles")
      }
      result.insert(attribute)
    }
    return result
  }

  private func color(
    _ value: any TOMLValueConvertible, key: String, section: String, names: [String: Int16]
  ) throws(ThemeError) -> Int16 {
    if let index = value.int {
      guard (0..<256).contains(index) else {
        throw error("colours go from 0 to 255, not \(index)", at: key, in: section)
      }
      return Int16(index)
    }
    guard let word = value.string else {
      throw error("\"\(key)\" needs a colour: a name, a number from 0 to 255, or \"#rrggbb\"", at: key, in: section)
    }
    if let index = names[word] ?? ThemeColor.index(of: word) { return index }
    let hint = Self.hint(word, among: names.keys.sorted() + ColorPalette.names + ["default"])
    throw error("there is no colour \"\(word)\"\(hint)", at: key, in: section)
  }

  private func section(_ name: String) throws(ThemeError) -> TOMLTable? {
    guard let value = table[name] else { return nil }
    guard let table = value.table else { throw error("[\(name)] must be a table", at: name, in: nil) }
    return table
  }

  private func word(_ key: String) throws(ThemeError) -> String? {
    guard let value = table[key] else { return nil }
    guard let word = value.string else { throw error("\"\(key)\" must be a text in quotes", at: key, in: nil) }
    return word
  }

  private func checkKeys(of table: TOMLTable, in section: String?, known: [String]) throws(ThemeError) {
    for key in table.keys where !known.contains(key) {
      throw error("a theme has no \"\(key)\"\(Self.hint(key, among: known))", at: key, in: section)
    }
  }

  private static func hint(_ word: String, among known: [String]) -> String {
    NearestWord.of(word, among: known).map { "; did you mean \"\($0)\"?" } ?? "."
  }

  private func error(_ message: String, at key: String, in section: String?) -> ThemeError {
    ThemeError(file: file, line: line(of: key, in: section), message: message)
  }

  /// The line where a key of a section stands. The TOML library tells lines only for what it cannot parse.
  private func line(of key: String, in section: String?) -> Int? {
    var current: String?
    for (number, line) in lines.enumerated() {
      let words = line.drop { $0 == " " || $0 == "\t" }
      if words.hasPrefix("[") {
        current = words.dropFirst().prefix { $0 != "]" }.filter { $0 != " " && $0 != "\"" }
        if section == nil, current == key { return number + 1 }
        continue
      }
      guard current == section else { continue }
      for form in ["\"\(key)\"", "'\(key)'", key] where words.hasPrefix(form) {
        let rest = words.dropFirst(form.count).drop { $0 == " " || $0 == "\t" }
        if rest.hasPrefix("=") { return number + 1 }
      }
    }
    return nil
  }
}
