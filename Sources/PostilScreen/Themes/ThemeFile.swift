import PostilConfiguration

/// What one theme's file says.
struct ThemeFile {
  /// A sentence for lists.
  private(set) var summary = ""
  /// The theme whose looks this one changes, and the line that says so.
  private(set) var inherits: (name: String, line: Int)?
  /// The terminal's own colours as the theme expects them; nil when the file does not say.
  private(set) var assumed: Style?
  /// The looks of the roles that the file names.
  private(set) var looks: [Role: Style] = [:]
  private var palette: [String: Int16] = [:]
  private static let roles = Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0.name, $0) })

  private init() {}

  /// Reads a text.
  ///
  /// - Throws: `ConfigurationError` with all that is wrong.
  static func read(_ text: String, file: String) throws(ConfigurationError) -> ThemeFile {
    try ConfigurationFile.read(text: text, file: file) { top in
      var theme = ThemeFile()
      theme.summary = top.string("summary") ?? ""
      theme.inherits = top.string("inherits").map { ($0, top.line(of: "inherits")) }
      theme.palette = top.table("palette", place: "[palette]") { Self.readPalette(&$0) } ?? [:]
      theme.assumed = top.table("assumes", place: "assumes") { theme.readStyle(&$0) }
      theme.looks = top.table("roles", place: "[roles]") { theme.readRoles(&$0) } ?? [:]
      return theme
    }
  }

  private static func readPalette(_ table: inout ConfigurationTable) -> [String: Int16] {
    var palette: [String: Int16] = [:]
    for name in table.keys { palette[name] = ThemeFile().color(name, in: &table) }
    return palette
  }

  private func readRoles(_ table: inout ConfigurationTable) -> [Role: Style] {
    var looks: [Role: Style] = [:]
    for name in table.keys {
      guard let value = table.value(name) else { continue }
      guard let role = Self.roles[name] else {
        table.complain(
          "unknown role \"\(name)\"", about: name,
          suggestion: DidYouMean.nearest(to: name, among: Role.allCases.map(\.name)),
          hint: "The theme dark names all roles.")
        continue
      }
      if case .table(let members) = value.content {
        looks[role] = table.read(members, place: "role \"\(name)\"", line: value.line) { readStyle(&$0) }
      } else if let color = color(name, in: &table) {
        looks[role] = Style(foreground: color)
      }
    }
    return looks
  }

  private func readStyle(_ table: inout ConfigurationTable) -> Style {
    var style = Style.plain
    if let color = color("fg", in: &table) { style.foreground = color }
    if let color = color("bg", in: &table) { style.background = color }
    for element in table.list("attributes") ?? [] {
      guard case .string(let word) = element.content else {
        table.complain("attributes", wants: "texts in quotes", has: element)
        continue
      }
      if let attribute = Style.Attributes.names.first(where: { $0.1 == word })?.0 {
        style.attributes.insert(attribute)
      } else {
        table.complainAboutWord(word, "attributes", called: "attribute", known: Style.Attributes.names.map(\.1))
      }
    }
    if style.foreground >= 0 && style.foreground == style.background {
      table.complain("text and background of \(table.place) are the same colour", hint: "Nobody could read it.")
    }
    return style
  }

  /// The index of the colour under a key; nil when there is none, or after a complaint.
  private func color(_ key: String, in table: inout ConfigurationTable) -> Int16? {
    guard let value = table.value(key) else { return nil }
    if case .integer(let index) = value.content, (0..<256).contains(index) { return Int16(index) }
    guard case .string(let word) = value.content else {
      table.complain(key, wants: "a colour: 0 to 255, \"#rrggbb\" or a name", has: value)
      return nil
    }
    if let index = palette[word] ?? ThemeColor.index(of: word) { return index }
    let known = palette.keys.sorted() + ColorPalette.names + ["default"]
    table.complain(
      "unknown colour \"\(word)\"", about: key, suggestion: DidYouMean.nearest(to: word, among: known),
      hint: "A colour is 0 to 255, \"#rrggbb\", default, one of the sixteen names, or one of [palette].")
    return nil
  }
}
