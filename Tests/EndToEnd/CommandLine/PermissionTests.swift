import Foundation
import PostilCore
import PostilModel
import PostilStore
import PostilTestSupport
import Testing

@Suite("Who sees what")
struct PermissionTests {
  /// Every way to ask for something of others'. What a subcommand does not know fails, and gives nothing away either.
  private static let attempts: [[String]] = [
    ["status"], ["status", "--json"], ["log"], ["log", "--json"], ["log", "t1"], ["log", "t2", "--json"],
    ["export"], ["export", "--format", "csv"], ["export", "--format", "tsv"], ["export", "--format", "rows"],
    ["export", "--annotator", "other-\(ManyHands.marker.lowercased())"],
    ["export", "label:good"], ["export", "state:submitted"], ["export", "flag:yes"],
    ["roster"], ["roster", "list", "--json"], ["roster", "totals"], ["roster", "me"],
    ["show"], ["show", "t1"], ["show", "t2", "--pane", "history"], ["show", "t2", "--keys", "g h"],
    ["show", "t2", "--keys", "g i"], ["show", "--keys", "g f l a b e l : g o o d Enter"], ["show", "--styles"],
    ["doctor"], ["doctor", "--json"], ["demo", "."], ["import", "records.jsonl"],
    ["import", "--dry-run", "records.jsonl"],
    ["gold"], ["gold", "list", "--json"], ["gold", "drop", "t3"], ["gold", "set", "t3", "feeling=good"],
    ["gold", "import", "gold.csv"], ["report"], ["report", "--json"], ["report", "--format", "csv"],
    ["report", "-o", "-"],
    ["export", "--format", "resolutions"], ["export", "--format", "trl-sft"], ["review"], ["review", "t2"],
    ["import", "--annotations", "labels.csv"], ["keys"], ["themes"], ["manual"], ["annotate"],
  ]

  @Test("no subcommand gives an annotator anything of others' answers")
  func annotator() throws {
    let project = try ManyHands(myRole: "annotator")
    for arguments in Self.attempts {
      let run = try project.run(arguments)
      #expect(!(run.output + run.errors).contains(ManyHands.marker), "\(arguments): \(run.output) \(run.errors)")
    }
    let export = try project.run(["export"])
    #expect(export.output.contains("my own words"))
    #expect(try project.run(["export", "label:good"]).lines.count == 1, "the filter has one's own eyes")
  }

  /// Others' answers, comments, gold and resolutions are there already; this adds what others write to each other.
  private static func withThreads(_ project: ManyHands) throws {
    let store = try ProjectStore(path: project.folder.path + "/postil.db")
    let other = "other-\(ManyHands.marker)"
    try store.sendBack(
      task: 2, to: other, text: "comment \(ManyHands.marker)", by: "boss", at: Timestamp(milliseconds: 1))
  }

  @Test("no key of the desk shows an annotator anything of others' answers")
  func commands() throws {
    let project = try ManyHands(myRole: "annotator")
    try Self.withThreads(project)
    let rows = CommandTable.all.filter { $0.contexts.contains(.desk) && ![.suspend, .quit].contains($0.command) }
    #expect(rows.count > 40, "the table is read")
    for row in rows {
      let key = try #require(row.keys(in: .desk).first, "\(row.name)")
      // What was sent back to somebody, or known or settled, shows itself at its task.
      let run = try project.run(["show", row.group == .going ? "t2" : "t1", "--keys", key])
      #expect(run.code == 0 && !run.output.isEmpty, "\(row.name): \(run.errors)")
      #expect(!(run.output + run.errors).contains(ManyHands.marker), "\(row.name): \(run.output) \(run.errors)")
    }
  }

