import PostilCore
import PostilModel
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

@Suite struct SearchTests {
  private func world(_ project: Project = Samples.oneKey) -> DeskWorld {
    DeskWorld(project, tasks: Samples.tasks(10), guidelines: Samples.guidelines)
  }

  @Test func hitsAreMarkedWhileTheWordsAreTyped() {
    var world = world()
    world.type("/ t h")
    #expect(world.desk.search?.hits.count == 4)
    world.type("e")
    #expect(world.bottom().contains("1 of 3"))
    let marked = world.draw().cells.filter { $0.style.attributes == world.theme[.searchCurrent].attributes }
    #expect(!marked.isEmpty)
  }

  @Test func nIsTheNextHitOnlyWhileASearchIsOn() {
    var world = world()
    world.type("/ t h e Enter n")
    #expect(world.desk.search?.current == 1)
    #expect(world.annotations.isEmpty)
    #expect(world.screen().contains("2  neutral"), "the label shows the key that it has now")
    world.type("N N")
    #expect(world.desk.search?.current == 2)
    #expect(world.bottom().contains("From the end again"))
    world.type("Esc")
    #expect(world.screen().contains("n  neutral"))
    world.type("n")
    #expect(world.annotations[1]?.answers["tone"] == "neutral")
  }

  @Test(arguments: ["", "n", "N"]) func aKeyIsShownOnlyWherePressingItGivesThatChoice(taken: String) throws {
    let feeling = Question(
      name: "feeling",
      kind: LabelQuestion(choices: [Choice(name: "good", key: "p"), Choice(name: "bad", key: "n"), Choice(name: "?")]))
    let project = Project(
      name: "two", advance: .stay, fields: [FieldDefinition(name: "text")],
      questions: [
        feeling, Question(name: "stars", isRequired: false, kind: RatingQuestion()),
        Question(name: "minutes", isRequired: false, kind: NumberQuestion()),
      ])
    for focus in project.questions.map(\.name) {
      var world = DeskWorld(project, tasks: Samples.tasks(10))
      if !taken.isEmpty { world.type("/ t h e Enter") }
      while world.session.focusedQuestion != focus { world.type("Tab Esc") }
      for question in project.questions {
        let keys = world.desk.shownKeys(of: question, session: world.session)
        for (key, choice) in zip(keys, question.kind.choices) {
          guard let key else { continue }
          var pressed = world
          pressed.write(String(key))
          let answer = pressed.session.current?.answers[question.name]
          #expect(answer?.string ?? answer?.jsonText == choice.name, "\(key) with \(focus) focused")
        }
      }
      let all = project.questions.flatMap { world.desk.shownKeys(of: $0, session: world.session) }.compactMap { $0 }
      #expect(Set(all).count == all.count, "no key twice")
      if focus == "stars", !taken.isEmpty {
        #expect(!world.screen().contains("2  bad"), "2 is a step of the scale here")
      }
    }
  }

  @Test func withoutASearchNSaysWhy() {
    var world = world(Samples.everything)
    world.type("N")
    #expect(world.bottom().contains("No search is on. / begins one."))
  }

  @Test func aSearchEndsWithAWordOnATaskWithoutHits() {
    var world = world()
    world.type("/ l i f t Enter ]")
    #expect(world.desk.search == nil)
    #expect(world.bottom().contains("“lift” ended"))
  }

  @Test func aSearchGoesOnWhereThereAreHits() {
    var world = world()
    world.type("/ r o o m Enter G [ [ [ [")
    #expect(world.session.current?.number == 6 || world.desk.search == nil)
  }

  @Test func escapeGivesTheOldPlaceBack() {
    var world = world()
    world.desk.places[1] = 0
    world.type("/ x y z")
    #expect(world.bottom().contains("not found"))
    world.type("Esc")
    #expect(world.desk.search == nil)
  }

  @Test func aHitFarDownIsScrolledTo() {
    var tasks = Samples.tasks(1)
    tasks[0].fields = JSONObject([("text", .string(String(repeating: "line\n", count: 5000) + "needle\n"))])
    var world = DeskWorld(Samples.oneKey, tasks: tasks)
    world.type("/")
    world.write("needle")
    #expect(world.screen().contains("  needle"))
    world.type("Esc")
    #expect(world.desk.places[1] == 0)
  }

  @Test func theGuidelinesAreSearchedWhenTheyHaveTheFocus() {
    var world = world()
    world.type("g i / c o m p l a i n t Enter n")
    #expect(world.desk.search?.scope == .guidelines)
    #expect(world.desk.search?.hits.count == 2)
    world.type("g o")
    #expect(world.screen().contains("Mixed"))
    world.type("Esc g i")
    #expect(world.desk.search == nil, "closed with what was searched")
  }

  @Test func wordsThatGoOverTheEndOfALineOfTheGuidelinesAreFound() throws {
    let text = "# How to judge\n\nOne says that the room was spotless, and after that the lift broke down again.\n"
    var world = DeskWorld(Samples.oneKey, tasks: Samples.tasks(3), guidelines: text)
    world.type("g i")
    let lines = try #require(world.desk.cache.guidelines).lines.map(\.text)
    let end = try #require(lines.indices.first { $0 > 1 && lines[$0].split(separator: " ").count > 1 })
    let last = try #require(lines[end].split(separator: " ").last)
    let first = try #require(lines[end + 1].split(separator: " ").first)
    world.type("/")
    world.write("\(last) \(first)")
    #expect(world.bottom().contains("1 of 1"))
    world.type("Enter")
    let search = try #require(world.desk.search)
    #expect(search.hits(field: 0, text: end).map(\.isCurrent) == [true])
    #expect(search.hits(field: 0, text: end + 1).map(\.bytes) == [0..<first.utf8.count])
    let style = world.theme[.searchCurrent]
    let marked = world.draw().cells.filter { $0.style.background == style.background }.count
    #expect(marked >= last.count + first.count)
  }
}
