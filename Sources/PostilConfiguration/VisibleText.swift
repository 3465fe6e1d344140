/// Texts with what cannot be seen spelt out, so that a message cannot command a terminal.
public enum VisibleText {
  /// The text with its control characters and direction marks as `<U+001B>`.
  public static func text(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      if isControl(scalar) { out += "<" + number(of: scalar) + ">" } else { out.unicodeScalars.append(scalar) }
    }
    return out
  }

  /// Whether a scalar ends lines, turns the direction of the text around it, or commands a terminal.
  public static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    // Marks that turn the direction of the text around them would garble the screen's columns.
    case .format: return (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    default: return false
    }
  }

  /// Whether a scalar shows nothing: a control or any other mark of format.
  public static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    isControl(scalar) || scalar.properties.generalCategory == .format
  }

  /// `U+001B`
  public static func number(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