  @Test("no pane of the desk shows an annotator anything of others' answers", arguments: ["t1", "t2", "t3"])
  func panes(_ task: String) throws {
    let project = try ManyHands(myRole: "annotator")
    try Self.withThreads(project)
    // A name that is none is told with those that are.
    let refusal = try project.run(["show", "--pane", "?"]).errors
    let panes = refusal.matches(of: #/- ([a-z]+)\n/#).map { String($0.output.1) }
    #expect(panes.count == 9, "\(refusal)")
    for pane in panes {
      let run = try project.run(["show", task, "--pane", pane])
      #expect(run.code == 0, "\(pane): \(run.errors)")
      #expect(!(run.output + run.errors).contains(ManyHands.marker), "\(pane): \(run.output) \(run.errors)")
    }
  }

  @Test("an annotator is refused in words that say who may, and whom to ask")
  func refusals() throws {
    let project = try ManyHands(myRole: "annotator")
    let other = "other-\(ManyHands.marker)"
    for arguments in [
      ["import", "records.jsonl"], ["show", "--annotator", other], ["show", "--as", other], ["roster", "add", "x"],
      ["gold"], ["gold", "set", "t3", "feeling=good"], ["report"], ["report", "--json"],
      ["export", "--format", "resolutions"], ["roster", "retire", "boss"], ["roster", "totals"],
      ["export", "--annotator", other], ["demo", "."],
    ] {
      let run = try project.run(arguments)
      #expect(run.code == 1, "\(arguments)")
      #expect(run.output.isEmpty, "\(arguments): \(run.output)")
      #expect(run.errors.contains("ask boss"), "\(arguments): \(run.errors)")
    }
  }

  @Test("a lead sees all of it, and so does everybody where nobody leads", arguments: ["lead", nil])
  func lead(_ role: String?) throws {
    let project = try ManyHands(myRole: role)
    for arguments in [
      ["status"], ["log"], ["log", "t2"], ["gold"], ["report"], ["credits"], ["export", "--format", "resolutions"],
      ["export"], ["export", "--annotator", "other-\(ManyHands.marker)"],
      ["show", "--annotator", "other-\(ManyHands.marker)", "t1"],
    ] {
      #expect(try project.run(arguments).output.contains(ManyHands.marker), "\(arguments)")
    }
  }

  @Test("a lead reads in the log what was settled and what is known, an annotator only what they did")
  func log() throws {
    let lead = try ManyHands(myRole: "lead")
    #expect(try lead.run(["log", "t1"]).output.contains("resolved  method: adjudicated"))
    #expect(try lead.run(["log", "t3"]).output.contains("gold  explanation: known"))
    let annotator = try ManyHands(myRole: "annotator")
    let own = try annotator.run(["log"]).lines
    #expect(own.count == 1 && own[0].contains("why: my own words"), "\(own)")
    #expect(try annotator.run(["log", "t3"]).lines.count == 2, "the head, and that nobody has done anything")
  }

  @Test("credits tell an annotator the names, and of everybody but themselves nothing else")
  func credits() throws {
    let project = try ManyHands(myRole: "annotator")
    let run = try project.run(["credits"])
    #expect(Set(run.lines) == [ManyHands.me, "boss", "other-\(ManyHands.marker)"])
    #expect(!(try project.run(["credits", "--json"]).output.contains("submitted")))
  }

  @Test("a reviewer exports what others said, but works as nobody else")
  func reviewer() throws {
    let project = try ManyHands(myRole: "reviewer")
    #expect(try project.run(["export"]).output.contains(ManyHands.marker))
    #expect(try project.run(["show", "--as", "other-\(ManyHands.marker)"]).errors.contains("only a lead may"))
  }

  @Test("a look at somebody else's desk is in the log, and a name that nobody has is told")
  func actingAs() throws {
    let project = try ManyHands(myRole: "lead")
    #expect(try project.run(["show", "--as", "other-\(ManyHands.marker)"]).code == 0)
    let last = try #require(try project.run(["log"]).lines.last)
    #expect(last.contains("acted as") && last.hasSuffix("as: other-\(ManyHands.marker)"), "\(last)")
    let wrong = try project.run(["show", "--as", "bos"])
    #expect(wrong.code == 1)
    #expect(wrong.errors.contains("did you mean \"boss\"?"), "\(wrong.errors)")
  }
}
