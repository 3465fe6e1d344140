/// One piece of a typed filter: a word to look for, or a key with a value.
struct QueueFilterToken: Equatable {
  /// What stands before the colon; nil for a word to look for.
  var key: String?
  /// The word or the value, without quotes.
  var text: String
  /// Where it begins in the filter.
  var start: String.Index
  /// Whether the last quotation mark was never closed.
  var isOpen: Bool

  /// Cuts a filter into its pieces: blanks part them, except between quotation marks.
  static func tokens(of filter: String) -> [QueueFilterToken] {
    var tokens: [QueueFilterToken] = []
    let scalars = filter.unicodeScalars
    var place = scalars.startIndex
    while place < scalars.endIndex {
      if scalars[place].properties.isWhitespace {
        place = scalars.index(after: place)
      } else {
        tokens.append(token(in: scalars, at: &place))
      }
    }
    return tokens
  }

  private static func token(in scalars: String.UnicodeScalarView, at place: inout String.Index) -> QueueFilterToken {
    var token = QueueFilterToken(key: nil, text: "", start: place, isOpen: false)
    var text = String.UnicodeScalarView()
    while place < scalars.endIndex {
      let scalar = scalars[place]
      if scalar.properties.isWhitespace, !token.isOpen { break }
      place = scalars.index(after: place)
      switch scalar {
      case "\"": token.isOpen.toggle()
      case "\\" where token.isOpen && place < scalars.endIndex:
        text.append(scalars[place])
        place = scalars.index(after: place)
      case ":" where !token.isOpen && token.key == nil && isKey(text, in: scalars[token.start..<place]):
        token.key = String(text)
        text = String.UnicodeScalarView()
      default: text.append(scalar)
      }
    }
    token.text = String(text)
    return token
  }

  /// Before a colon stands a name without quotes; `12:30` and `":)"` are words.
  private static func isKey(_ text: String.UnicodeScalarView, in source: Substring.UnicodeScalarView) -> Bool {
    guard let first = text.first, source.first != "\"" else { return false }
    return first == "_" || first.properties.isAlphabetic
  }

  /// A text as it stands in a filter: in quotation marks where it must.
  static func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      !scalar.properties.isWhitespace && scalar != "\"" && scalar != "\\" && scalar != ":" && scalar != ","
    }
    guard text.isEmpty || !isPlain else { return text }
    var out = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { out.unicodeScalars.append("\\") }
      out.unicodeScalars.append(scalar)
    }
    return out + "\""
  }
}
