import PostilCore
import PostilModel
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

/// What keys do at the desk: a state, keys, the state after them.
@Suite struct DeskTests {
  @Test func movingKeysMoveInTheQueueAtFirst() {
    var world = Samples.desk()
    world.type("j j Down k")
    #expect(world.session.current?.number == 3)
    world.type("G")
    #expect(world.session.current?.number == 12)
    world.type("g g ] C-n [")
    #expect(world.session.current?.number == 2)
  }

  @Test func theFocusWalksFromPaneToPane() {
    var world = Samples.desk()
    #expect(world.desk.focused == .queue)
    world.type("l l")
    #expect(world.desk.focused == .questions)
    world.type("l")
    #expect(world.bottom().contains("no pane on that side"))
    world.type("h h h")
    #expect(world.desk.focused == .queue)
  }

  @Test func oneKeyAnswersSavesAndGoesOn() {
    var world = DeskWorld(Samples.oneKey, tasks: Samples.tasks(5))
    world.type("w n 3")
    #expect(world.annotations[1]?.answers["tone"] == "warm")
    #expect(world.annotations[2]?.answers["tone"] == "neutral", "n is a label while no search is on")
    #expect(world.annotations[3]?.answers["tone"] == "cold", "the third choice by its digit")
    #expect(world.session.current?.number == 4)
    world.type("u u")
    #expect(world.session.current?.number == 2)
    #expect(world.annotations[2]?.state != .submitted)
    world.type("C-r")
    #expect(world.annotations[2]?.answers["tone"] == "neutral")
  }

  @Test func aLabelKeyAnswersWhateverQuestionHasIt() {
    var world = Samples.form()
    world.type("y t 4")
    #expect(world.session.current?.answers["relevant"] == "yes")
    #expect(world.session.current?.answers["faults"] == ["long"])
    #expect(world.session.current?.answers["quality"] == 4, "the focused question has no fourth choice, this one has")
    #expect(world.session.focusedQuestion == "minutes", "the next question without an answer")
    world.type("o")
    #expect(world.session.current?.answers["relevant"] == "no")
    #expect(!world.screen().contains("What is wrong with it?"), "asked only of what is relevant")
  }

  @Test func aDraftKeepsItsAnswerInTheQueueWhenOneGoesOn() {
    var world = Samples.desk()
    world.type("n ]")
    let row = world.draw().lines.first { $0.contains("  1 …") } ?? ""
    #expect(row.contains("negative"), "\(row)")
  }

  @Test func aLongCommentAndAReasonCanBeScrolledTo() {
    var world = Samples.form()
    world.resize(60, 16)
    world.type("c")
    world.write("first words of a comment that is longer than any pane " + String(repeating: "and so on ", count: 30))
    world.write("the end of it")
    world.type("Enter s")
    world.write("too hard")
    world.type("Enter [ l l l")
    #expect(world.desk.focused == .questions)
    #expect(!world.screen().contains("the end of it"))
    world.type("End")
    #expect(world.screen().contains("the end of it"))
    var seen = ""
    for _ in 0..<9 {
      seen += world.screen()
      world.type("PgUp")
    }
    #expect(seen.contains("too hard") && seen.contains("Skipped, because"))
    #expect(world.screen().contains("Is it about the topic?"))
    world.type("C-d C-d Tab")
    #expect(world.screen().contains("▸"), "another key follows the cursor again")
  }

  @Test func whereTheQuestionsFitTheirPaneTheTextIsScrolled() {
    var tasks = Samples.tasks(2)
    tasks[0].fields = JSONObject([("text", .string(String(repeating: "line\n", count: 200)))])
    var world = DeskWorld(Samples.hotels, tasks: tasks)
    world.type("l l PgDn")
    #expect(world.desk.places[1] > 10)
  }

  @Test func choicesAreChosenUnderTheCursor() {
    var world = Samples.form()
    world.type("y l l")
    #expect(world.desk.focused == .questions)
    #expect(world.session.focusedQuestion == "faults")
    world.type("j Space j x")
    #expect(world.session.current?.answers["faults"] == ["rude", "long"])
    world.type("j j j x")
    #expect(world.session.focusedQuestion == "quality" || world.session.current?.answers["quality"] == 3)
    #expect(world.session.current?.answers["quality"] == 3)
    world.type("g x")
    #expect(world.session.current?.answers["quality"] != nil || world.bottom().contains("has no answer"))
  }

  @Test func whatAnswersAreMissingIsSaidAndFocused() {
    var world = Samples.form()
    world.type("o Tab Tab Esc Enter")
    world.type("C-s")
    #expect(world.bottom().contains("How good is the answer?"))
    #expect(world.session.focusedQuestion == "quality")
    #expect(world.annotations.isEmpty)
  }

  @Test func skippingAsksForAReason() {
    var world = Samples.desk()
    world.type("s")
    #expect(world.bottom().contains("Skip, because"))
    world.type("Esc")
    #expect(world.annotations.isEmpty)
    world.type("s")
    world.write("no text")
    world.type("Enter")
    #expect(world.annotations[1]?.skipReason == "no text")
    world.type("s Enter")
    #expect(world.annotations[2]?.state == .skipped)
    #expect(world.session.current?.number == 3)
  }

  @Test func commentAndFlag() {
    var world = Samples.desk()
    world.type("f c")
    world.write("odd")
    world.type("Enter")
    #expect(world.annotations[1]?.isFlagged == true)
    #expect(world.annotations[1]?.comment == "odd")
    #expect(world.screen().contains("not sure"))
    world.type("c")
    #expect(world.bottom().contains("odd"), "the prompt begins with what stands there")
    world.type("C-u Enter f")
    #expect(world.annotations[1]?.comment == "")
    #expect(world.annotations[1]?.isFlagged == false)
  }

