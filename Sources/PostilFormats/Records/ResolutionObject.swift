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
      ), ("thread", .array(resolution.thread.map(Self.object))),
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
      comment: object["comment"]?.string ?? "", said: try Self.said(object["said"]),
      thread: try Self.thread(object["thread"]))
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

  private static func object(_ written: Resolution.Written) -> JSONValue {
    [
      "kind": .string(written.kind.rawValue), "from": .string(written.from), "to": .string(written.to),
      "at": .string(written.at.iso8601), "text": .string(written.text),
    ]
  }

  /// What was written about the task; files of earlier versions have nothing of it.
  private static func thread(_ value: JSONValue?) throws(Rejection) -> [Resolution.Written] {
    var thread: [Resolution.Written] = []
    for one in value?.array ?? [] {
      guard let kind = one.object?["kind"]?.string.flatMap(ThreadMessage.Kind.init(rawValue:)) else {
        throw Rejection(.badAnnotation, "has a resolution with a message of no known kind")
      }
      thread.append(
        Resolution.Written(
          kind: kind, from: one.object?["from"]?.string ?? "", to: one.object?["to"]?.string ?? "",
          at: try moment(one.object?["at"]), text: one.object?["text"]?.string ?? ""))
    }
    return thread
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
