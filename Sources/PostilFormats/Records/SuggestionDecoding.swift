import CJSON
import PostilModel

extension RecordDecoder {
  /// The suggestions of a record: a list of `{question, answer, model, score}`, or an object of question → answer with
  /// `model` and `score` in it or beside it in the record. nil when the text is neither.
  func suggestions(
    in text: UnsafeRawBufferPointer, beside members: RecordSplitter.Members
  ) throws(Rejection) -> [Suggestion]? {
    var value = try value(text)
    if isTable, let cell = value.string { value = (try? parser.parse(cell)) ?? .null }
    switch value {
    case .null: return []
    case .array(let elements):
      var list: [Suggestion] = []
      for element in elements {
        guard let object = element.object else {
          throw Rejection(.badSuggestion, "has a suggestion that is not an object")
        }
        list.append(try suggestion(object))
      }
      return list
    case .object(let object): return try suggestions(of: object, beside: members)
    default: return nil
    }
  }

  /// Suggestions on their own: one record is one suggestion, or an id with a list of them.
  func proposals(_ members: RecordSplitter.Members) throws(Rejection) -> [Suggestion] {
    if let found = member(ColumnTable.suggestions, of: members) {
      guard let list = try suggestions(in: members.value(found), beside: members), !list.isEmpty else {
        throw Rejection(.badSuggestion, "has no suggestion in \"suggestions\"")
      }
      return list
    }
    var object = JSONObject()
    let places = [ColumnTable.question, ColumnTable.answer, ColumnTable.model, ColumnTable.score]
    for (key, place) in zip(["question", "answer", "model", "score"], places) {
      guard let found = member(place, of: members) else { continue }
      object[key] = try value(members.value(found))
    }
    return [try suggestion(object)]
  }

  private func suggestions(
    of object: JSONObject, beside members: RecordSplitter.Members
  ) throws(Rejection) -> [Suggestion] {
    func aside(_ key: String, _ place: Int) throws(Rejection) -> JSONValue? {
      if layout.questions.contains(where: { $0.name == key }) { return nil }
      if let inside = object[key] { return inside }
      return try member(place, of: members).map { member throws(Rejection) in try value(members.value(member)) }
    }
    let model = try aside("model", ColumnTable.model)
    let score = try aside("score", ColumnTable.score)
    var list: [Suggestion] = []
    for pair in object.members {
      let isQuestion = layout.questions.contains { $0.name == pair.key }
      if !isQuestion, pair.key == "model" || pair.key == "score" { continue }
      var one = JSONObject([("question", .string(pair.key)), ("answer", pair.value)])
      one["model"] = model
      one["score"] = score
      list.append(try suggestion(one))
    }
    return list
  }

  private func suggestion(_ object: JSONObject) throws(Rejection) -> Suggestion {
    guard let name = object["question"]?.string else {
      throw Rejection(.badSuggestion, "has a suggestion that names no question")
    }
    guard let question = layout.questions.first(where: { $0.name == name }) else {
      let known = layout.questions.map(\.name).joined(separator: ", ")
      throw Rejection(.badSuggestion, "suggests an answer to \"\(name)\"; the questions are \(known)")
    }
    guard var answer = object["answer"], answer != .null else {
      throw Rejection(.badSuggestion, "suggests no answer to \"\(name)\"")
    }
    if isTable, let text = answer.string, let meant = question.kind.answer(fromText: text) { answer = meant }
    if let problem = question.kind.problem(with: answer) {
      throw Rejection(.badSuggestion, "suggests \(answer.jsonText) for \"\(name)\", which \(problem)")
    }
    let model = object["model"]?.string ?? ""
    return Suggestion(
      question: name, answer: answer, model: model.isEmpty ? "unknown" : model, score: try score(object["score"], name))
  }

  private func score(_ value: JSONValue?, _ question: String) throws(Rejection) -> Double? {
    guard let value, value != .null else { return nil }
    if isTable, let text = value.string {
      if text.isEmpty { return nil }
      if let number = Double(text), number.isFinite { return number }
    }
    guard let number = value.double else {
      throw Rejection(.badSuggestion, "has a score for \"\(question)\" that is not a number")
    }
    return number
  }
}
