/// Why a theme cannot be used. Worded for the person who wrote it.
public struct ThemeError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The theme's file, or its name if it is built in.
  public var file: String
  /// The line, from 1; nil where no line is to blame.
  public var line: Int?
  /// What is wrong, and what to write instead.
  public var message: String

  /// `themes/mine.toml:12: there is no role "titel"; did you mean "title"?`
  public var description: String { line.map { "\(file):\($0): \(message)" } ?? "\(file): \(message)" }
}
