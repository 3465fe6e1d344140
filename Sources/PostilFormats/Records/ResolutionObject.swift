import PostilModel

/// Final answers as JSON objects, answers in the order of the questions.
struct ResolutionObject {
  private let questions: [String]

  init(_ questions: [Question]) { self.questions = questions.map(\.name) }

  /// A final answer and how it came about.
  func object(_ resolution: Resolution) -> JSONObject {
    JSONObject([
      ("answers", answers(resolution.answers)), ("method", .string(resolution.method.text)),
      ("taken", resolution.taken.map { .string($0) } ?? .null), ("by", .string(resolution.by)),
      ("at", .string(resolution.at.iso8601)), ("error_type", .string(resolution.errorType)),
      ("comment", .string(resolution.comment)),
      (
        "said",
        .array(
          resolution.said.map {
            ["annotator": .string($0.annotator), "answers": answers($0.answers), "at": .string($0.at.iso8601)]
          })
      ),
    ])
  }

  /// What `object` wrote; the task's number is for the store to fill in.
  func resolution(from value: JSONValue) throws(Rejection) -> Resolution? {
    if value == .null { return nil }
    guard let object = value.object, let method = object["method"]?.string.flatMap(Resolution.Method.init),
      let given = object["answers"]?.object
    else { throw Rejection(.badAnnotation, "has a resolution without answers or a method") }
    return Resolution(
      task: 0, answers: Self.answers(given), method: method, taken: object["taken"]?.string,
      by: object["by"]?.string ?? "", at: try Self.moment(object["at"]), errorType: object["error_type"]?.string ?? "",
      comment: object["comment"]?.string ?? "", said: try Self.said(object["said"]))
  }

  private static func said(_ value: JSONValue?) throws(Rejection) -> [Resolution.Said] {
    var said: [Resolution.Said] = []
    for one in value?.array ?? [] {
      guard let name = one.object?["annotator"]?.string, !name.isEmpty else {
        throw Rejection(.badAnnotation, "has a resolution with an answer that is nobody's")
      }
      said.append(
        Resolution.Said(
          annotator: name, answers: answers(one.object?["answers"]?.object ?? JSONObject()),
          at: try moment(one.object?["at"])))
    }
    return said
  }

  private static func moment(_ value: JSONValue?) throws(Rejection) -> Timestamp {
    guard let moment = value?.string.flatMap(Timestamp.init(iso8601:)) else {
      throw Rejection(
        .badAnnotation,
        "has a resolution with the time \((value ?? .null).jsonText), which is not like "
          + "2026-01-31T09:05:00.000Z")
    }
    return moment
  }

  private static func answers(_ object: JSONObject) -> [String: JSONValue] {
    Dictionary(object.members.map { ($0.key, $0.value) }) { _, last in last }
  }

  private func answers(_ answers: [String: JSONValue]) -> JSONValue {
    var object = JSONObject()
    for question in questions { object[question] = answers[question] }
    for name in answers.keys.sorted() where object[name] == nil { object[name] = answers[name] }
    return .object(object)
  }
}
