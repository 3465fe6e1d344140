import PostilCore
import PostilModel
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

/// Ranking by keys and by mouse: keys, and the order that stands after them.
@Suite struct RankingTests {
  @Test(arguments: [
    ("2", "2"), ("2 4", "2 > 4"), ("2 4 1", "2 > 4 > 1 > 3"), ("2 4 = 1", "2 > 4 = 1 > 3"),
    ("2 =", "2 ="), ("2 = =", "2"), ("2 = BS", "2"), ("2 4 1 BS", "2 > 4"), ("2 4 1 =", "2 > 4 > 1 = 3"),
    ("2 BS", ""), ("2 4 2", "4 > 2"), ("2 4 1 2", "4 > 1 > 3 > 2"), ("9", ""), ("=", ""), ("BS", ""),
    ("2 4 1 u", "2 > 4"), ("2 4 1 u u u", ""), ("2 4 1 u u C-r", "2 > 4"), ("2 = u", "2"),
    ("Enter", "1"), ("Enter Enter", "1 > 2"), ("Enter Enter Enter", "1 > 2 > 3 > 4"),
    ("2 4 1 K", "2 > 1 > 4 > 3"), ("2 4 1 J", "2 > 4 > 3 > 1"), ("2 4 1 K K K", "1 > 2 > 4 > 3"),
    ("K", ""), ("2 4 = 1 K", "2 > 1 > 4 > 3"), ("2 4 1 g x", ""),
  ])
  func keysLeadToOrders(keys: String, order: String) {
    var world = Samples.rankingDesk()
    world.type(keys)
    #expect(world.order == order)
  }

  @Test(arguments: [
    ("2 4", 2, "2 > 4"), ("2 4 1", 2, "2 > 4"), ("2", 2, "2"), ("2 4 = 1", 2, "2 > 4 = 1"), ("2 4 4", 2, "2 > 4"),
    ("2 4 1", 3, "2 > 4 > 1"), ("2 4 1", 9, "2 > 4 > 1 > 3"),
  ])
  func theBestFew(keys: String, top: Int, order: String) {
    var world = Samples.rankingDesk(RankingQuestion(top: top))
    world.type(keys)
    #expect(world.order == order)
  }

  @Test func theLineAboveGoesOnUntilTheBestFewAreRanked() {
    var world = Samples.rankingDesk(RankingQuestion(top: 2))
    func line() -> String {
      world.screen().split(separator: "\n").first { $0.contains("Ranked") }.map(String.init) ?? ""
    }
    world.type("2")
    #expect(line().contains("Ranked   2 …"))
    world.type("=")
    #expect(line().contains("2 = …"))
    world.type("1")
    #expect(line().contains("Ranked   2 = 1") && !line().contains("…"))
  }

  @Test func aKeyIsNamedThatRanksHereAndNow() {
    var world = Samples.rankingDesk(RankingQuestion(top: 2))
    world.type("K")
    #expect(world.bottom().contains("Response 1 has no rank yet: Enter ranks it next."))
    world.type("Enter")
    #expect(world.order == "1")
    world.type("Tab K")
    #expect(world.desk.focused == .questions)
    #expect(world.bottom().contains("Response 2 has no rank yet: Space ranks it next."))
    world.type("Space")
    #expect(world.order == "1 > 2")
    world.type("K")
    #expect(world.bottom().contains("Response 3 has no rank: the best 2 are ranked."))
    world = Samples.rankingDesk()
    world.type("2 3 x Enter 4 K")
    #expect(world.order == "2 > 3 > 4 x1:")
    #expect(world.bottom().contains("Response 1 has no rank yet: 1 ranks it next."), "Enter submits here")
    world.type("1")
    #expect(world.order == "2 > 3 > 4 > 1")
  }

  @Test func aRowShowsTheControlCharactersThatItsResponseShows() {
    let candidate = Candidate(id: "a", text: " \n\t\u{1B}[2Jhello\nworld")
    #expect(RankingPane.opening(of: candidate) == "\u{1B}[2Jhello")
    var world = DeskWorld(
      Samples.preference(Samples.ranking()), tasks: Samples.responseTasks(2, texts: [candidate.text, "b"]))
    #expect(world.screen().ranges(of: "␛[2Jhello").count == 2, "in the response and in its row")
  }

  @Test func aStrictOrderOfFourTakesThreeKeysAndOneToSubmit() {
    var world = Samples.rankingDesk()
    world.type("2 4 1")
    #expect(world.bottom().contains("Enter submit"))
    world.type("Enter")
    #expect(WeakOrder(world.annotations[1]?.answers["order"] ?? .null)?.tiers == [["b"], ["d"], ["a"], ["c"]])
    #expect(world.annotations[1]?.shown == ["responses": ["a", "b", "c", "d"]])
    #expect(world.session.current?.number == 2)
    #expect(world.order == "")
    world.type("u")
    #expect(world.session.current?.number == 1)
    #expect(world.order == "2 > 4 > 1 > 3", "the submit is undone, the order stands as a draft")
  }

