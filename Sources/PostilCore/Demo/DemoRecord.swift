import PostilModel

/// One record of the demo, before it is written as a line of JSON.
struct DemoRecord: Sendable {
  /// What there is to read.
  enum Content: Sendable {
    case text(String)
    case dialogue([Turn])
  }

  /// One turn of a dialogue.
  struct Turn: Sendable {
    let role: String
    let content: String

    /// What the person says.
    static func user(_ content: String) -> Turn { Turn(role: "user", content: content) }
    /// What the machine or the clerk says.
    static func assistant(_ content: String) -> Turn { Turn(role: "assistant", content: content) }
  }

  /// A feeling that a model proposes.
  struct Proposal: Sendable {
    let answer: String
    let model: String
    let score: Double

    /// What the first of the two models says.
    static func a(_ answer: String, _ score: Double) -> Proposal {
      Proposal(answer: answer, model: "model-a", score: score)
    }
    /// What the second of the two models says.
    static func b(_ answer: String, _ score: Double) -> Proposal {
      Proposal(answer: answer, model: "model-b", score: score)
    }
  }

  let id: String
  let about: String
  let language: String
  let content: Content
  let proposals: [Proposal]

  /// A record with a text.
  init(_ id: String, about: String, in language: String, _ text: String, by proposals: Proposal...) {
    self.id = id
    self.about = about
    self.language = language
    content = .text(text)
    self.proposals = proposals
  }

  /// A record with a dialogue.
  init(_ id: String, about: String, in language: String, turns: [Turn], by proposals: Proposal...) {
    self.id = id
    self.about = about
    self.language = language
    content = .dialogue(turns)
    self.proposals = proposals
  }

  /// The record as `postil import` reads it.
  var json: JSONObject {
    var object = JSONObject([("id", .string(id))])
    switch content {
    case .text(let text): object["text"] = .string(text)
    case .dialogue(let turns):
      object["dialogue"] = .array(
        turns.map { .object(JSONObject([("role", .string($0.role)), ("content", .string($0.content))])) })
    }
    object["about"] = .string(about)
    object["lang"] = .string(language)
    object["source"] = "written for Postil"
    object["license"] = "CC0-1.0"
    if !proposals.isEmpty { object["suggestions"] = .array(proposals.map(Self.json)) }
    return object
  }

  private static func json(of proposal: Proposal) -> JSONValue {
    .object(
      JSONObject([
        ("question", "sentiment"), ("answer", .string(proposal.answer)), ("model", .string(proposal.model)),
        ("score", .number(proposal.score)),
      ]))
  }
}
