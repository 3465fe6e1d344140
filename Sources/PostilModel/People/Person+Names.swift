import PostilConfiguration

extension Person {
  /// The most characters that a name may have.
  private static let longestName = 100

  /// Why a text is nobody's name, in words that go on after "a name"; nil when it may be one.
  public static func problem(withName name: String) -> String? {
    if name.isEmpty { return "must not be empty" }
    if name.unicodeScalars.count > longestName { return "must not be longer than \(longestName) characters" }
    if name.first == " " || name.last == " " { return "must not begin or end with a blank" }
    if AnnotatorName.isSource(name) {
      return "must not begin with \"\(AnnotatorName.sourcePrefix)\", which stands for imported files"
    }
    if let hidden = name.unicodeScalars.first(where: VisibleText.isControl) {
      return "must not have the control character \(VisibleText.number(of: hidden))"
    }
    return nil
  }

  /// Why two texts are nothing that somebody tells of themselves (`country`, `DE`); nil when they may be.
  public static func problem(withAttribute name: String, value: String) -> String? {
    for (what, text) in [("the name of an attribute", name), ("the value of \"\(name)\"", value)] {
      if text.isEmpty { return "\(what) is empty" }
      if text.unicodeScalars.count > longestName { return "\(what) is longer than \(longestName) characters" }
      if text.unicodeScalars.contains(where: VisibleText.isControl) { return "\(what) has a control character" }
    }
    return nil
  }
}
