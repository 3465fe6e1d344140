import PostilFormats
import PostilModel
import Testing

@Suite("Suggestions in records")
struct SuggestionTests {
  private let wanted = [
    Suggestion(question: "sentiment", answer: "positive", model: "m1", score: 0.75),
    Suggestion(question: "topics", answer: ["room"], model: "m1", score: 0.75),
  ]

  @Test("a list of suggestions")
  func list() throws {
    let line =
      #"{"text":"a","suggestions":[{"question":"sentiment","answer":"positive","model":"m1","score":0.75},"#
      + #"{"question":"topics","answer":["room"],"model":"m1","score":0.75}]}"#
    let record = try read(line, as: "jsonl").records[0]
    #expect(record.suggestions == wanted)
    #expect(record.metadataText == "{}")
  }

  @Test("an object of answers, with model and score in it or beside it")
  func object() throws {
    let inside = #"{"text":"a","suggestions":{"sentiment":"positive","topics":["room"],"model":"m1","score":0.75}}"#
    #expect(try read(inside, as: "jsonl").records[0].suggestions == wanted)
    let beside = #"{"text":"a","model":"m1","score":0.75,"suggestions":{"sentiment":"positive","topics":["room"]}}"#
    #expect(try read(beside, as: "jsonl").records[0].suggestions == wanted)
    #expect(try read(beside, as: "jsonl").records[0].metadataText == #"{"model":"m1","score":0.75}"#)
  }

  @Test("without a model's name it is called unknown; a score may be missing")
  func nameless() throws {
    let record = try read(#"{"text":"a","suggestions":{"price":12.5}}"#, as: "jsonl").records[0]
    #expect(record.suggestions == [Suggestion(question: "price", answer: 12.5, model: "unknown")])
  }

  @Test("a key of that name with a plain value is metadata")
  func plainValue() throws {
    let record = try read(#"{"text":"a","suggestions":"none"}"#, as: "jsonl").records[0]
    #expect(record.suggestions == [])
    #expect(record.metadataText == #"{"suggestions":"none"}"#)
  }

  @Test("suggestions on their own: one a line, or a list for an id; as JSON Lines and as a table")
  func onTheirOwn() throws {
    let lines =
      #"{"id":"a","question":"sentiment","answer":"positive","model":"m","score":1}"# + "\n"
      + #"{"id":"b","suggestions":[{"question":"price","answer":3,"model":"m"}]}"# + "\n"
      + #"{"id":"c"}"# + "\n" + #"{"id":"c","suggestions":[]}"#
    let found = try read(lines, as: "jsonl", purpose: .suggestions)
    #expect(found.records.map(\.idText) == ["a", "b"])
    #expect(
      found.records[0].suggestions == [Suggestion(question: "sentiment", answer: "positive", model: "m", score: 1)])
    #expect(found.kinds == [.badSuggestion, .badSuggestion])
    let table = "id,question,answer,model,score\na,topics,food|room,m,0.5\nb,price,x,m,\nc,price,2,,\n"
    let rows = try read(table, as: "csv", purpose: .suggestions)
    #expect(
      rows.records[0].suggestions == [Suggestion(question: "topics", answer: ["room", "food"], model: "m", score: 0.5)])
    #expect(rows.records[1].suggestions == [Suggestion(question: "price", answer: 2, model: "unknown")])
    #expect(rows.kinds == [.badSuggestion])
  }

  @Test(
    "a suggestion that does not fit is put aside with its reason, and the record keeps the others",
    arguments: [
      (#"[{"question":"mood","answer":1},{"question":"price","answer":2}]"#, "suggests an answer to \"mood\""),
      (#"{"price":2,"sentiment":"sad"}"#, "suggests \"sad\" for \"sentiment\""),
      (#"[7,{"question":"price","answer":2}]"#, "not an object"),
      (#"[{"question":"price","answer":2},{"question":"price","answer":3,"score":"x"}]"#, "not a number"),
      (#"[{"question":"price","answer":2},{"answer":3}]"#, "names no question"),
    ])
  func unfit(_ suggestions: String, _ reason: String) throws {
    for record in [
      #"{"id":"a","text":"t","suggestions":\#(suggestions)}"#,
      #"{"id":"a","fields":{"text":"t"},"suggestions":\#(suggestions)}"#,
    ] {
      let found = try read(record, as: "jsonl")
      #expect(found.kinds == [])
      #expect(found.records.map(\.fieldsText) == [#"{"text":"t"}"#])
      #expect(found.records[0].suggestions.map(\.question) == ["price"])
      #expect(found.records[0].suggestions.map(\.answer) == [2])
      #expect(found.records[0].badSuggestions.count == 1)
      #expect(found.records[0].badSuggestions[0].reason.contains(reason))
    }
    let own = try read(#"{"id":"a","suggestions":\#(suggestions)}"#, as: "jsonl", purpose: .suggestions)
    #expect(own.records.map(\.badSuggestions.count) == [1])
  }

  @Test("where none of the suggestions on their own fits, the record is rejected")
  func allUnfit() throws {
    let line = #"{"id":"a","suggestions":[{"question":"mood","answer":1},7,{"question":"price","answer":"x"}]}"#
    let found = try read(line, as: "jsonl", purpose: .suggestions)
    #expect(found.kinds == [.badSuggestion])
    #expect(found.rejects[0].reason.hasSuffix("and 2 more that do not fit"))
    #expect(found.records.isEmpty)
  }
}