  @Test func goingToATaskByNumberAndById() {
    var world = Samples.desk()
    world.type("g t # 7 Enter")
    #expect(world.session.current?.number == 7)
    world.type("#")
    world.write("hotel-0003")
    world.type("Enter")
    #expect(world.session.current?.number == 3)
    world.type("C-o")
    #expect(world.session.current?.number == 7)
    world.type("# n o n e Enter")
    #expect(world.bottom().contains("none"))
    #expect(world.session.current?.number == 7)
  }

  @Test func aWrongFilterIsToldAndCanBeMended() {
    var world = Samples.desk()
    world.type("s Enter g f")
    world.write("state:skiped")
    world.type("Enter")
    #expect(world.desk.context == .prompt)
    #expect(world.screen().contains("skipped"))
    world.type("BS BS BS BS BS BS s k Tab Enter")
    #expect(world.session.queue.filter.states == [.skipped])
    #expect(world.session.queue.count == 1)
    world.type("g a")
    #expect(world.session.queue.count == 12)
    world.type("g a")
    #expect(world.bottom().contains("All tasks are shown already"))
  }

  @Test func theOrderIsChosenFromAList() {
    var world = Samples.desk()
    world.type("g s j Enter")
    #expect(world.session.queue.filter.isDescending)
    #expect(world.session.queue.number(at: 0) == 12)
  }

  @Test func themesAreSeenWhileTheCursorMoves() {
    var world = Samples.desk()
    world.type("g c j")
    #expect(world.intents == [.setTheme("light")])
    #expect(world.desk.themeName == "light")
    world.type("Esc")
    #expect(world.intents.last == .setTheme("dark"), "Esc takes it back")
    world.type("g c j j Enter")
    #expect(world.desk.themeName == "mono")
    #expect(world.session.remembered["theme"] == "mono")
  }

  @Test func thePaletteFindsRunsAndSaysWhyNot() {
    var world = Samples.desk()
    world.type(":")
    world.write("nxt tsk")
    #expect(world.screen().contains("next task"))
    world.type("Enter")
    #expect(world.session.current?.number == 2)
    world.type(":")
    world.write("redo")
    #expect(world.screen().contains("There is nothing to redo."))
    world.type("Enter")
    #expect(world.bottom().contains("There is nothing to redo."))
  }

  @Test func helpIsSearched() {
    var world = Samples.desk()
    world.type("? / u n d o Enter")
    let text = world.screen()
    #expect(text.contains("Undo the last change"))
    #expect(!text.contains("Skip this task"))
    world.type("Esc q")
    #expect(world.desk.layers.isEmpty)
    #expect(world.intents.isEmpty, "q closed the popup, not the desk")
  }

  @Test func historyShowsEveryRevisionAndWhatItChanged() {
    var world = DeskWorld(Samples.oneKey, tasks: Samples.tasks(3))
    world.type("w k n [")
    world.type("g g g h")
    let text = world.screen()
    #expect(text.contains("dana submitted"))
    #expect(text.contains("tone: warm → neutral"))
  }

  @Test func quittingTakesNothingAlong() {
    var world = Samples.desk()
    world.type("Tab")
    world.write("half a")
    world.type("Esc / r o o m Enter q")
    #expect(world.desk.search == nil, "q ends the search first")
    #expect(world.intents.isEmpty)
    world.type("q")
    #expect(world.intents == [.quit(0)])
    #expect(world.drafts[1]?["why"] == "half a")
  }

  @Test func aPrefixShowsItsContinuationsAtOnce() {
    var world = Samples.desk()
    world.type("g")
    #expect(world.screen().contains("Go to a task by its number or id."))
    world.type("Esc")
    #expect(!world.screen().contains("Go to a task by its number or id."))
    world.type("g z")
    #expect(world.bottom().contains("g z is no key here"))
  }

  @Test func theMessageIsForgottenAtTheNextKey() {
    var world = Samples.desk()
    world.type("k")
    #expect(world.bottom().contains("This is the first."))
    world.type("l")
    #expect(!world.bottom().contains("This is the first."))
  }

  @Test func whatIsNotSavedIsLoud() {
    var world = DeskWorld(Samples.oneKey, tasks: Samples.tasks(5))
    world.failsToSave = "disk is full"
    world.type("w n")
    #expect(world.draw().lines[0].contains("2 saves wait: disk is full"))
    world.receive(.sessionFile(problem: "disk is full"))
    #expect(world.draw().lines[0].contains("NOT SAVED: disk is full"))
  }

  @Test func aReadOnlyDeskSaysSo() {
    var world = DeskWorld(Samples.hotels, tasks: Samples.tasks(3), readOnlyReason: "The folder is read-only.")
    for key in ["p", "s", "f", "c", "=", "Tab"] {
      world.type(key)
      if key != "Tab" { #expect(world.bottom().contains("read-only"), "\(key)") }
    }
    world.type("Tab")
    #expect(world.desk.writing == nil)
  }

  @Test func nothingIsJudgedUnseen() {
    var world = DeskWorld(Samples.oneKey, tasks: Samples.tasks(300))
    world.isHeld = true
    world.type("G w")
    #expect(world.annotations.isEmpty)
    world.release()
    #expect(world.session.current?.isLoaded == true)
  }

  @Test(arguments: [120, 90, 66, 50]) func helpNamesEveryCommandHoweverLongItsWords(columns: Int) {
    var world = Samples.desk()
    world.size = Size(columns: columns, rows: 500)
    world.resize(columns, 500)
    world.type("?")
    let screen = world.screen()
    for row in CommandTable.all where row.contexts.contains(.desk) || row.group == .writing {
      #expect(screen.contains(" \(row.name) "), "\(row.name) at \(columns) columns")
    }
  }
}
