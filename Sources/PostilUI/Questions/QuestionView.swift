import PostilModel
import PostilScreen

/// What a question's pane is drawn from.
struct QuestionView: Sendable {
  let question: Question
  let answer: JSONValue?
  /// What the question is about.
  let subject: Subject?
  /// The response under the cursor, from 0 in the order in which they are shown.
  let candidate: Int
  /// Whether the order so far stands above the responses on this screen.
  let hasRankedLine: Bool
  /// The response that the mouse drags.
  let drag: CandidateDrag?
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
  /// The most rows that an editor takes where much is written.
  let editorRows: Int
  /// What was mended, when that is the answer.
  let mended: MendedText?

  /// What is proposed, with model and score, for those proposals that `isMeant` picks.
  func suggestionText(where isMeant: (JSONValue) -> Bool = { _ in true }) -> String {
    suggestions.filter { isMeant($0.answer) }.map(Self.source).joined(separator: ", ")
  }

  /// What names a choice, in so many columns: a long model name gives way to the score.
  func suggestionText(forChoice name: String, columns: Int, ellipsis: String) -> String {
    let all = suggestionText(forChoice: name)
    guard TextWidth.columns(of: all) > columns, let first = all.split(separator: ",").first else { return all }
    guard let blank = first.lastIndex(of: " ") else { return all }
    let score = String(first[blank...])
    let model = TextWidth.truncate(String(first[..<blank]), to: max(1, columns - score.utf8.count), ellipsis: ellipsis)
    return model + score
  }

  /// `model-a 0.71`
  static func source(of suggestion: Suggestion) -> String {
    guard let score = suggestion.score else { return suggestion.model }
    return suggestion.model + " " + NumberText.decimal(score, places: 2)
  }

  /// The proposals that name a choice, alone or in a list.
  func suggestionText(forChoice name: String) -> String {
    suggestionText { answer in
      if let list = answer.array { return list.contains { $0.string == name } }
      return answer.string == name || answer.jsonText == name
    }
  }
}
