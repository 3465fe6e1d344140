import PostilCore
import PostilModel
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

@Suite struct WritingTests {
  @Test func everyPrintableKeyIsText() {
    var world = Samples.desk()
    world.type("p Enter")
    world.write("q?:/ gg nsfu")
    #expect(world.session.current?.answers["why"] == "q?:/ gg nsfu")
    #expect(world.drafts[1]?["why"] == "q?:/ gg nsfu", "each letter is with the session at once")
    world.type("Enter x")
    #expect(world.session.current?.answers["why"] == "q?:/ gg nsfu\nx")
    world.type("C-s")
    #expect(world.annotations[1]?.answers["why"] == "q?:/ gg nsfu\nx")
    #expect(world.desk.writing == nil)
    #expect(world.session.current?.number == 2)
  }

  @Test func tabOntoATextWritesAndEscapeEnds() {
    var world = Samples.desk()
    world.type("p S-Tab Tab")
    #expect(world.desk.writing?.question == "why")
    world.type("a Esc")
    #expect(world.desk.writing == nil)
    world.type("u")
    #expect(world.session.current?.answers["why"] == nil, "one step takes the writing back")
    #expect(world.session.current?.answers["sentiment"] == "positive")
  }

  @Test func undoWhileWritingIsTheEditorsOwn() {
    var world = Samples.desk()
    world.type("Tab Enter")
    world.write("one")
    world.type("C-w C-y C-y")
    #expect(world.session.current?.answers["why"]?.string?.contains("oneone") == true)
    world.type("C-_")
    #expect(world.session.current?.answers["why"]?.string?.contains("oneone") == false)
  }

  @Test func pasteIsTextAndNeverCommands() {
    var world = Samples.desk()
    world.press(.paste("p\nq\u{1B}[2J"))
    #expect(world.annotations.isEmpty && world.session.current?.draft == nil)
    #expect(world.intents.isEmpty)
    #expect(world.bottom().contains("Nothing was done"))
    world.type("Tab")
    world.press(.paste("p\nq\u{1B}[2J"))
    #expect(world.session.current?.answers["why"] == "p\nq[2J")
    #expect(world.bottom().contains("1 control character"))
  }

  @Test func aNumberBeginsWithItsFirstDigit() {
    var world = Samples.form()
    world.type("o 3")
    #expect(world.session.focusedQuestion == "minutes")
    world.type("4 2 . 5")
    #expect(world.session.current?.answers["minutes"] == 42.5)
    world.type("0 0 0")
    #expect(world.session.current?.answers["minutes"] == 42.5, "42.5000 is the same number")
    world.type("C-u 9 9 9 Enter")
    #expect(world.bottom().contains("at most 600"))
    #expect(world.session.current?.answers["minutes"] == 999, "what was typed is kept, though it cannot be submitted")
    world.type("BS Enter")
    #expect(world.session.current?.answers["minutes"] == 99)
    #expect(world.session.focusedQuestion == "better")
    #expect(world.desk.writing?.question == "better", "on as in a form")
    world.type("Esc u")
    #expect(world.session.current?.answers["minutes"] == nil, "one step takes the number back")
  }

  @Test func theExternalEditorGetsAndGivesTheText() {
    var world = Samples.desk()
    world.type("Tab")
    world.write("draft")
    world.type("C-x e")
    #expect(world.intents == [.editExternally(question: "why", text: "draft")])
    for intent in world.desk.externalEdit(question: "why", text: "better\n", session: world.session) {
      world.take(intent)
    }
    #expect(world.session.current?.answers["why"] == "better")
    #expect(world.desk.writing?.text == "better")
    world.type("Esc S-Tab C-x e")
    #expect(world.bottom().contains("takes no text"))
  }

  @Test func aTextOverItsLimitIsMarked() {
    var world = Samples.form()
    world.type("o 3 Tab")
    while world.desk.writing == nil { world.type("Tab") }
    world.write(String(repeating: "漢", count: 61))
    #expect(world.screen().contains("61 of 60, too long"))
    world.type("C-s")
    #expect(world.annotations.isEmpty)
    #expect(world.bottom().contains("at most 60"))
  }

  @Test func theSuggestionIsTakenByOneKey() {
    var world = Samples.desk()
    world.type("=")
    #expect(world.session.current?.answers["sentiment"] == "mixed")
    world.type("]")
    world.type("=")
    #expect(world.bottom().contains("There is no suggestion"))
  }

  @Test func theCursorStandsBehindWhatIsWritten() {
    var world = Samples.desk()
    world.type("Tab")
    let start = world.draw().cursor
    world.write("漢字a")
    let end = world.draw().cursor
    #expect(start != nil)
    #expect(end?.x == (start?.x ?? 0) + 5)
    #expect(end?.y == start?.y)
    world.type("Esc")
    #expect(world.draw().cursor == nil)
  }
}

extension WritingTests {
  @Test func leavingWhatIsNotSavedWantsToBeAskedForTwice() {
    var world = Samples.form()
    world.receive(.sessionFile(problem: "the disk is full"))
    world.type("q")
    #expect(!world.intents.contains(.quit(0)))
    #expect(world.bottom().contains("NOT SAVED"))
    world.type("q")
    #expect(world.intents.contains(.quit(0)))
  }

  @Test func whileANumberIsWrittenTheFooterOffersNoEditorAndTheProblemIsWhole() {
    var world = Samples.form()
    while world.session.focusedQuestion != "minutes" { world.type("Tab Esc") }
    world.type("Enter a b")
    #expect(world.desk.writing != nil)
    #expect(!world.bottom().contains("C-x e"))
    let screen = world.screen()
    #expect(screen.contains("wants a number with a") && screen.contains("as decimal sign"), "\(screen)")
    world.type("Esc Tab")
    #expect(world.bottom().contains("C-x e"), "a text has one")
  }

  @Test func oneControlCharacterIsOne() {
    var world = Samples.form()
    while world.desk.writing == nil { world.type("Tab") }
    world.press(.paste("a\u{1}b"))
    #expect(world.bottom().contains("1 control character was left out"))
    world.press(.paste("a\u{1}\u{2}b"))
    #expect(world.bottom().contains("2 control characters were left out"))
  }
}
