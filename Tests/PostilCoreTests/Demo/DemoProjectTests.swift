import PostilCore
import PostilModel
import PostilTestSupport
import Testing

@Suite struct DemoProjectTests {
  private static func records() throws -> [JSONObject] {
    let parser = JSONParser()
    return try DemoProject.reviews.records.split(separator: "\n").map {
      try #require(try parser.parse(String($0)).object)
    }
  }

  @Test func theProjectIsReadWithoutAProblemAndWithoutAClash() throws {
    let file = try ProjectFile(text: DemoProject.reviews.configuration)
    #expect(file.keyClashes(with: ProjectTemplateTests.commandKeys) == nil)
    #expect(file.project.questions.map { type(of: $0.kind).typeName } == ["label", "text", "rating"])
    #expect(file.project.questions[1].condition == Condition(question: "sentiment", values: ["mixed"]))
    #expect(file.project.fields.map(\.kind) == [.text, .chat])
  }

  @Test func everyRecordHasWhatTheProjectShows() throws {
    let project = try ProjectFile(text: DemoProject.reviews.configuration).project
    let records = try Self.records()
    #expect(records.count >= 48)
    #expect(Set(records.compactMap { $0["id"]?.string }).count == records.count)
    for record in records {
      let shown = project.fields.compactMap { record[$0.name] }
      #expect(shown.count == 1)
      #expect(record["license"] == "CC0-1.0")
      #expect(record["source"] == "written for Postil")
      #expect(record["lang"]?.string?.isEmpty == false)
      for turn in record["dialogue"]?.array ?? [] {
        #expect(turn.object?["role"]?.string?.isEmpty == false)
        #expect(turn.object?["content"]?.string?.isEmpty == false)
      }
    }
  }

  @Test func hasTheLanguagesDialoguesAndLengthThatItPromises() throws {
    let records = try Self.records()
    let languages = Set(records.compactMap { $0["lang"]?.string })
    #expect(languages.isSuperset(of: ["en", "zh", "ar", "he", "ja"]))
    #expect(records.count { $0["lang"]?.string?.hasPrefix("zh") == true } >= 12)
    #expect(records.count { $0["dialogue"] != nil } >= 6)
    let words = records.map { ($0["text"]?.string ?? "").split(separator: " ").count }
    #expect(words.contains { $0 >= 550 })
  }

  @Test func suggestionsAnswerTheQuestionAndSomeDisagree() throws {
    let project = try ProjectFile(text: DemoProject.reviews.configuration).project
    let sentiment = try #require(project.question(named: "sentiment"))
    var proposals = 0
    var split = 0
    for record in try Self.records() {
      let suggestions = (record["suggestions"]?.array ?? []).compactMap(\.object)
      proposals += suggestions.count
      if Set(suggestions.compactMap { $0["answer"] }).count > 1 { split += 1 }
      for suggestion in suggestions {
        #expect(suggestion["question"] == "sentiment")
        #expect(sentiment.kind.problem(with: try #require(suggestion["answer"])) == nil)
        #expect((0...1).contains(try #require(suggestion["score"]?.double)))
        #expect(suggestion["model"]?.string?.isEmpty == false)
      }
    }
    #expect(proposals >= 20)
    #expect(split >= 3)
  }

  @Test func thePreferenceDemoHasFourResponsesToEachPrompt() throws {
    let demo = DemoProject.preference
    let project = try ProjectFile(text: demo.configuration).project
    #expect(project.fields.map(\.kind) == [.chat, .candidates])
    let records = try demo.records.split(separator: "\n").map {
      try #require(try JSONParser().parse(String($0)).object)
    }
    #expect(records.count >= 10)
    for record in records {
      #expect(ChatTurn.turns(of: try #require(record["prompt"]))?.last?.role == "user")
      #expect(try CandidateList.read(try #require(record["responses"])).count == 4)
    }
  }

  @Test func writesItsThreeFiles() throws {
    let folder = try TemporaryFolder()
    try DemoProject.reviews.write(to: folder.path(of: "demo"))
    #expect(folder.text("demo/demo.jsonl") == DemoProject.reviews.records)
    #expect(folder.text("demo/postil.toml") == DemoProject.reviews.configuration)
    #expect(folder.text("demo/guidelines.md") == DemoProject.reviews.guidelines)
    #expect(throws: FileError.self) { try DemoProject.reviews.write(to: folder.path(of: "demo")) }
  }

  @Test func theGuidelinesShowWhatMarkdownThePaneKnows() {
    for mark in ["# ", "## ", "\n- ", "\n1. ", "**", "| --- |", "```json", "`p`"] {
      #expect(DemoProject.reviews.guidelines.contains(mark), "\(mark)")
    }
  }

  @Test func theDemoOfBoxesHasItsPicturesAndProposalsThatFit() throws {
    let folder = try TemporaryFolder()
    try DemoProject.boxes.write(to: folder.path)
    let file = try ProjectFile(text: DemoProject.boxes.configuration)
    #expect(file.keyClashes(with: ProjectTemplateTests.commandKeys) == nil)
    let cells = try #require(file.project.question(named: "cells"))
    let parser = JSONParser()
    for line in DemoProject.boxes.records.split(separator: "\n") {
      let record = try #require(try parser.parse(String(line)).object)
      let name = try #require(record["image"]?.string)
      let bytes = try #require(folder.bytes(folder.path(of: name)))
      // The header of a bitmap: its width and height from the 18th byte.
      let (width, height) = (Int(bytes[18]) | Int(bytes[19]) << 8, Int(bytes[22]) | Int(bytes[23]) << 8)
      #expect(bytes.count == 54 + width * height * 3 && width == 480)
      let proposal = try #require(record["suggestions"]?.array?.first?.object?["answer"])
      #expect(cells.kind.problem(with: proposal) == nil)
      for region in Region.list(proposal) {
        let bounds = region.bounds
        #expect(bounds.left >= 0 && bounds.top >= 0)
        #expect(bounds.right <= Double(width) && bounds.bottom <= Double(height))
      }
    }
    // Made once more they are the same.
    let again = try TemporaryFolder()
    try DemoProject.boxes.write(to: again.path)
    #expect(
      again.bytes(again.path(of: "pictures/slide-3.bmp")) == folder.bytes(folder.path(of: "pictures/slide-3.bmp")))
  }
}