  @Test func theShownOrderIsAskedAboutOnce() {
    var world = Samples.rankingDesk()
    world.type("1 2 3 Enter")
    #expect(world.annotations.isEmpty)
    #expect(world.bottom().contains("This is the order in which they were shown. Submit once more if you mean it."))
    world.type("Enter")
    #expect(world.annotations[1]?.state == .submitted)
  }

  @Test func settingAsideAsksForAReason() {
    var world = Samples.rankingDesk()
    world.type("2 4 x")
    #expect(world.bottom().contains("Set 1 aside, because"))
    world.type("Esc")
    #expect(world.order == "2 > 4")
    world.type("x")
    world.write("spam")
    world.type("Enter")
    #expect(world.order == "2 > 4 > 3 x1:spam", "the last one that is left is implied")
    #expect(world.screen().contains("set aside: spam"))
    world.type("x")
    #expect(world.bottom().contains("spam"), "the reason can be changed")
    world.type("C-u Enter u u")
    #expect(world.order == "2 > 4")
    world.type("x Enter 1")
    #expect(world.order == "2 > 4 > 3 > 1", "a rank takes it back")
  }

  @Test func whatARankingDoesNotTakeIsSaid() {
    var world = Samples.rankingDesk(RankingQuestion(allowsTies: false, allowsSettingAside: false))
    world.type("2 =")
    #expect(world.bottom().contains("takes no ties"))
    world.type("x")
    #expect(world.bottom().contains("none can be set aside"))
    world.type("7")
    #expect(world.bottom().contains("only 4 responses"))
    world.type("4 1 Enter")
    #expect(world.annotations.count == 1)
  }

  @Test func anUnfinishedRankingIsNotSubmitted() {
    var world = Samples.rankingDesk()
    world.type("2 C-s")
    #expect(world.bottom().contains("wants 3 more ranked or set aside"))
    world.type("2 = C-s")
    #expect(world.annotations.isEmpty)
    #expect(world.bottom().contains("ends in a tie with nothing"))
  }

  @Test func undoSaysWhichStep() {
    var world = Samples.rankingDesk()
    world.type("2 4 = u")
    #expect(world.bottom().contains("Undid “tie” on #1."))
    world.type("u")
    #expect(world.bottom().contains("Undid “rank 4” on #1."))
  }

  @Test func moreThanTenAreRankedUnderTheCursor() {
    var world = Samples.rankingDesk(count: 26)
    world.desk.show(.questions)
    world.type("0")
    #expect(world.order == "10")
    world.type(String(repeating: "j ", count: 10) + "Space")
    #expect(world.order == "10 > 12")
    world.type("2 Tab")
    #expect(world.order == "10 > 12 > 2")
  }

  @Test func itsKeysCanBeChanged() throws {
    let keymap = try KeymapFile.read(text: "[ranking]\ntie = [\"t\"]\n", file: "keys.toml")
    var world = DeskWorld(Samples.preference(Samples.ranking()), tasks: Samples.responseTasks(), keymap: keymap)
    world.type("2 t")
    #expect(world.order == "2 =")
    #expect(world.bottom().contains("t tie"))
    world.type("? /")
    world.write("ties with")
    #expect(world.screen().contains("The next one ties with the last one"))
  }

  @Test func helpAndPaletteKnowTheKeysOfTheFocusedQuestion() {
    var world = DeskWorld(
      Samples.preference(Samples.ranking(), Samples.remarks), tasks: Samples.responseTasks())
    world.type(": s e t Space a s i d e")
    #expect(world.screen().contains("Set the response under the cursor aside"))
    world.type("Enter")
    #expect(world.bottom().contains("Set 1 aside, because"))
    world.type("Esc Tab : s e t Space a s i d e")
    #expect(world.screen().contains("That works in questions of the kind ranking"))
  }

  @Test func aRowIsClickedAndDragged() {
    var world = Samples.rankingDesk()
    world.type("2 4 1")
    func row(_ place: Int) -> (x: Int, y: Int) {
      let target = world.desk.targets.first { target in
        if case .ranked(_, place, _) = target.action { true } else { false }
      }
      return (target.map { $0.area.x + 6 } ?? -1, target?.area.y ?? -1)
    }
    func drag(_ one: Int, to other: Int) {
      let (from, to) = (row(one), row(other))
      world.press(.mouse(.init(.press, x: from.x, y: from.y)))
      world.press(.mouse(.init(.drag, x: to.x, y: to.y)))
      world.press(.mouse(.init(.release, x: to.x, y: to.y)))
    }
    world.click(row(2).x, row(2).y)
    #expect(world.desk.candidateCursor == 2)
    #expect(world.order == "2 > 4 > 1 > 3", "a click alone moves nothing")
    drag(2, to: 1)
    #expect(world.order == "3 > 2 > 4 > 1")
    drag(2, to: 3)
    #expect(world.order == "2 > 4 > 3 > 1")
    world.type("u")
    #expect(world.order == "3 > 2 > 4 > 1")
    world.type("g x")
    drag(1, to: 3)
    #expect(world.order == "2", "dropped among those without a rank it is the last so far")
  }

