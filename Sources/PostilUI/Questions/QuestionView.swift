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
  /// The list of regions, when the answer is one: own ones, then those proposed.
  var regions: [RegionRow] = []
  /// The chosen one, by its place.
  var region: Int?
  /// Those that are not shown.
  var hiddenRegions: Set<Region> = []
  /// What is drawn next, where it is not the usual one.
  var penShape: RegionShape?
  /// The label that the next region gets.
  var penLabel: String?
  /// What was mended, when that is the answer.
  let mended: MendedText?

  /// What names a choice, in so many columns. Where there is less room, the first proposal stands for all, with the number
  /// of the others; a long name loses its middle, as its beginning and its end tell models apart.
  func suggestionText(forChoice name: String, columns: Int, ellipsis: String) -> String {
    let meant = suggestions(forChoice: name)
    let all = meant.map(Self.source).joined(separator: ", ")
    guard TextWidth.columns(of: all) > columns, let first = meant.first else { return all }
    let others = meant.count > 1 ? " +\(meant.count - 1)" : ""
    let rest = Self.score(of: first) + others
    return TextWidth.truncateMiddle(first.model, to: max(1, columns - rest.utf8.count), ellipsis: ellipsis) + rest
  }

  /// `model-a 0.71`
  static func source(of suggestion: Suggestion) -> String { suggestion.model + score(of: suggestion) }

  private static func score(of suggestion: Suggestion) -> String {
    suggestion.score.map { " " + NumberText.decimal($0, places: 2) } ?? ""
  }

  /// The proposals that name a choice, alone or in a list.
  func suggestions(forChoice name: String) -> [Suggestion] {
    suggestions.filter { suggestion in
      if let list = suggestion.answer.array { return list.contains { $0.string == name } }
      return suggestion.answer.string == name || suggestion.answer.jsonText == name
    }
  }
}
