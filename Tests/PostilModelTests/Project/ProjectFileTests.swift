import PostilConfiguration
import PostilModel
import Testing

@Suite struct ProjectFileTests {
  static let text = """
    # Everything that a project may say.
    [project]
    name = "Hotel reviews"
    guidelines = "docs/guide.md"
    annotators_per_task = 2
    advance = "submit"

    [[field]]
    name = "text"
    type = "text"
    title = "Review"

    [[field]]
    name = "评论"
    type = "chat"
    required = false

    [[question]]
    name = "sentiment"
    type = "label"
    title = "What does the writer feel?"
    labels = [
      { name = "positive", key = "p" },
      { name = "negative", key = "s", help = "Anger too." }, # a remark
      "mixed",
    ]

    [[question]]
    name = "topics"
    type = "labels"
    labels = ["room", "food", "staff"]
    at_least = 1
    at_most = 2
    default = ["food"]

    [[question]]
    name = "useful"
    type = "rating"
    lowest = 0
    highest = 3
    lowest_name = "not at all"
    when = { question = "topics", is = ["room", "food"] }

    [[question]]
    name = "nights"
    type = "number"
    unit = "nights"
    at_least = 0
    at_most = 99.5
    whole = true
    default = 1

    [[question]]
    name = "why"
    type = "text"
    help = '''Quote "the" words.'''
    required = false
    at_most = 200
    rows = 2
    when = { question = "sentiment", is = "mixed" }
    """

  @Test func readsEverythingThatAProjectMaySay() throws {
    let project = try ProjectFile(text: Self.text).project
    #expect(project.name == "Hotel reviews")
    #expect(project.guidelinesPath == "docs/guide.md")
    #expect(project.annotatorsPerTask == 2)
    #expect(project.advance == .submit)
    #expect(
      project.fields == [
        FieldDefinition(name: "text", kind: .text, title: "Review"),
        FieldDefinition(name: "评论", kind: .chat, isRequired: false),
      ])
    #expect(project.questions.map(\.name) == ["sentiment", "topics", "useful", "nights", "why"])
    #expect(
      project.questions[0].kind as? LabelQuestion
        == LabelQuestion(choices: [
          Choice(name: "positive", key: "p"), Choice(name: "negative", key: "s", help: "Anger too."),
          Choice(name: "mixed"),
        ]))
    let topics = ["room", "food", "staff"].map { Choice(name: $0) }
    #expect(project.questions[1].kind as? LabelsQuestion == LabelsQuestion(choices: topics, minimum: 1, maximum: 2))
    #expect(project.questions[1].defaultAnswer == ["food"])
    #expect(
      project.questions[2].kind as? RatingQuestion
        == RatingQuestion(lowest: 0, highest: 3, lowestName: "not at all"))
    #expect(project.questions[2].condition == Condition(question: "topics", values: ["room", "food"]))
    #expect(
      project.questions[3].kind as? NumberQuestion
        == NumberQuestion(unit: "nights", minimum: 0, maximum: 99.5, isWhole: true))
    #expect(project.questions[4].kind as? TextQuestion == TextQuestion(maximumCharacters: 200, rows: 2))
    #expect(project.questions[4].help == "Quote \"the\" words.")
    #expect(!project.questions[4].isRequired)
  }

  @Test func windowsLineEndsAndAByteOrderMarkChangeNothing() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array(Self.text.replacing("\n", with: "\r\n").utf8)
    #expect(try ProjectFile(bytes).project.questions.count == 5)
  }

  @Test func knowsTheLinesOfQuestionsAndLabels() throws {
    let file = try ProjectFile(text: Self.text)
    #expect(file.line(ofQuestion: "sentiment") == 18)
    #expect(file.line(ofLabel: "negative", question: "sentiment") == 24)
    #expect(file.line(ofLabel: "3", question: "useful") == file.line(ofQuestion: "useful"))
    #expect(file.line(ofQuestion: "nobody") == 0)
  }

  @Test func aClashOfKeysIsToldWithBothNames() throws {
    let file = try ProjectFile(text: Self.text)
    #expect(file.keyClashes(with: ["x": "skip"]) == nil)
    #expect(
      file.keyClashes(with: ["s": "skip", "?": "help"])?.description == """
        postil.toml:24: label "negative" of question "sentiment" wants the key "s", which is the command "skip". \
        Give the label another key here, or the command another key in keys.toml.
        """)
  }
}
