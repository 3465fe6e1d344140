import PostilCore
import PostilModel
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

@Suite struct CandidateTests {
  private static let longTexts = ["one", "two", "three"].map { CandidateSamples.long(300, $0) }

  private func longWorld(_ columns: Int = 120, _ rows: Int = 40) -> DeskWorld {
    var world = CandidateSamples.world(CandidateSamples.candidates(Self.longTexts), project: CandidateSamples.plain)
    world.resize(columns, rows)
    return world
  }

  // MARK: Moving and scrolling

  @Test func theCursorGoesFromResponseToResponseAndThenToTheNextPane() {
    var world = longWorld()
    #expect(world.desk.focused == .candidates)
    world.type("l l")
    #expect(world.desk.candidates.cursor == 2)
    world.type(".")
    #expect(world.bottom().contains("This is the last response."))
    world.type("l")
    #expect(world.desk.focused == .questions)
    world.type("h , ,")
    #expect(world.desk.candidates.cursor == 0)
  }

  @Test func oneScrollsByItselfUntilAllScrollTogether() {
    var world = longWorld()
    world.type("j j j")
    #expect(world.screen().contains("one 4 "))
    #expect(world.screen().contains("two 1 "))
    world.type("T Space")
    let text = world.screen()
    #expect(!text.contains("two 1 ") && !text.contains("three 1\n"))
    world.type("End")
    #expect(world.screen().contains("one 300"))
    #expect(world.screen().contains("three 300"))
    world.type("Home")
    #expect(world.screen().contains("three 1\n"))
  }

  @Test func whereItIsAllOnTheScreenScrollingSaysSo() {
    var world = CandidateSamples.world()
    world.resize(200, 50)
    world.type("j")
    #expect(world.bottom().contains("All of the response is on the screen."))
  }

  @Test func theTaskHasAThirdAtMostAndScrollsByItselfWhenItHasTheFocus() {
    var task = CandidateSamples.task(1, CandidateSamples.candidates(Self.longTexts))
    task.fields["prompt"] = [["role": "user", "content": .string(CandidateSamples.long(100, "prompt"))]]
    var world = DeskWorld(CandidateSamples.plain, tasks: [task])
    let rows = world.desk.layout().panes[.task]?.height ?? 0
    #expect(rows > 8 && rows <= 12)
    world.type("Space j")
    #expect(world.screen().contains("prompt 1\n"))
    world.type("h h j Space")
    #expect(world.desk.focused == .task)
    #expect(world.desk.places[1] > 5)
    #expect(world.desk.candidates.top(task: 1, place: 0) > 5)
  }

  /// A task whose prompt has several turns, the last one the user's.
  private func conversation(_ turns: Int, _ texts: [String]) -> AnnotationTask {
    var task = CandidateSamples.task(1, CandidateSamples.candidates(texts))
    task.fields["prompt"] = .array(
      (1...turns).map { turn in
        ["role": turn % 2 == 1 ? "user" : "assistant", "content": .string(CandidateSamples.long(6, "turn\(turn)"))]
      })
    return task
  }

