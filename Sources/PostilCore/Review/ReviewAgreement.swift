/// How far annotators agree, as the top line tells it.
public enum ReviewAgreement: Sendable, Hashable {
  /// Krippendorff's alpha of a question, its interval of 95 % where one could be worked out, and on how many tasks it
  /// stands. The question is named where there are several.
  case alpha(Double, interval: ClosedRange<Double>?, count: Int, question: String?)
  /// Why there is none, in a few words. The question is named where there are several.
  case undefined(String, question: String? = nil)

  /// What a report tells of the first question for which there is an alpha.
  public init(_ report: ProjectReport) {
    let measured = report.questions.filter { $0.scale != .none }
    for question in measured {
      guard let alpha = question.alpha.value else { continue }
      self = .alpha(
        alpha, interval: question.interval, count: question.comparedTasks,
        question: measured.count > 1 ? question.name : nil)
      return
    }
    guard let first = measured.first, let reason = first.alpha.reason else {
      self = .undefined("no question has a measure")
      return
    }
    self = .undefined(reason, question: report.questions.count > 1 ? first.name : nil)
  }
}
