import PostilTestSupport
import Testing

@Suite("The command line says how it is used")
struct UsageTests {
  private static let subcommands = [
    "annotate", "credits", "demo", "doctor", "export", "gold", "import", "init", "keys", "log", "report", "review",
    "roster", "show", "status", "themes",
  ]

  @Test("--version prints name and version")
  func version() throws {
    let run = try PostilRun(["--version"], in: TemporaryFolder())
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("postil "))
    #expect(run.errors.isEmpty)
  }

  @Test("--help names every subcommand")
  func help() throws {
    let run = try PostilRun(["--help"], in: TemporaryFolder())
    #expect(run.code == 0)
    for name in Self.subcommands { #expect(run.output.contains("  \(name)")) }
    #expect(!run.output.contains("  manual"))
  }

  @Test("each subcommand has a help text with an example", arguments: subcommands)
  func helpOfSubcommand(_ name: String) throws {
    let run = try PostilRun([name, "--help"], in: TemporaryFolder())
    #expect(run.code == 0)
    #expect(run.output.contains("Example"))
    #expect(run.output.contains("postil \(name)"))
  }

  @Test("wrong usage gives 64 and says what is wrong on standard error")
  func wrongUsage() throws {
    let cases: [(arguments: [String], words: String)] = [
      (["--bad"], "Unknown option '--bad'"), (["import"], "Missing expected argument"),
      (["init", "--template", "sentimant"], "did you mean \"sentiment\"?"),
      (["import", "x", "--format", "xml"], "there is no format \"xml\"; the formats are jsonl, json, csv, tsv, text,"),
      (["export", "--format", "xml"], "there is no format \"xml\"; the formats are jsonl, csv, tsv,"),
      (["export", "--format", "text"], "cannot be used for export"), (["log", "1", "2"], "Unexpected argument '2'"),
      (["show", "--size", "wide"], "--size"), (["show", "--pane", "attic"], "attic"),
      (["import", "x", "--map", "text"], "--map"), (["import", "x", "--max-record", "-1K"], "--max-record"),
      (["export", "--format", "kto", "--pairs", "all"], "the format kto does not take --pairs"),
      (["export", "--output", "x.jsonl", "--margin"], "the format jsonl does not take --margin"),
      (["export", "--format", "trl-preference", "--shape", "messages"], "has no shape messages"),
      (["keys", "--markdown", "--json"], "Choose one"), (["export", "--json"], "--output"),
    ]
    for (arguments, words) in cases {
      let run = try PostilRun(arguments, in: TemporaryFolder())
      #expect(run.code == 64, "\(arguments)")
      #expect(run.errors.contains(words), "\(arguments): \(run.errors)")
      #expect(run.output.isEmpty, "\(arguments)")
    }
  }

  @Test("without a project, the message names the way to one, and the exit code is 1")
  func noProject() throws {
    for arguments in [["status"], ["export"], ["import", "x"], ["log", "1"], ["log"], ["show"], ["doctor"]] {
      let run = try PostilRun(arguments, in: TemporaryFolder())
      #expect(run.code == 1, "\(arguments)")
      #expect(run.errors.hasPrefix("postil: there is no postil.toml in"), "\(run.errors)")
      #expect(run.errors.contains("postil init"))
    }
  }

  @Test("without a terminal, the desk is refused with what to use instead")
  func noTerminal() throws {
    let project = try SampleProject()
    for arguments in [[], ["annotate"]] {
      let run = try project.run(arguments)
      #expect(run.code == 1)
      for name in ["postil show", "postil status", "postil export"] { #expect(run.errors.contains(name)) }
      #expect(run.output.isEmpty)
    }
  }

  @Test("--project may stand before the subcommand")
  func projectFirst() throws {
    let project = try SampleProject()
    let behind = try project.run(["show", "--project", "."])
    #expect(behind.code == 0)
    for arguments in [["--project", ".", "show"], ["--project=.", "show"]] {
      let before = try project.run(arguments)
      #expect(before.code == 0, "\(before.errors)")
      #expect(before.lines.dropFirst() == behind.lines.dropFirst(), "all but the line with the time")
    }
    let run = try project.run(["--project", ".", "shwo"])
    #expect(run.code == 64 && run.errors.contains("did you mean \"show\"?"), "\(run.errors)")
  }

  @Test("init prints what it made as JSON too")
  func initJSON() throws {
    let run = try PostilRun(["init", "a", "--template", "topics", "--json"], in: TemporaryFolder())
    #expect(run.code == 0)
    #expect(run.output.contains(#""template":"topics""#) && run.output.contains("/a\""), "\(run.output)")
  }

  @Test("an argument that holds escape sequences is not sent to the terminal as it is")
  func hostileArgument() throws {
    let run = try PostilRun(["status", "--project", "\u{1B}]0;title\u{7}"], in: TemporaryFolder())
    #expect(run.code == 1)
    #expect(!run.errors.contains("\u{1B}"))
    #expect(!run.errors.contains("\u{7}"))
  }

  @Test("completions for bash, zsh and fish are written")
  func completions() throws {
    for shell in ["bash", "zsh", "fish"] {
      let run = try PostilRun(["--generate-completion-script", shell], in: TemporaryFolder())
      #expect(run.code == 0)
      #expect(run.output.contains("postil"))
      #expect(run.output.contains("import"))
    }
  }

  @Test("the manual page tells subcommands, options, files, environment and exit codes")
  func manual() throws {
    let page = try PostilRun(["manual"], in: TemporaryFolder())
    #expect(page.code == 0)
    for section in ["NAME", "SYNOPSIS", "SUBCOMMANDS", "ENVIRONMENT", "FILES", "EXIT STATUS"] {
      #expect(page.lines.contains { $0.hasPrefix(".Sh ") && $0.contains(section) })
    }
    for name in Self.subcommands { #expect(page.lines.contains(".Ss \(name)")) }
    #expect(page.lines.allSatisfy { $0.utf8.count <= 120 })
  }
}
