import PostilModel

/// What a source says of its responses, as answers to a project's questions.
struct JudgedAnswers {
  private let record: PreferenceRecord
  private let layout: RecordLayout
  private let places: FieldPlaces

  init(_ record: PreferenceRecord, _ layout: RecordLayout, _ places: FieldPlaces) {
    self.record = record
    self.layout = layout
    self.places = places
  }

  /// The question that takes the judgement, its answer, and how many ratings it lacks.
  private struct Found {
    var question: String
    var answer: JSONValue
    var missing = 0
  }

  /// The answers by question, which are empty when none takes the judgement, and how many ratings they lack.
  var answers: (JSONObject, missing: Int) {
    let found: Found? =
      switch record.judgement {
      case .order(let tiers): order(tiers).map { Found(question: $0, answer: $1) }
      case .verdict(let isGood): verdict(isGood).map { Found(question: $0, answer: $1) }
      case .ratings(let ratings): self.ratings(ratings)
      case nil: nil
      }
    return (JSONObject(found.map { [($0.question, $0.answer)] } ?? []), found?.missing ?? 0)
  }

  private var ids: [String] { record.responses.enumerated().map { $1.id ?? String($0 + 1) } }

  /// The questions about the candidates.
  private func questions<Kind: QuestionKind>(_ kind: Kind.Type) -> [(name: String, kind: Kind)] {
    guard let index = places.candidates else { return [] }
    let field = layout.fields[index].name
    return layout.questions.compactMap { question in
      guard let kind = question.kind as? Kind, question.about == nil || question.about == field else { return nil }
      return (question.name, kind)
    }
  }

  /// A ranking, which may leave some out; else a comparison of two.
  private func order(_ tiers: [[Int]]) -> (String, JSONValue)? {
    let ids = ids
    let named = tiers.map { $0.map { ids[$0] } }
    if let question = questions(RankingQuestion.self).first {
      let answer = WeakOrder(tiers: named).json
      if question.kind.problem(with: answer) == nil { return (question.name, answer) }
    }
    guard ids.count == 2, named.flatMap({ $0 }).count == 2,
      let question = questions(ComparisonQuestion.self).first
    else { return nil }
    let answer =
      named.count == 1 ? Comparison.tie : .better(preferred: named[0][0], other: named[1][0], strength: nil)
    return question.kind.problem(with: answer.json) == nil ? (question.name, answer.json) : nil
  }

  /// One of two labels by which people say good or bad.
  private func verdict(_ isGood: Bool) -> (String, JSONValue)? {
    for question in layout.questions {
      guard let kind = question.kind as? LabelQuestion else { continue }
      if let pair = VerdictLabels(kind) { return (question.name, .string(isGood ? pair.good : pair.bad)) }
    }
    return nil
  }

  /// A grid whose aspects the source rates: of several questions the one of which the fewest ratings are missing.
  private func ratings(_ ratings: [JSONObject]) -> Found? {
    var best: Found?
    for question in questions(RatingsQuestion.self) {
      var all = JSONObject()
      var missing = 0
      for (id, rated) in zip(ids, ratings) {
        var one = JSONObject()
        for aspect in question.kind.aspects {
          if let step = rated[aspect.name], question.kind.scale.problem(with: step) == nil {
            one[aspect.name] = step
          } else {
            missing += 1
          }
        }
        if !one.isEmpty { all[id] = .object(one) }
      }
      guard !all.isEmpty, missing < best?.missing ?? .max else { continue }
      best = Found(question: question.name, answer: .object(all), missing: missing)
    }
    return best
  }
}