  @Test func aResponseIsDraggedFromItsOwnPane() {
    var world = Samples.rankingDesk()
    world.type("2 4")
    func place(_ wanted: ClickTarget.Action) -> (x: Int, y: Int) {
      let area = world.desk.targets.last { $0.action == wanted }?.area
      return (area.map { $0.x + 2 } ?? -1, area?.y ?? -1)
    }
    func drag(_ one: Int, to target: ClickTarget.Action) {
      let (from, to) = (place(.candidate(one)), place(target))
      world.press(.mouse(.init(.press, x: from.x, y: from.y)))
      world.press(.mouse(.init(.drag, x: to.x, y: to.y)))
      world.press(.mouse(.init(.release, x: to.x, y: to.y)))
    }
    drag(0, to: .ranked(question: "order", candidate: 1, tier: 0))
    #expect(world.order == "1 > 2 > 4 > 3", "the last one is implied")
    drag(2, to: .candidate(1))
    #expect(world.order == "1 > 3 > 2 > 4", "on another response: that one's rank")
    world.type("u u")
    #expect(world.order == "2 > 4")
    drag(0, to: .candidate(2))
    #expect(world.order == "2 > 4", "a response without a rank gives none")
  }

  @Test(arguments: [Size(columns: 120, rows: 40), Size(columns: 80, rows: 24)])
  func nothingMovesUnderThePointerWhileItDrags(size: Size) {
    var world = Samples.rankingDesk(count: 12)
    world.resize(size.columns, size.rows)
    func area(_ wanted: (ClickTarget.Action) -> Bool) -> Rectangle {
      world.desk.targets.last { wanted($0.action) }?.area ?? Rectangle(x: -1, y: -1, width: 0, height: 0)
    }
    func row(_ place: Int) -> Rectangle { area { if case .ranked(_, place, _) = $0 { true } else { false } } }
    func drag(_ from: Rectangle, to place: Int) {
      let to = row(place)
      world.press(.mouse(.init(.press, x: from.x + 2, y: from.y)))
      #expect(row(place) == to)
      world.press(.mouse(.init(.drag, x: to.x + 2, y: to.y)))
      #expect(row(place) == to)
      #expect(world.screen().split(separator: "\n").count { $0.contains("→") } == 1, "only what is dragged is marked")
      world.press(.mouse(.init(.release, x: to.x + 2, y: to.y)))
    }
    world.type("1 2")
    #expect(world.desk.focused == .candidates)
    drag(row(1), to: 0)
    #expect(world.order == "2 > 1")
    #expect(world.desk.focused == .questions && world.desk.candidateCursor == 1)
    drag(area { $0 == .candidate(0) }, to: 1)
    #expect(world.order == "1 > 2")
    #expect(world.desk.focused == .candidates)
    let first = row(0)
    world.press(.mouse(.init(.press, x: first.x + 2, y: first.y)))
    world.type("u")
    #expect(world.desk.drag == nil, "a key ends it where the release was lost")
    #expect(world.order == "2 > 1")
  }

  @Test func aRestartInTheMiddleBringsAllOfItBack() throws {
    var world = Samples.rankingDesk()
    world.type("2 4 = x")
    world.write("sp")
    var again = try world.restarted()
    #expect(again.order == "2 > 4 =")
    #expect(again.bottom().contains("Set 1 aside, because  sp"))
    again.write("am")
    again.type("Enter")
    #expect(again.order == "2 > 4 > 3 x1:spam")
    again.type("u u")
    #expect(again.order == "2 > 4")
  }

  @Test func anySequenceOfKeysGivesAWeakOrderOfASubset() throws {
    let keys = [
      "1", "2", "3", "4", "5", "=", "K", "J", "BS", "Space", "j", "k", "x a Enter", "x Esc", "u", "C-r", "Enter",
    ]
    var random = SeededGenerator(seed: 11)
    for round in 0..<40 {
      let kind = RankingQuestion(top: round % 3 == 0 ? 3 : nil, allowsTies: round % 5 != 1)
      var world = DeskWorld(
        Samples.preference(Samples.ranking(kind), advance: .stay), tasks: Samples.responseTasks(5, of: 1))
      world.type("l l")
      for _ in 0..<30 {
        for key in (keys.randomElement(using: &random) ?? "1").split(separator: " ") {
          world.press(KeyStroke.key(String(key)) ?? .named(.escape), draws: false)
        }
        guard let answer = world.session.current?.answers["order"] else { continue }
        let order = try #require(WeakOrder(answer), "\(answer.jsonText)")
        let all = order.ranked + order.setAside.map(\.id)
        #expect(Set(all).count == all.count && Set(all).isSubset(of: ["a", "b", "c", "d", "e"]))
        #expect(kind.allowsTies || order.tiers.allSatisfy { $0.count == 1 })
        #expect(order.json == answer)
      }
    }
  }
}
