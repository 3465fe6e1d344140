import PostilModel

/// One record of the preference demo: a prompt and several responses to it.
struct DemoPrompt: Sendable {
  let id: String
  let language: String
  let turns: [ChatTurn]
  let responses: [Candidate]

  /// A prompt of one turn.
  init(_ id: String, in language: String = "en", _ prompt: String, _ responses: Candidate...) {
    self.init(id, in: language, turns: [ChatTurn(.user, prompt)], responses: responses)
  }

  /// A prompt of several turns.
  init(_ id: String, in language: String = "en", turns: [ChatTurn], _ responses: Candidate...) {
    self.init(id, in: language, turns: turns, responses: responses)
  }

  private init(_ id: String, in language: String, turns: [ChatTurn], responses: [Candidate]) {
    self.id = id
    self.language = language
    self.turns = turns
    self.responses = responses
  }

  /// The record as `postil import` reads it.
  var json: JSONObject {
    JSONObject([
      ("id", .string(id)), ("prompt", .array(turns.map(\.json))), ("responses", CandidateList.json(responses)),
      ("lang", .string(language)), ("source", "written for Postil"), ("license", "CC0-1.0"),
    ])
  }
}

extension Candidate {
  /// A response of one of the demo's four models, none of which exists.
  static func by(_ model: String, temperature: Double = 0.7, _ text: String) -> Candidate {
    let metadata = JSONObject([("model", .string("model-" + model)), ("temperature", .number(temperature))])
    return Candidate(id: model, text: text, metadata: metadata)
  }
}
