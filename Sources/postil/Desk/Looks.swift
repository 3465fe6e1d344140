import PostilConfiguration
import PostilScreen

/// The themes at hand, and how the desk looks with one of them on this terminal.
struct Looks {
  let library: ThemeLibrary
  let themeName: String
  let depth: ColorDepth
  let alphabet: Alphabet
  /// The styles of the theme that was named.
  private let first: StyleSheet

  /// The looks of a theme that was named by a person.
  ///
  /// - Throws: `ConfigurationError` when there is no such theme, or it is wrong.
  init(library: ThemeLibrary, themeName: String, depth: ColorDepth, alphabet: Alphabet) throws(ConfigurationError) {
    self.library = library
    self.themeName = themeName
    self.depth = depth
    self.alphabet = alphabet
    first = try library.theme(named: themeName).styles(at: depth)
  }

  /// The same with another theme in force; unchanged when there is no such theme, or it is wrong.
  func with(theme name: String) -> Looks {
    (try? Looks(library: library, themeName: name, depth: depth, alphabet: alphabet)) ?? self
  }

  /// The styles of a theme; those of the first one when its file has gone wrong meanwhile.
  func styles(named name: String) -> StyleSheet {
    guard name != themeName, let theme = try? library.theme(named: name) else { return first }
    return theme.styles(at: depth)
  }
}
