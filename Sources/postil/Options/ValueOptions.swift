import ArgumentParser
import PostilConfiguration
import PostilFormats
import PostilModel

/// What the texts of a table stand for: `--value 1=entailment`.
struct ValueOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What a text in a column of answers stands for: --value 1=entailment --value 0=neutral. Repeatable.",
      valueName: "text=answer"))
  var value: [ValueMeaning] = []

  /// The texts with what they stand for.
  ///
  /// - Throws: `ValidationError` when no question of the project takes an answer.
  func values(for project: Project) throws -> [String: String] {
    for meaning in value
    where !project.questions.contains(where: { AnswerText().answer(to: $0, meaning.answer) != nil }) {
      let known = project.questions.flatMap { $0.kind.choices.map(\.name) }
      let hint = DidYouMean.nearest(to: meaning.answer, among: known).map { ", did you mean \"\($0)\"?" }
      throw ValidationError(
        "no question takes \"\(meaning.answer)\"\(hint ?? (known.isEmpty ? "" : "; labels are \(known.joined(separator: ", "))"))"
      )
    }
    return Dictionary(value.map { ($0.text, $0.answer) }) { _, last in last }
  }
}
