/// The version of the program.
enum Version {
  /// Semantic version 2.0.
  static let text = "0.1.0"
}
