import PostilModel

/// Which parts of a project's tasks are the prompt, the responses and what is said of them.
///
/// The prompt is the first `chat` field, else the first `text` field that no question mends. The responses are the first
/// `candidates` field.
struct TrainingLayout {
  /// The name of the prompt's field; nil when there is none.
  let prompt: String?
  /// The name of the responses' field; nil when there is none.
  let responses: String?
  /// The questions that order the responses, in the project's order.
  let orders: [Question]
  /// The questions that a response is written or mended for.
  let writings: [Question]
  /// The questions that say which responses are good: `edit`, `ranking`, `comparison`, and labels of two.
  let judgings: [Question]
  /// The questions that rate the responses.
  let ratings: [Question]
  /// The field of a single response: the first `text` field that is not the prompt.
  let response: String?

  init(_ layout: ExportLayout) {
    let edited = Set(layout.questions.filter { $0.kind is EditQuestion }.compactMap(\.about))
    let texts = layout.fields.filter { $0.kind == .text }.map(\.name)
    let prompt = layout.fields.first { $0.kind == .chat }?.name ?? texts.first { !edited.contains($0) }
    let responses = layout.fields.first { $0.kind == .candidates }?.name
    self.prompt = prompt
    self.responses = responses
    orders = layout.questions.filter { question in
      guard question.kind is RankingQuestion || question.kind is ComparisonQuestion else { return false }
      return responses != nil && (question.about ?? responses) == responses
    }
    ratings = layout.questions.filter { question in
      question.kind is RatingsQuestion && responses != nil && (question.about ?? responses) == responses
    }
    writings = layout.questions.filter { $0.kind is TextQuestion || $0.kind is EditQuestion }
    let response = texts.first { $0 != prompt }
    self.response = response
    judgings = layout.questions.filter { question in
      switch question.kind {
      case is EditQuestion: true
      case is RankingQuestion, is ComparisonQuestion:
        responses != nil && (question.about ?? responses) == responses
      case let label as LabelQuestion: response != nil && label.choices.count == 2
      default: false
      }
    }
  }

  /// Which of two labels says that a response is good: of `good` and `bad`, `yes` and `no` and the like the one that does, of
  /// others the first.
  static func goodLabel(of kind: LabelQuestion) -> String? { VerdictLabels(kind)?.good ?? kind.choices.first?.name }
}
