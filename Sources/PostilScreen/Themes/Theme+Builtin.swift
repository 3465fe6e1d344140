public import PostilConfiguration

extension Theme {
  /// The themes that need no file, in the order in which a list shows them. Their sources are in `themes/` at the root of
  /// the repository, a link to the folder that is compiled in.
  public static let builtinNames = ["dark", "light", "high-contrast", "mono"]

  /// The source of a theme that needs no file.
  public static func builtinSource(_ name: String) -> String? {
    switch name {
    case "dark": String(decoding: PackageResources.dark_toml, as: UTF8.self)
    case "light": String(decoding: PackageResources.light_toml, as: UTF8.self)
    case "high-contrast": String(decoding: PackageResources.high_contrast_toml, as: UTF8.self)
    case "mono": String(decoding: PackageResources.mono_toml, as: UTF8.self)
    default: nil
    }
  }

  /// Attributes only. A theme that lost its words would have no looks; a test holds that it has.
  static let mono: Theme =
    (try? ThemeReader { builtinSource($0).map { ($0, "mono.toml") } }.theme(named: "mono")) ?? Theme(name: "mono")

  /// Loads a theme and those it inherits from.
  /// - Parameters:
  ///   - source: gives a theme's text and its file's name for error messages, nil if there is no such file. Asked first,
  ///     so that people can have a `dark` of their own.
  /// - Throws: `ConfigurationError` with file and line.
  public static func load(
    _ name: String, source: @escaping (String) -> (text: String, file: String)? = { _ in nil }
  ) throws(ConfigurationError) -> Theme {
    try ThemeReader { source($0) ?? builtinSource($0).map { ($0, "built-in theme") } }.theme(named: name)
  }
}
