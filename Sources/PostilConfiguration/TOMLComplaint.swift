import TOMLKit

/// Says a TOML parser's error in plain words.
enum TOMLComplaint {
  /// The problem that a parse error stands for.
  static func problem(_ error: TOMLParseError, in bytes: [UInt8]) -> ConfigurationProblem {
    // The parser says "Error while parsing array: expected …"; the part before the colon is of no use to people.
    let words = error.description
    let said = words.firstIndex(of: ":").map { String(words[words.index(after: $0)...].drop { $0 == " " }) } ?? words
    let place = error.source.begin
    let line = text(ofLine: place.line, in: bytes)
    let (message, hint) = reworded(said, line: line)
    return ConfigurationProblem(line: place.line, column: place.column, message: message, hint: hint)
  }

  private static func reworded(_ said: String, line: String) -> (message: String, hint: String) {
    if line.drop(while: { $0 == " " }).hasPrefix("//") { return ("not TOML", "A remark begins with #.") }
    if let name = quoted(in: said, after: "cannot redefine existing ") {
      let hint = said.contains("table") ? "Keep one, or write [[\(name)]] with two brackets for a list." : "Keep one."
      return ("\"\(name)\" is there twice", hint)
    }
    if said.contains("control characters other than TAB") {
      let hint = "Close it with its quotation mark, or begin and end it with three of them."
      return ("a text does not end on its line, or has a control character", hint)
    }
    if said.hasPrefix("encountered end-of-file") { return ("the file ends in the middle of a value", "") }
    if said.hasPrefix("could not determine value type"), line.contains(where: { "“”„‘’«»".contains($0) }) {
      return ("not TOML", "Use straight quotation marks: \" and not “ or ’.")
    }
    if said.hasPrefix("could not determine value type") || said.hasPrefix("expected 'true'")
      || said.hasPrefix("expected 'false'")
    {
      return ("a value that is no text, number, list or table", "Texts want quotation marks; true and false none.")
    }
    if said.hasPrefix("expected '='") { return ("no = after the key", "For example: name = \"text\"") }
    if said.hasPrefix("expected a comment or whitespace") {
      return ("more on the line than a key and its value", "Write each key on a line of its own.")
    }
    // The parser spells a line end as backslash and n.
    let isAtLineEnd = said.hasSuffix("saw '\\n'")
    return ("not TOML: " + (isAtLineEnd ? said.dropLast(4) + "the end of the line" : said[...]), "")
  }

  /// The text between the first two quotation marks of a message that begins as given.
  private static func quoted(in said: String, after beginning: String) -> String? {
    guard said.hasPrefix(beginning) else { return nil }
    let parts = said.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    return parts.count == 3 ? String(parts[1]) : nil
  }

  private static func text(ofLine number: Int, in bytes: [UInt8]) -> String {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard number >= 1, number <= lines.count else { return "" }
    return String(decoding: lines[number - 1], as: UTF8.self)
  }
}
