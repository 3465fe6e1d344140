import PostilScreen

/// Themes for pictures.
enum TestTheme {
  static let dark = styles("dark", .many)
  static let mono = styles("mono", .none)

  static func styles(_ name: String, _ depth: ColorDepth) -> StyleSheet {
    do { return try Theme.load(name).styles(at: depth) } catch { preconditionFailure("\(error)") }
  }
}
