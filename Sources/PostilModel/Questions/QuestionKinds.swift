/// The kinds that Postil knows. A new kind is added here, and has a file of its own.
public enum QuestionKinds {
  /// All kinds, in the order in which documentation lists them.
  public static let all: [any QuestionKind.Type] = [
    LabelQuestion.self, LabelsQuestion.self, RatingQuestion.self, NumberQuestion.self, TextQuestion.self,
    RankingQuestion.self, ComparisonQuestion.self, RatingsQuestion.self, EditQuestion.self, RemarksQuestion.self,
    BoxesQuestion.self,
  ]

  /// The words that may stand after `type =`.
  public static var typeNames: [String] { all.map { $0.typeName } }
}
