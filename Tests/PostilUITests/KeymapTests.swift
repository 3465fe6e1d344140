import PostilConfiguration
import PostilCore
import PostilModel
import PostilScreen
import PostilTestSupport
import Testing

@testable import PostilUI

@Suite struct KeymapTests {
  @Test func everyKeyInTheTableIsAKey() {
    for row in CommandTable.all {
      for keys in row.keys { #expect(KeyStroke.sequence(keys) != nil, "\(row.name): \(keys)") }
    }
  }

  @Test(arguments: CommandContext.allCases) func noKeyHasTwoMeanings(context: CommandContext) {
    var owners: [[Key]: Command] = [:]
    for (command, ways) in Keymap.defaults(for: context) {
      for keys in ways {
        #expect(owners[keys] == nil, "\(KeyStroke.text(keys)): \(command) and \(String(describing: owners[keys]))")
        owners[keys] = command
      }
    }
    for keys in owners.keys {
      for length in 1..<max(1, keys.count) {
        #expect(owners[Array(keys.prefix(length))] == nil, "\(KeyStroke.text(keys)) can never be typed")
      }
    }
  }

  @Test func everyCommandHasHelpAndAWayToGiveIt() {
    #expect(Set(CommandTable.all.map(\.command)) == Set(Command.allCases))
    for row in CommandTable.all {
      #expect(!row.help.isEmpty && row.help.hasSuffix("."))
      #expect(!row.label.isEmpty)
      // The palette offers all commands but itself.
      #expect(row.command != .palette || !row.keys.isEmpty)
    }
  }

  @Test func whereTextIsWrittenNoKeyThatWritesIsACommand() {
    for context in [CommandContext.text, .prompt] {
      for ways in Keymap.defaults(for: context).values {
        for keys in ways { #expect(!KeyStroke.isText(keys[0])) }
      }
    }
  }

  @Test func theEditorsCommandsAreRowsOfTheOneTable() {
    let rows = CommandTable.all.filter { $0.group == .writing }
    #expect(rows.map(\.name).sorted() == EditorCommand.allCases.map(\.rawValue).sorted())
    #expect(rows.allSatisfy { $0.contexts == [.text] && EditorCommand($0.command)?.rawValue == $0.name })
    let free: [Command] = [.selectWordLeft, .selectWordRight, .selectTextStart, .selectTextEnd, .deselect]
    #expect(rows.filter(\.keys.isEmpty).map(\.command) == free, "these are for the palette")
    let keys = Keymap()
    #expect(keys.match([.named(.enter)], in: .text) == .command(.newline))
    #expect(keys.keys(of: .deleteWordBackward, in: .text) == ["M-Backspace"])
  }

  @Test func aFileChangesTheKeysOfTheEditor() throws {
    let text = "[text]\nline-start = [\"F3\", \"C-x a\"]\nselect-all = \"C-a\"\nyank = []\ndeselect = [\"M-n\"]\n"
    let keymap = try KeymapFile.read(text: text, file: "keys.toml")
    var world = DeskWorld(Samples.hotels, tasks: Samples.tasks(3), keymap: keymap)
    world.type("p Enter")
    world.write("one two")
    world.type("F3 a C-e b C-x a c")
    #expect(world.session.current?.answers["why"] == "caone twob")
    world.type("C-a C-w C-y")
    #expect(world.session.current?.answers["why"] == nil)
    #expect(world.bottom().contains("C-y is no key while you write"))
    world.write("kept")
    world.type("C-a M-n x")
    #expect(world.session.current?.answers["why"] == "keptx")
    world.type("F1")
    let screen = world.screen()
    #expect(screen.contains("F3 C-x a") && screen.contains("line-start") && !screen.contains("C-y"))
  }

  @Test func enterMaySubmitWhereNewLinesHaveAnotherKey() throws {
    let text = "[text]\nsubmit = [\"Enter\"]\nnewline = [\"C-j\"]\n"
    let keymap = try KeymapFile.read(text: text, file: "keys.toml")
    var world = DeskWorld(Samples.hotels, tasks: Samples.tasks(3), keymap: keymap)
    world.type("p Enter a C-j b Enter")
    #expect(world.annotations[1]?.answers["why"] == "a\nb")
  }

  @Test func aLineObeysTheChangedKeysToo() throws {
    let keymap = try KeymapFile.read(text: "[text]\nline-start = [\"M-h\"]\nnewline = [\"F4\"]\n", file: "keys.toml")
    var world = Samples.form(keymap: keymap)
    world.type("o 3 4 2 M-h 1 S-Left")
    #expect(world.session.current?.answers["minutes"] == 142)
    #expect(world.bottom().contains("several lines"))
    world.type("F4")
    #expect(world.session.focusedQuestion == "better")
  }

  @Test func thePaletteOffersTheEditorsCommandsWhileSomethingIsWritten() {
    var world = Samples.desk()
    world.type(": s e l e c t")
    #expect(!world.screen().contains("select all"))
    world.type("Esc p Enter")
    world.write("gone")
    world.type("M-x")
    world.write("select all")
    world.type("Enter x")
    #expect(world.session.current?.answers["why"] == "x")
  }

  @Test func aFileReplacesTheKeysOfACommand() throws {
    let keymap = try KeymapFile.read(text: "[desk]\nskip = [\"S\", \"C-k\"]\nflag = []\n", file: "keys.toml")
    #expect(keymap.match([.character("S")], in: .desk) == .command(.skip))
    #expect(keymap.match([.control("k")], in: .desk) == .command(.skip))
    #expect(keymap.match([.character("s")], in: .desk) == .none)
    #expect(keymap.match([.character("f")], in: .desk) == .none)
    #expect(keymap.match([.character("u")], in: .desk) == .command(.undo))
    var world = DeskWorld(Samples.hotels, tasks: Samples.tasks(3), keymap: keymap)
    world.type("S")
    #expect(world.desk.context == .prompt)
  }

  @Test(arguments: [
    ("[desk]\nskpi = [\"S\"]", 2, "unknown command \"skpi\", did you mean \"skip\"?"),
    ("[desk]\nskip = [\"Entr\"]", 2, "\"Entr\" is no key, did you mean \"Enter\"?"),
    ("\n[dsk]\nskip = [\"S\"]", 2, "did you mean \"desk\"?"),
    ("[desk]\nskip = [\"u\"]", 2, "the key \"u\" of \"skip\" clashes with \"u\" of \"undo\""),
    ("[desk]\nskip = [\"g\"]", 2, "clashes with \"g"),
    ("[desk]\nskip = 3", 2, "wants a list of keys in quotes"),
    ("[text]\nsubmit = [\"s\"]", 2, "the key \"s\" writes text in [text]"),
    ("[text]\nsubmit = [\"Enter\"]", 2, "the key \"Enter\" of \"submit\" clashes with \"Enter\" of \"newline\""),
    ("[text]\nyank = [\"C-s\"]", 2, "the key \"C-s\" of \"yank\" clashes with \"C-s\" of \"submit\""),
    ("[text]\nline-strat = [\"C-a\"]", 2, "unknown command \"line-strat\", did you mean \"line-start\"?"),
    ("[desk]\nyank = [\"C-y\"]", 2, "the command \"yank\" cannot be given in [desk]"),
    ("[prompt]\nquit = [\"Enter\"]", 2, "the key \"Enter\" writes text in [prompt]"),
    ("[text]\nskip = [\"C-k\"]", 2, "the command \"skip\" cannot be given in [text]"),
  ]) func aWrongFileIsToldByLine(text: String, line: Int, message: String) {
    #expect {
      try KeymapFile.read(text: text, file: "keys.toml")
    } throws: { error in
      guard let error = error as? ConfigurationError, let first = error.problems.first else { return false }
      return first.line == line && error.description.contains(message)
    }
  }

  @Test func twoCommandsMaySwapTheirKeys() throws {
    let keymap = try KeymapFile.read(text: "[desk]\nskip = [\"f\"]\nflag = [\"s\"]", file: "keys.toml")
    #expect(keymap.match([.character("f")], in: .desk) == .command(.skip))
    #expect(keymap.match([.character("s")], in: .desk) == .command(.flag))
  }

  @Test func aLabelThatWantsACommandsKeyIsToldWithBothNames() throws {
    var project = Samples.oneKey
    project.questions[0].kind = LabelQuestion(choices: [Choice(name: "spam", key: "s"), Choice(name: "good", key: "g")])
    let clashes = Desk.clashes(in: project, keymap: Keymap())
    #expect(clashes.map(\.label) == ["spam", "good"])
    #expect(clashes[0].command == "skip")
    #expect(clashes[1].message.contains("g "))
    #expect(Desk.clashes(in: Samples.oneKey, keymap: Keymap()).isEmpty, "n is free while no search is on")
    let other = try KeymapFile.read(text: "[desk]\nskip = [\"S\"]", file: "keys.toml")
    #expect(Desk.clashes(in: project, keymap: other).map(\.label) == ["good"])
  }

  @Test func theKeyTableForDocumentation() {
    #expect(Snapshot.difference(KeyTable.markdown, named: "keys") == nil)
  }
}
