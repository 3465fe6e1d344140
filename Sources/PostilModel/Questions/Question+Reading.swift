import PostilConfiguration

extension Question {
  /// The columns of exported tables and the keys of the queue's filter; no question may have such a name.
  public static let reservedNames: Set<String> = [
    "id", "number", "annotator", "state", "answer", "flag", "flagged", "suggestion", "suggested", "comment", "sort",
    "revision", "guidelines", "skip_reason", "seconds", "saved_at", "metadata", "provenance", "suggestions",
    "shown",
  ]

  /// Reads a `[[question]]` table; nil when it has complained.
  ///
  /// The condition is read and not yet held against the other questions: `ProjectReader` knows those.
  ///
  /// - Parameter number: its place among the questions, from 1, to name it while it has no name.
  static func read(_ table: inout ConfigurationTable, number: Int) -> Question? {
    table.place = "question \(number)"
    let reason = "the desk, the queue's filter or an export uses it for itself"
    let name = table.name("name", reserved: reservedNames, because: reason)
    if let name { table.place = "question \"\(name)\"" }
    let before = table.problems.count
    let title = table.heading("title")
    let help = table.string("help") ?? ""
    let isRequired = table.bool("required") ?? true
    let defaultAnswer = table.value("default")
    let condition = readCondition(&table)
    let kind = readKind(&table)
    let about = kind.map { $0.subjectKinds.isEmpty } ?? false ? nil : table.string("about")
    if let kind, let defaultAnswer, let reason = kind.problem(with: defaultAnswer.json) {
      table.complain("the default of \(table.place) is no answer to it: it \(reason)", line: defaultAnswer.line)
    }
    guard let name, let kind, table.problems.count == before else { return nil }
    return Question(
      name: name, title: title, help: help, isRequired: isRequired, defaultAnswer: defaultAnswer?.json,
      condition: condition, about: about, kind: kind)
  }

  private static func readKind(_ table: inout ConfigurationTable) -> (any QuestionKind)? {
    guard table.value("type") != nil else {
      table.ignoreUnreadKeys()
      table.complainAboutAbsence(of: "type", hint: "Known types: \(QuestionKinds.typeNames.joined(separator: ", "))")
      return nil
    }
    guard let word = table.string("type") else {
      table.ignoreUnreadKeys()
      return nil
    }
    guard let type = QuestionKinds.all.first(where: { $0.typeName == word }) else {
      table.ignoreUnreadKeys()
      table.complain(
        "unknown question type \"\(word)\"", about: "type",
        suggestion: DidYouMean.nearest(to: word, among: QuestionKinds.typeNames),
        hint: "Known types: \(QuestionKinds.typeNames.joined(separator: ", "))")
      return nil
    }
    return type.read(&table)
  }

  private static func readCondition(_ table: inout ConfigurationTable) -> Condition? {
    table.table("when", place: "\"when\" of \(table.place)") { when in
      let question = when.string("question")
      let value = when.value("is")
      if question == nil, !when.keys.contains("question") { when.complainAboutAbsence(of: "question") }
      guard let value else {
        when.complainAboutAbsence(of: "is", hint: "For example: when = { question = \"relevant\", is = \"yes\" }")
        return nil
      }
      let values: [JSONValue]
      if case .array(let elements) = value.content { values = elements.map(\.json) } else { values = [value.json] }
      if values.isEmpty { when.complain("\(when.named("is")) is an empty list", about: "is") }
      guard let question, !values.isEmpty else { return nil }
      return Condition(question: question, values: values)
    }
  }
}
