import CJSON
import PostilModel

extension RecordDecoder {
  /// Answers on their own: `{task, annotator, …}` with a column a question, or what is known of a task. The one annotation
  /// of the record has them; for gold it has no annotator, its comment is the explanation, and its mark says whether it
  /// belongs to the qualification.
  func takeAnswers(_ members: RecordSplitter.Members, into record: inout ImportedRecord) throws(Rejection) {
    var values: [AnswerColumns.Meaning: JSONValue] = [:]
    var places: [AnswerColumns.Meaning: Int] = [:]
    for member in members.members where member.target >= 0 {
      let place = Int(member.target)
      let meaning = answers.meanings[place]
      guard places[meaning].map({ place < $0 }) ?? true, case let value = try value(members.value(member)) else {
        continue
      }
      // An empty cell says nothing.
      guard value != .null, !(isTable && value == .string("")) else { continue }
      (values[meaning], places[meaning]) = (value, place)
    }
    guard let task = values[.task].map(Self.text), !task.isEmpty else {
      throw Rejection(.badID, "names no task in \"task\" or \"id\"")
    }
    record.id.append(contentsOf: task.utf8)
    var annotation = Annotation(state: .submitted, revision: 1)
    for (place, question) in layout.questions.enumerated() {
      guard let value = values[.question(place)] else { continue }
      annotation.answers[question.name] = try answer(to: question, value)
    }
    if annotation.answers.isEmpty { throw Rejection(.badAnswer, "has no answer") }
    if layout.purpose == .gold {
      annotation.comment = values[.explanation].map(Self.text) ?? ""
      annotation.isFlagged = values[.qualification].map { Self.isYes($0) } ?? false
      record.annotations = [.init(annotator: "", annotation: annotation)]
    } else {
      try takeCircumstances(values, &annotation)
      record.annotations = [.init(annotator: try annotator(values), annotation: annotation)]
    }
  }

  private func annotator(_ values: [AnswerColumns.Meaning: JSONValue]) throws(Rejection) -> String {
    let name = values[.annotator].map(Self.text) ?? ""
    if let problem = Person.problem(withName: name) { throw Rejection(.badAnnotation, "a name \(problem)") }
    return name
  }

  private func takeCircumstances(
    _ values: [AnswerColumns.Meaning: JSONValue], _ annotation: inout Annotation
  ) throws(Rejection) {
    if let seconds = values[.seconds] {
      guard let count = seconds.double ?? seconds.string.flatMap(Double.init), count >= 0, count < 1e8 else {
        throw Rejection(.badAnnotation, "has \(seconds.jsonText) as seconds, which is no time")
      }
      annotation.activeMilliseconds = Int((count * 1000).rounded())
    }
    if let at = values[.savedAt] {
      guard let moment = at.string.flatMap(Timestamp.init(iso8601:)) else {
        throw Rejection(.badAnnotation, "has the time \(at.jsonText), which is not like 2026-01-31T09:05:00Z")
      }
      annotation.savedAt = moment
    }
  }

  private func answer(to question: Question, _ value: JSONValue) throws(Rejection) -> JSONValue {
    if !isTable, value.string == nil, question.kind.problem(with: value) == nil { return value }
    let text = Self.text(value)
    if let answer = AnswerText(layout.values).answer(to: question, text) { return answer }
    let reason = question.kind.problem(with: value) ?? "does not take \(value.jsonText)"
    var words = "has \(value.jsonText) for \"\(question.name)\", which \(reason)"
    if !question.kind.choices.isEmpty {
      words += "; with --value \(text)=LABEL you say which label it means"
    }
    throw Rejection(.badAnswer, words)
  }

  private static func text(_ value: JSONValue) -> String { value.string ?? value.jsonText }

  private static func isYes(_ value: JSONValue) -> Bool {
    value.bool ?? ["1", "true", "yes"].contains(text(value).lowercased())
  }
}
