import CJSON
import PostilModel

extension RecordDecoder {
  /// Takes the suggestions of a record: a list of `{question, answer, model, score}`, or an object of question → answer
  /// with `model` and `score` in it or beside it in the record. Those that do not fit are put aside within the record.
  /// False when the text is neither.
  func takeSuggestions(
    in text: UnsafeRawBufferPointer, beside members: RecordSplitter.Members, into record: inout ImportedRecord
  ) throws(Rejection) -> Bool {
    var value = try value(text)
    if isTable, let cell = value.string { value = (try? parser.parse(cell)) ?? .null }
    switch value {
    case .null: break
    case .array(let elements):
      for element in elements { take(element, into: &record) }
    case .object(let object):
      for one in try suggestions(of: object, beside: members) { take(one, into: &record) }
    default: return false
    }
    return true
  }

  /// Suggestions on their own: one record is one suggestion, or an id with a list of them, of which one must fit.
  func takeProposals(_ members: RecordSplitter.Members, into record: inout ImportedRecord) throws(Rejection) {
    if let found = member(ColumnTable.suggestions, of: members) {
      let isTaken = try takeSuggestions(in: members.value(found), beside: members, into: &record)
      guard record.suggestions.isEmpty else { return }
      let bad = record.badSuggestions
      guard isTaken, let first = bad.first else {
        throw Rejection(.badSuggestion, "has no suggestion in \"suggestions\"")
      }
      let others = bad.count > 1 ? ", and \(bad.count - 1) more that do not fit" : ""
      throw Rejection(.badSuggestion, first.reason + others)
    }
    var object = JSONObject()
    let places = [ColumnTable.question, ColumnTable.answer, ColumnTable.model, ColumnTable.score]
    for (key, place) in zip(["question", "answer", "model", "score"], places) {
      guard let found = member(place, of: members) else { continue }
      object[key] = try value(members.value(found))
    }
    record.suggestions.append(try suggestion(object))
  }

  private func take(_ value: JSONValue, into record: inout ImportedRecord) {
    do throws(Rejection) {
      guard let object = value.object else {
        throw Rejection(.badSuggestion, "has a suggestion that is not an object")
      }
      record.suggestions.append(try suggestion(object))
    } catch {
      record.badSuggestions.append(.init(value: value, reason: error.reason))
    }
  }

  /// An object of question → answer, as a list.
  private func suggestions(
    of object: JSONObject, beside members: RecordSplitter.Members
  ) throws(Rejection) -> [JSONValue] {
    func aside(_ key: String, _ place: Int) throws(Rejection) -> JSONValue? {
      if layout.questions.contains(where: { $0.name == key }) { return nil }
      if let inside = object[key] { return inside }
      return try member(place, of: members).map { member throws(Rejection) in try value(members.value(member)) }
    }
    let model = try aside("model", ColumnTable.model)
    let score = try aside("score", ColumnTable.score)
    var list: [JSONValue] = []
    for pair in object.members {
      let isQuestion = layout.questions.contains { $0.name == pair.key }
      if !isQuestion, pair.key == "model" || pair.key == "score" { continue }
      var one = JSONObject([("question", .string(pair.key)), ("answer", pair.value)])
      one["model"] = model
      one["score"] = score
      list.append(.object(one))
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
      throw Rejection(.badSuggestion, "suggests \(Self.shown(answer)) for \"\(name)\", which \(problem)")
    }
    let model = object["model"]?.string ?? ""
    return Suggestion(
      question: name, answer: answer, model: model.isEmpty ? "unknown" : model, score: try score(object["score"], name))
  }

  /// An answer in a message: its beginning, where it is long.
  private static func shown(_ answer: JSONValue) -> String {
    let text = answer.jsonText
    return text.utf8.count > 240 ? text.prefix(200) + " …" : text
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