  @Test(arguments: [Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 60, rows: 20)])
  func aConversationOpensAtItsLastTurn(size: Size) {
    let tasks = [conversation(5, Self.longTexts), CandidateSamples.task(2)]
    var world = DeskWorld(CandidateSamples.plain, tasks: tasks)
    world.resize(size.columns, size.rows)
    #expect(world.screen().contains("turn5 1"))
    world.desk.show(.task)
    world.type("k")
    #expect(world.screen().contains("user\n") || world.screen().contains("user "))
    world.type("Home")
    #expect(world.screen().contains("turn1 1"))
    world.type("] [")
    #expect(world.screen().contains("turn1 1"), "where somebody scrolled to is kept, even if it is the top")
    var again = DeskWorld(CandidateSamples.plain, tasks: tasks, remembered: world.session.remembered)
    again.resize(size.columns, size.rows)
    again.desk.show(.task)
    #expect(again.screen().contains("turn1 1"))
  }

  @Test func theTaskHasTheRowsThatResponsesLeaveBlank() {
    func rows(_ texts: [String], _ keys: String = "", columns: Int = 120) -> (task: Int, candidates: Int) {
      var world = DeskWorld(CandidateSamples.plain, tasks: [conversation(3, texts)])
      world.resize(columns, 40)
      world.type(keys)
      let panes = world.desk.cache.frame?.panes
      return (panes?[.task]?.height ?? 0, panes?[.candidates]?.height ?? 0)
    }
    let long = rows(Self.longTexts)
    #expect(long.task == 12)
    let short = rows(["one", "two", "three"])
    #expect(short.task > long.task && short.candidates >= 5)
    #expect(short.task + short.candidates == long.task + long.candidates)
    #expect(rows(["one", "two", Self.longTexts[0]]) == long, "a long one needs its rows")
    #expect(
      rows(["one", "two", Self.longTexts[0]], "V V") == rows(Self.longTexts, "V V"), "also while it is not shown")
    #expect(rows(["one", "two", "three"], "V").task >= 12)
    var world = DeskWorld(CandidateSamples.plain, tasks: [conversation(3, [CandidateSamples.long(12), "two"])])
    let text = world.screen()
    #expect(text.contains("line 1 ") && text.contains("line 12 "), "only what is blank is handed over")
  }

  @Test func questionsGrowWhileTheyHaveTheFocus() {
    var world = CandidateSamples.world(
      CandidateSamples.candidates((1...12).map { "answer \($0)" }), project: CandidateSamples.project())
    world.resize(80, 24)
    func rows() -> Int { world.desk.cache.frame.map { $0.panes[.questions]?.height ?? 0 } ?? 0 }
    let before = rows()
    world.type("Tab")
    #expect(rows() > before)
    #expect(world.desk.cache.frame?.panes[.candidates]?.height ?? 0 >= 5)
    world.type("h")
    #expect(rows() == before)
  }

  @Test func theNextStartFindsEverythingAsItWasLeft() {
    var world = longWorld()
    world.type(". j j V T Esc")
    var again = DeskWorld(
      CandidateSamples.plain,
      tasks: [CandidateSamples.task(1, CandidateSamples.candidates(Self.longTexts)), CandidateSamples.task(2)],
      remembered: world.session.remembered)
    again.resize(120, 40)
    #expect(again.desk.candidates.cursor == 1)
    #expect(again.desk.candidates.top(task: 1, place: 1) == 2)
    #expect(again.desk.candidates.arrangement == world.desk.candidates.arrangement)
    #expect(again.desk.candidates.scrollsTogether)
    #expect(again.screen() == world.screen())
  }

  @Test func anotherTaskBeginsAtItsFirstResponse() {
    var world = longWorld()
    world.type(". W ]")
    #expect(world.session.current?.number == 2)
    #expect(world.desk.candidates.cursor == 0)
    #expect(world.desk.candidates.pair.isEmpty)
  }

  // MARK: Arranging

  @Test func aZoomGivesOneResponseTheScreenAndQTakesItBack() {
    var world = longWorld(80, 24)
    let before = world.screen()
    world.type(". Z")
    #expect(world.screen().contains("two 15"))
    #expect(!world.screen().contains("How do I keep"))
    world.type("Tab")
    #expect(world.screen().contains("What is the tone?"), "what gets the focus is seen")
    world.type("h q ,")
    #expect(world.screen() == before)
    #expect(world.intents.isEmpty, "q closes the zoom before it leaves the desk")
  }

  @Test func manyResponsesAreShownAFewAtATime() {
    var world = CandidateSamples.world(CandidateSamples.candidates((1...26).map { "answer number \($0)" }))
    world.resize(120, 40)
    #expect(world.screen().contains("[1]"))
    for _ in 1...30 { world.type(".") }
    #expect(world.screen().contains("answer number 26"))
    world.type("V V")
    #expect(world.screen().contains("answer number 26"))
    #expect(world.screen().contains("answer number 25"))
  }

  @Test func gridsFillTheirAreaWithoutOverlaps() {
    for count in 1...26 {
      for width in stride(from: 20, through: 200, by: 9) {
        for height in stride(from: 1, through: 60, by: 5) {
          for arrangement in [CandidateArrangement.columns, .stacked, .single, nil] {
            let area = Rectangle(x: 3, y: 2, width: width, height: height)
            let grid = CandidateGrid(.init(count: count, arrangement: arrangement), in: area)
            #expect(!grid.cells.isEmpty && grid.cells.count <= count)
            #expect(grid.cells.count == count || grid.tabs != nil || height < 3)
            for (one, other) in zip(grid.cells, grid.cells.dropFirst()) {
              #expect(one.right == other.x - 1 || one.bottom == other.y - 1)
            }
            #expect(grid.cells.allSatisfy { $0.intersection(area) == $0 && !$0.isEmpty })
            #expect(grid.cells.last?.right == area.right && grid.cells.last?.bottom == area.bottom)
          }
        }
      }
    }
  }

  // MARK: Comparing

  @Test func twoChosenResponsesStandSideBySideWithWhatDiffersMarked() {
    let texts = ["The room was clean.", "neither one", "The room was very dirty.", "房间很干净。"]
    var world = CandidateSamples.world(CandidateSamples.candidates(texts), project: CandidateSamples.plain)
    world.type("W . . W")
    #expect(world.desk.candidates.pair == [0, 2])
    let surface = world.draw()
    #expect(!surface.text.contains("neither one"))
    #expect(underlined(surface, world.theme[.diffRemoved].foreground) == "clean")
    #expect(underlined(surface, world.theme[.diffAdded].foreground) == "very dirty")
    world.type("h")
    #expect(world.desk.candidates.cursor == 0, "the cursor goes from one of the two to the other")
    world.type("W")
    #expect(world.screen().contains("neither one"))
  }

  @Test func whereOnlyOneHasRoomTheOneUnderTheCursorIsShownWithWhatDiffers() {
    let texts = ["The room was clean.", "neither one", "The room was very dirty."]
    var world = CandidateSamples.world(CandidateSamples.candidates(texts), project: CandidateSamples.plain)
    world.resize(40, 12)
    world.desk.show(.candidates)
    world.type("W . . W")
    #expect(world.desk.candidates.pair == [0, 2])
    var surface = world.draw()
    #expect(!surface.text.contains("clean"))
    #expect(underlined(surface, world.theme[.diffAdded].foreground) == "very dirty")
    world.type("h")
    surface = world.draw()
    #expect(!surface.text.contains("dirty"))
    #expect(underlined(surface, world.theme[.diffRemoved].foreground) == "clean")
  }

  /// The underlined characters of a colour.
  private func underlined(_ surface: Surface, _ color: Int16) -> String {
    String(
      String.UnicodeScalarView(
        surface.cells.filter { $0.style.attributes.contains(.underline) && $0.style.foreground == color }
          .filter { $0.width > 0 }.compactMap { Unicode.Scalar($0.scalar) }))
  }

  @Test func chineseDiffersCharacterByCharacter() {
    var world = CandidateSamples.world(CandidateSamples.candidates(["房间很干净。", "房间不干净。"]))
    world.type("W")
    let surface = world.draw()
    #expect(underlined(surface, world.theme[.diffRemoved].foreground) == "很")
    #expect(underlined(surface, world.theme[.diffAdded].foreground).contains("不"))
  }

  // MARK: Searching

  @Test func aSearchLooksInAllResponsesAtOnce() {
    var texts = Self.longTexts
    texts[2] += "\nneedle"
    var world = CandidateSamples.world(CandidateSamples.candidates(texts + ["needle"]))
    world.type("V V V")
    world.type("/")
    world.write("needle")
    #expect(world.bottom().contains("1 of 2"))
    #expect(world.desk.candidates.cursor == 2)
    #expect(world.screen().contains("needle"))
    world.type("Enter n")
    #expect(world.desk.candidates.cursor == 3)
    world.type("/ x Esc")
    #expect(world.desk.candidates.cursor == 3, "a search that is given up leaves everything where it was")
  }

  @Test func whereOnePaneIsSeenASearchBringsUpTheOneWithTheHit() {
    var world = longWorld(60, 20)
    #expect(world.desk.focused == .task)
    world.type("/")
    world.write("three 299")
    #expect(world.desk.focused == .candidates)
    #expect(world.screen().contains("three 299"))
  }

  // MARK: What is told

  @Test func metadataIsHiddenUntilTheTaskIsSubmitted() {
    for isBlind in [false, true] {
      var world = CandidateSamples.world(
        project: CandidateSamples.project([Samples.oneKey.questions[0]], isBlind: isBlind))
      #expect(!world.screen().contains("model-1"))
      world.take(.session(.choose(question: "tone", choice: "warm")))
      #expect(!world.screen().contains("model-1"))
      world.take(.session(.submit))
      #expect(world.session.current?.stored.state == .submitted)
      #expect(world.screen().contains("model model-1") != isBlind)
      world.type("/")
      world.write("model-1")
      #expect(world.bottom().contains("not found"))
    }
  }

  @Test func headsTellRanksInWords() {
    var world = CandidateSamples.world()
    let order = WeakOrder(tiers: [["b"], ["d", "a"]], setAside: [.init(id: "c")])
    world.take(.session(.answer(question: "order", order.json)))
    let text = world.screen()
    #expect(text.contains("1  tied second"))
    #expect(text.contains("2  first"))
    #expect(text.contains("3  set aside"))
    #expect(text.contains("Ranked   2 > 4 = 1"))
  }

  @Test func headsTellTheSidesOfAComparison() {
    let question = Question(name: "better", about: "responses", kind: ComparisonQuestion())
    var world = CandidateSamples.world(
      CandidateSamples.candidates(["one", "two"]), project: CandidateSamples.project([question]))
    #expect(world.screen().contains("1  left  "))
    let verdict = Comparison.better(preferred: "b", other: "a", strength: nil)
    world.take(.session(.answer(question: "better", verdict.json)))
    #expect(world.screen().contains("2  right, better"))
  }

  @Test(arguments: [
    ("", 0, 0), ("one", 1, 3), ("  two\twords \n", 2, 12), ("it's 3.5 — no?", 3, 14), ("房间很干净。", 5, 6),
    ("iPhone很好", 3, 8), ("e\u{301}te\u{301}", 1, 3), ("...", 0, 3), ("a\r\nb", 2, 2), ("👩‍👩‍👧 ok", 1, 4),
  ]) func lengthsAreThoseThatReadersCount(text: String, words: Int, characters: Int) {
    var length = TextLength()
    length.add(text)
    #expect(length.words == words)
    #expect(length.characters == characters)
  }

  // MARK: The mouse

  @Test func theWheelScrollsTheResponseUnderThePointerAndAClickPutsTheCursorThere() {
    var world = longWorld()
    world.press(.mouse(.init(.scrollDown, x: 60, y: 20)))
    #expect(world.desk.candidates.top(task: 1, place: 1) == 3)
    #expect(world.desk.candidates.top(task: 1, place: 0) == 0)
    world.click(100, 20)
    #expect(world.desk.candidates.cursor == 2)
    #expect(world.desk.targets.contains { $0.action == .candidate(2) && $0.area.contains(x: 100, y: 20) })
  }

  // MARK: Odd tasks

  @Test func responsesThatCannotBeReadAreToldWhy() {
    var task = CandidateSamples.task()
    task.fields["responses"] = ["only one"]
    var world = DeskWorld(CandidateSamples.project(), tasks: [task])
    #expect(world.screen().contains("The responses cannot be shown"))
    world.type(". Z W V j Space l h")
  }

  @Test func projectsWithoutResponsesSaySo() {
    var world = Samples.desk()
    world.type("Z")
    #expect(world.bottom().contains("This project has no responses to compare."))
    #expect(!world.screen().contains("Responses"))
  }
}
