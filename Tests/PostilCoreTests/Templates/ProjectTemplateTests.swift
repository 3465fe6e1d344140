import Glibc
import PostilCore
import PostilModel
import PostilTestSupport
import Testing

@Suite struct ProjectTemplateTests {
  /// The single keys of the desk's commands; `n` and `N` belong to a search only while one is on.
  static let commandKeys: [Character: String] = [
    "s": "skip", "f": "not sure", "c": "comment", "g": "go", "u": "undo", "q": "back", "j": "down", "k": "up",
    "h": "pane left", "l": "pane right", "/": "search", ":": "commands", "?": "all keys", "G": "last task",
    "[": "previous task", "]": "next task", "{": "previous open", "}": "next open", "#": "go to task", "x": "choose",
  ]

  @Test(
    arguments: [
      "sentiment", "entailment", "topics", "transcription", "quality", "preference", "comparison", "demonstration",
      "copy-edit",
    ])
  func isReadWithoutAProblemAndWithoutAClash(name: String) throws {
    let template = try #require(ProjectTemplates.template(named: name))
    let file = try ProjectFile(text: template.configuration(projectName: "A \"good\" name\\"))
    #expect(file.project.name == "A \"good\" name\\")
    #expect(file.keyClashes(with: Self.commandKeys) == nil)
    #expect(template.guidelines.hasPrefix("# "))
    #expect(template.guidelines.utf8.count > 1000)
  }

  @Test func entailmentAsksAboutATextAndAHypothesis() throws {
    let template = try #require(ProjectTemplates.template(named: "entailment"))
    let project = try ProjectFile(text: template.configuration(projectName: "RTE")).project
    #expect(project.fields.map(\.name) == ["text", "hypothesis"])
    #expect(project.questions.count == 1)
    #expect(project.questions[0].kind.choices.map(\.name) == ["entailed", "not entailed"])
    #expect(project.questions[0].kind.choices.map(\.key) == ["e", "n"])
  }

  @Test func preferenceAsksAboutItsResponses() throws {
    let template = try #require(ProjectTemplates.template(named: "preference"))
    let project = try ProjectFile(text: template.configuration(projectName: "HH")).project
    #expect(project.fields.map(\.kind) == [.chat, .candidates])
    #expect(project.questions.map(\.about) == ["responses", "responses"])
    #expect(!project.isBlind && project.fields[1].isShuffled)
  }

  @Test func writesItsTwoFiles() throws {
    let folder = try TemporaryFolder()
    let inner = folder.path(of: "new/project")
    try ProjectTemplates.all[0].write(to: inner, projectName: "Zwei\nZeilen")
    #expect(folder.text("new/project/guidelines.md") == ProjectTemplates.all[0].guidelines)
    let text = try #require(folder.text("new/project/postil.toml"))
    #expect(try ProjectFile(text: text).project.name == "Zwei Zeilen")
  }

  @Test func writesNothingOverAnything() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "guidelines.md")
    #expect {
      try ProjectTemplates.all[0].write(to: folder.path, projectName: "X")
    } throws: { error in
      "\(error)" == "cannot write \(folder.path)/guidelines.md: it exists already and is left as it is; "
        + "choose another folder, or move that file away first"
    }
    #expect(folder.text("guidelines.md") == "mine")
    #expect(folder.text("postil.toml") == nil)
  }

  @Test func saysWhatIsInTheWay() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "file")
    #expect(throws: FileError.self) {
      try ProjectTemplates.all[0].write(to: folder.path(of: "file/project"), projectName: "X")
    }
    #expect(folder.text("file") == "")
  }

  @Test func aWrongNameIsToldWithTheNearest() {
    #expect(
      ProjectTemplates.complaint(about: "sentimnet")
        == "unknown template \"sentimnet\", did you mean \"sentiment\"? "
        + "Known templates: sentiment, entailment, topics, transcription, quality, preference, comparison, "
        + "demonstration, copy-edit, picture-check, boxes")
  }
}
