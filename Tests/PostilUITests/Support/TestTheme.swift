import PostilScreen

/// Themes for pictures.
enum TestTheme {
  static let dark = styles("dark", .palette)
  static let mono = styles("mono", .mono)

  static func styles(_ name: String, _ depth: ColorDepth) -> StyleSheet {
    do { return try Theme.load(name).styles(at: depth) } catch { preconditionFailure("\(error)") }
  }
}
