import PostilConfiguration

/// What names, titles and keys may look like.
enum Names {
  /// The most characters that a name may have.
  static let longest = 64

  /// Why a text is no name for a field or a question; nil when it is one.
  static func problem(withName name: String) -> String? {
    guard let first = name.unicodeScalars.first else { return "is empty" }
    if name.unicodeScalars.count > longest { return "is longer than \(longest) characters" }
    guard first == "_" || first.properties.isAlphabetic else { return "must begin with a letter" }
    for scalar in name.unicodeScalars where !isNamePart(scalar) {
      return scalar == " "
        ? "has a blank; use _ instead" : "has \(shown(scalar)); only letters, digits, _ and - may stand in it"
    }
    return nil
  }

  /// Why a text is no label; nil when it is one.
  static func problem(withLabel name: String) -> String? {
    if name.isEmpty { return "is empty" }
    if name.unicodeScalars.count > 200 { return "is longer than 200 characters" }
    if name.first == " " || name.last == " " { return "begins or ends with a blank" }
    for scalar in name.unicodeScalars {
      if scalar == "|" { return "has |, which parts labels in exported tables" }
      if VisibleText.isControl(scalar) { return "has the control character \(shown(scalar))" }
    }
    return nil
  }

  /// Why a text is no title; nil when it is one.
  static func problem(withTitle title: String) -> String? {
    if title.unicodeScalars.allSatisfy(\.properties.isWhitespace) { return "is empty" }
    if let control = title.unicodeScalars.first(where: VisibleText.isControl) {
      return control == "\n" ? "must be one line" : "has the control character \(shown(control))"
    }
    return nil
  }

  /// Why a text is no key for a label; nil when it is one.
  static func problem(withKey key: String) -> String? {
    guard key.unicodeScalars.count == 1, let scalar = key.unicodeScalars.first else {
      return "wants a single character"
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
      .spaceSeparator, .nonspacingMark, .spacingMark, .enclosingMark:
      return "wants a character that can be seen"
    default: return nil
    }
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "_" || scalar == "-" || scalar.properties.isAlphabetic { return true }
    switch scalar.properties.generalCategory {
    case .decimalNumber, .nonspacingMark, .spacingMark: return true
    default: return false
    }
  }

  /// A scalar in quotation marks, or by its number when it cannot be seen.
  private static func shown(_ scalar: Unicode.Scalar) -> String {
    VisibleText.isHidden(scalar) ? VisibleText.number(of: scalar) : "\"\(scalar)\""
  }
}
