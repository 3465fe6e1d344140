import PostilModel

/// The scalars of an answer as texts, for the table `answer`.
enum AnswerRows {
  /// Longer texts are cut here: the whole answer is in the annotation, and an index wants short keys.
  static let maximumBytes = 256

  /// The values of an answer: one for a scalar, one for each scalar of a list, none for `null` and objects.
  static func values(of answer: JSONValue) -> [String] {
    if let elements = answer.array { return elements.compactMap(value) }
    return value(answer).map { [$0] } ?? []
  }

  private static func value(_ answer: JSONValue) -> String? {
    switch answer {
    case .string(let text): cut(text)
    case .number(let number) where number == number.rounded() && abs(number) < 1e15: String(Int64(number))
    case .null, .array, .object: nil
    default: answer.jsonText
    }
  }

  /// The beginning of a text, whole scalars only.
  static func cut(_ text: String) -> String {
    let utf8 = text.utf8
    guard utf8.count > maximumBytes else { return text }
    var end = utf8.index(utf8.startIndex, offsetBy: maximumBytes)
    while utf8[end] & 0xC0 == 0x80 { end = utf8.index(before: end) }
    return String(text.unicodeScalars[..<end])
  }
}
