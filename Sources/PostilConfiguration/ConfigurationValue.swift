/// A value from a TOML file, with the line that it stands on.
public struct ConfigurationValue: Sendable, Hashable {
  /// One key and its value.
  public struct Member: Sendable, Hashable {
    /// The key.
    public var key: String
    /// Its value; the value's line is the key's.
    public var value: ConfigurationValue
  }

  /// What the value is.
  public enum Content: Sendable, Hashable {
    /// A string.
    case string(String)
    /// A whole number.
    case integer(Int64)
    /// A number with a point.
    case number(Double)
    /// `true` or `false`.
    case bool(Bool)
    /// A date, a time or both: known by its TOML text only.
    case date(String)
    /// A list.
    case array([ConfigurationValue])
    /// A table, inline or not.
    case table([Member])
  }

  /// The line, from 1.
  public var line: Int
  /// What it is.
  public var content: Content

  /// A value at a line.
  public init(line: Int, content: Content) {
    self.line = line
    self.content = content
  }

  /// The value in a few words, for "has …" in a complaint.
  public var words: String {
    switch content {
    case .string(let text): "the text \"\(text)\""
    case .integer(let value): "the number \(value)"
    case .number(let value): "the number \(value)"
    case .bool(let value): "\(value)"
    case .date(let text): "the date \(text)"
    case .array: "a list"
    case .table: "a table"
    }
  }
}
