import PostilConfiguration

/// Puts a theme together from its file and those of the themes that it inherits from.
struct ThemeReader {
  typealias Source = (String) -> (text: String, file: String)?

  /// Gives the text of a theme and its file's name.
  let source: Source

  /// A theme by its name.
  ///
  /// - Throws: `ConfigurationError` with all that is wrong in the file.
  func theme(named name: String) throws(ConfigurationError) -> Theme {
    try theme(named: name, heirs: [], place: (file: name, line: 0))
  }

  /// - Parameters:
  ///   - heirs: the themes that inherit from this one.
  ///   - place: where the theme is named.
  private func theme(
    named name: String, heirs: [String], place: (file: String, line: Int)
  ) throws(ConfigurationError) -> Theme {
    guard !heirs.contains(name) else {
      let circle = (heirs + [name]).joined(separator: " > ")
      throw Self.error("themes inherit in a circle: \(circle)", at: place)
    }
    guard let found = source(name) else {
      let nearest = DidYouMean.nearest(to: name, among: Theme.builtinNames)
      let hint = nearest == nil ? "The command postil themes lists all." : ""
      throw Self.error("unknown theme \"\(name)\"", at: place, suggestion: nearest, hint: hint)
    }
    let file = try ThemeFile.read(found.text, file: found.file)
    var parent: Theme?
    if let inherits = file.inherits {
      parent = try theme(named: inherits.name, heirs: heirs + [name], place: (file: found.file, line: inherits.line))
    }
    var theme = Theme(name: name, summary: file.summary, parent: parent)
    if let assumed = file.assumed { theme.assumed = assumed }
    for (role, style) in file.looks { theme.set(style, for: role) }
    return theme
  }

  private static func error(
    _ message: String, at place: (file: String, line: Int), suggestion: String? = nil, hint: String = ""
  ) -> ConfigurationError {
    ConfigurationError(
      file: place.file, problems: [.init(line: place.line, message: message, suggestion: suggestion, hint: hint)])
  }
}
