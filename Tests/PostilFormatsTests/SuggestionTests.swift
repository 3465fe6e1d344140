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
}
