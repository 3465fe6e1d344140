import PostilConfiguration
import PostilModel

/// The templates that `postil init --template` knows. A new one is a file of its own and a line here.
public enum ProjectTemplates {
  /// All templates, in the order in which documentation lists them; the first is the one taken when none is named.
  public static let all: [ProjectTemplate] = [
    .sentiment, .entailment, .topics, .transcription, .quality, .preference, .comparison, .demonstration, .copyEdit,
    .pictureCheck, .boxes,
  ]

  /// The template of a name; nil when there is none.
  public static func template(named name: String) -> ProjectTemplate? { all.first { $0.name == name } }

  /// What to say when there is no template of a name.
  public static func complaint(about name: String) -> String {
    let names = all.map(\.name)
    return ConfigurationProblem(
      line: 0, message: "unknown template \"\(name)\"", suggestion: DidYouMean.nearest(to: name, among: names),
      hint: "Known templates: \(names.joined(separator: ", "))"
    ).sentence
  }
}
