extension ConfigurationTable {
  /// A text.
  public mutating func string(_ key: String) -> String? {
    guard let value = value(key) else { return nil }
    if case .string(let text) = value.content { return text }
    complain(key, wants: "a text in quotes", has: value)
    return nil
  }

  /// `true` or `false`.
  public mutating func bool(_ key: String) -> Bool? {
    guard let value = value(key) else { return nil }
    if case .bool(let flag) = value.content { return flag }
    complain(key, wants: "true or false without quotes", has: value)
    return nil
  }

  /// A whole number within bounds.
  public mutating func integer(_ key: String, in bounds: ClosedRange<Int>) -> Int? {
    guard let value = value(key) else { return nil }
    if case .integer(let whole) = value.content, let number = Int(exactly: whole), bounds.contains(number) {
      return number
    }
    complain(key, wants: "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)", has: value)
    return nil
  }

  /// A number, with or without a point; never infinite.
  public mutating func number(_ key: String) -> Double? {
    guard let value = value(key) else { return nil }
    switch value.content {
    case .integer(let whole): return Double(whole)
    case .number(let number) where number.isFinite: return number
    default:
      complain(key, wants: "a number", has: value)
      return nil
    }
  }

  /// A list of anything.
  public mutating func list(_ key: String) -> [ConfigurationValue]? {
    guard let value = value(key) else { return nil }
    if case .array(let elements) = value.content { return elements }
    complain(key, wants: "a list in [ ]", has: value)
    return nil
  }

  /// One of the words that an enumeration knows.
  public mutating func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, as type: Word.Type, called what: String
  ) -> Word? where Word.RawValue == String {
    guard let text = string(key) else { return nil }
    if let word = Word(rawValue: text) { return word }
    complainAboutWord(text, key, called: what, known: Word.allCases.map(\.rawValue))
    return nil
  }

  /// Complains about a word that is none of the known ones.
  public mutating func complainAboutWord(_ word: String, _ key: String, called what: String, known: [String]) {
    complain(
      "unknown \(what) \"\(word)\"", about: key, suggestion: DidYouMean.nearest(to: word, among: known),
      hint: "Known \(what)s: \(known.joined(separator: ", "))")
  }

  /// Complains that a key must be there.
  public mutating func complainAboutAbsence(of key: String, hint: String = "") {
    complain(place.isEmpty ? "no \"\(key)\"" : "\(place) has no \"\(key)\"", hint: hint)
  }
}
