import PostilModel
import PostilScreen

/// What a question's pane is drawn from.
struct QuestionView: Sendable {
  let question: Question
  let answer: JSONValue?
  /// What models propose for this question.
  let suggestions: [Suggestion]
  /// The keys to show before the choices.
  let keys: [Character?]
  /// Whether this is the session's focused question.
  let isFocused: Bool
  /// The choice under the cursor, when the questions have the focus.
  let cursor: Int?
  /// What is being written, when it is the answer to this question.
  let writing: Writing?

  /// What is proposed, with model and score, for those proposals that `isMeant` picks.
  func suggestionText(where isMeant: (JSONValue) -> Bool = { _ in true }) -> String {
    suggestions.filter { isMeant($0.answer) }.map(Self.source).joined(separator: ", ")
  }

  /// `model-a 0.71`
  static func source(of suggestion: Suggestion) -> String {
    guard let score = suggestion.score else { return suggestion.model }
    return suggestion.model + " " + Decimals.text(score, places: 2)
  }

  /// The proposals that name a choice, alone or in a list.
  func suggestionText(forChoice name: String) -> String {
    suggestionText { answer in
      if let list = answer.array { return list.contains { $0.string == name } }
      return answer.string == name || answer.jsonText == name
    }
  }
}
