import Foundation
import PostilTestSupport
import Testing

@Suite("import and export")
struct TransferCommandTests {
  @Test("what is exported and imported into an empty project is exported again byte by byte, but for times of import")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    let demo = try PostilRun(["demo", "one"], in: folder)
    #expect(demo.code == 0, "\(demo.errors)")
    #expect(try PostilRun(["export", "--project", "one", "-o", "first.jsonl"], in: folder).code == 0)
    try FileManager.default.createDirectory(atPath: folder.path + "/two", withIntermediateDirectories: true)
    for name in ["postil.toml", "guidelines.md"] {
      try FileManager.default.copyItem(atPath: "\(folder.path)/one/\(name)", toPath: "\(folder.path)/two/\(name)")
    }
    let imported = try PostilRun(["import", "--project", "two", "--json", "first.jsonl"], in: folder)
    #expect(imported.code == 0, "\(imported.errors)")
    #expect(try JSONText.object(imported.output)["annotations"] as? Int == 4)
    #expect(try PostilRun(["export", "--project", "two", "-o", "second.jsonl"], in: folder).code == 0)
    let first = try String(contentsOfFile: folder.path + "/first.jsonl", encoding: .utf8)
    let second = try String(contentsOfFile: folder.path + "/second.jsonl", encoding: .utf8)
    #expect(first == second)
    #expect(first.split(separator: "\n").count == 54)
  }

  @Test("a folder of VOC files comes in as suggestions or as answers, and goes out again as it was")
  func pictures() throws {
    let folder = try TemporaryFolder()
    for name in ["one", "two", "one/voc"] {
      try FileManager.default.createDirectory(atPath: folder.path(of: name), withIntermediateDirectories: true)
    }
    let project = """
      [project]
      name = "Cells"
      [[field]]
      name = "image"
      type = "image"
      [[question]]
      name = "cells"
      type = "boxes"
      labels = ["red"]
      """
    for name in ["one", "two"] { try folder.write(project, to: name + "/postil.toml") }
    let picture = try folder.write(GeneratedPicture.png(claiming: 90, 80), to: "one/a.png")
    let sides = "<xmin>1</xmin><ymin>2.5</ymin><xmax>30</xmax><ymax>40</ymax>"
    let object = "<object><name>red</name><bndbox>\(sides)</bndbox></object>"
    try folder.write("<annotation><filename>a.png</filename>\(object)</annotation>", to: "one/voc/a.xml")
    try folder.write("<annotation><filename>", to: "one/voc/b.xml")
    let first = try PostilRun(["import", "--project", "one", "--model", "net", "one/voc"], in: folder)
    #expect(first.code == 2, "\(first.errors)")
    #expect(first.output.contains("1 task imported\n1 suggestion\n1 rejected: 1 not XML\n  one/voc, line 2: b.xml: "))
    let second = try PostilRun(["import", "--project", "two", "--annotator", "ann", "one/voc/a.xml"], in: folder)
    #expect(second.output.contains("1 task imported\n1 annotation\n"), "\(second.errors)")
    let refused = try PostilRun(["export", "--project", "two", "--format", "voc"], in: folder)
    #expect(refused.code == 64)
    let out = try PostilRun(["export", "--project", "two", "--format", "voc", "-o", "out/"], in: folder)
    #expect(out.code == 0, "\(out.errors)")
    let xml = try #require(folder.text("out/a.xml"))
    #expect(xml.contains("<width>90</width>") && xml.contains("<ymin>2.5</ymin>") && xml.contains(picture))
    #expect(folder.text("out.manifest.json")?.contains("\"format\": \"voc\"") == true)
    let again = try PostilRun(["export", "--project", "two", "--format", "voc", "-o", "out"], in: folder)
    #expect(again.code == 1)
    #expect(again.errors.contains("not empty"))
    let wrong = try PostilRun(["import", "--project", "one", "--format", "jsonl", "one/voc"], in: folder)
    #expect(wrong.code == 1)
    #expect(wrong.errors.contains("is a folder"))
  }

  @Test("records that are no good are set aside by line, the rest is imported, and the exit code is 2")
  func rejects() throws {
    let project = try SampleProject()
    let input = "{\"id\":\"d\",\"text\":\"fine\"}\n{\"id\":\"e\"}\nnot json\n{\"id\":\"a\",\"text\":\"other\"}\n"
    let run = try project.run(["import", "--json", "--format", "jsonl", "--rejects", "bad.jsonl", "-"], input: input)
    #expect(run.code == 2, "\(run.errors)")
    let summary = try JSONText.object(run.output)
    #expect(summary["imported"] as? Int == 1)
    #expect(summary["rejected"] as? Int == 3)
    let rejects = try String(contentsOfFile: project.folder.path + "/bad.jsonl", encoding: .utf8)
    let lines = try rejects.split(separator: "\n").map { try JSONText.object(String($0)) }
    #expect(lines.compactMap { $0["line"] as? Int } == [2, 3, 4])
  }

  @Test("of what was rejected the first record is shown; the format that all seem to be of is named")
  func example() throws {
    let project = try SampleProject()
    let mixed = try project.run(
      ["import", "--format", "jsonl", "-"], input: "{\"text\":\"fine\"}\n{\"id\":\"e\"}\n7\n")
    #expect(mixed.code == 2)
    #expect(
      mixed.output.contains("\n2 rejected: 1 not an object, 1 missing field\n  the first: -, line 2: has no \"text\""))
    #expect(!mixed.output.contains("look like"))
    let tree = #"{"message_tree_id":"t","prompt":{"message_id":"t","text":"q","role":"prompter","replies":[]}}"#
    let trees = try project.run(["import", "--format", "jsonl", "--json", "-"], input: tree + "\n")
    #expect(trees.code == 2)
    let summary = try JSONText.object(trees.output)
    #expect(summary["remarks"] as? [String] == ["the records look like oasst-tree; try --format oasst-tree"])
    #expect((summary["first_rejected"] as? [String: Any])?["line"] as? Int == 1)
  }

  @Test("a suggestion that does not fit is counted, its file named, and the exit code is 2")
  func badSuggestion() throws {
    let project = try SampleProject()
    let line = #"{"id":"d","text":"fine","suggestions":{"mood":"good"}}"#
    let run = try project.run(["import", "--format", "jsonl", "-"], input: line)
    #expect(run.code == 2, "\(run.errors)")
    #expect(run.lines.prefix(2) == ["1 task imported", "1 suggestion rejected, with the rest of the record taken"])
    #expect(run.lines.last?.hasSuffix("/stdin.rejects.jsonl") == true)
  }

  @Test("--strict imports all or nothing, --dry-run nothing")
  func strict() throws {
    let project = try SampleProject()
    let input = "{\"id\":\"d\",\"text\":\"fine\"}\nnot json\n"
    let strict = try project.run(["import", "--strict", "--format", "jsonl", "-"], input: input)
    #expect(strict.code == 1)
    #expect(strict.errors.contains("line 2"), "\(strict.errors)")
    let dry = try project.run(["import", "--dry-run", "--format", "jsonl", "-"], input: input)
    #expect(dry.code == 2)
    #expect(dry.output.contains("1 task would be imported"))
    #expect(try project.run(["status"]).output.contains("of 3 tasks"))
  }

  @Test("importing twice changes nothing")
  func again() throws {
    let project = try SampleProject()
    let run = try project.run(["import", "records.jsonl"])
    #expect(run.code == 0)
    #expect(run.output.contains("3 were there already"))
  }

  @Test("a file that is not there is told, with exit code 1")
  func missing() throws {
    let run = try SampleProject().run(["import", "nowhere.jsonl"])
    #expect(run.code == 1)
    #expect(run.errors.contains("nowhere.jsonl"))
  }

  @Test("progress and colours are not written where there is no terminal")
  func quiet() throws {
    let project = try SampleProject()
    let run = try project.run(["import", "records.jsonl"])
    #expect(run.errors.isEmpty)
    #expect(!run.output.contains("\u{1B}"))
    #expect(try project.run(["export"]).errors.isEmpty)
  }

  @Test("export takes the queue's filter, and a wrong one is wrong usage with the nearest word")
  func filter() throws {
    let project = try SampleProject()
    let found = try project.run(["export", "lift"])
    #expect(found.lines.count == 1)
    #expect(found.output.contains("\"id\":\"b\""))
    let wrong = try project.run(["export", "state:skiped"])
    #expect(wrong.code == 64)
    #expect(wrong.errors.contains("\"skipped\""), "\(wrong.errors)")
  }

  @Test("a name that no annotator has is refused, with those that there are and the nearest")
  func annotator() throws {
    let project = try SampleProject()
    #expect(try project.run(["export", "--annotator", "ann"]).errors.contains("nobody has judged anything here yet"))
    let line = """
      {"id":"z","fields":{"text":"fine"},"annotations":[{"annotator":"annika","state":"submitted","answers":{}}]}
      """
    _ = try project.run(["import", "--format", "jsonl", "-"], input: line)
    let wrong = try project.run(["export", "--annotator", "anika"])
    #expect(wrong.code == 64)
    #expect(wrong.output.isEmpty)
    #expect(wrong.errors.contains("did you mean \"annika\"? the annotators are annika"), "\(wrong.errors)")
    #expect(try project.run(["export", "--annotator", "annika"]).code == 0)
  }

  @Test("a file appears with a manifest that counts it; CSV has a header")
  func manifest() throws {
    let project = try SampleProject()
    let run = try project.run(["export", "--output", "x.csv", "--json"])
    #expect(run.code == 0, "\(run.errors)")
    #expect(try JSONText.object(run.output)["format"] as? String == "csv")
    let text = try String(contentsOfFile: project.folder.path + "/x.csv.manifest.json", encoding: .utf8)
    #expect(try JSONText.object(text)["tasks"] as? Int == 3)
    let table = try String(contentsOfFile: project.folder.path + "/x.csv", encoding: .utf8)
    #expect(table.hasPrefix("id,"))
  }

  @Test("training data: a format that does not suit the project is told with what it wants")
  func unsuited() throws {
    let project = try SampleProject()
    let run = try project.run(["export", "--format", "trl-preference", "--output", "x.jsonl"])
    #expect(run.code == 1)
    #expect(run.errors.contains("wants a prompt") || run.errors.contains("wants a question of type ranking"))
    let option = try project.run(["export", "--format", "jsonl", "--pairs", "all", "--output", "x.jsonl"])
    #expect(option.code == 64)
    #expect(option.errors.contains("the format jsonl does not take --pairs"), "\(option.errors)")
    #expect(try project.run(["export", "--pairs", "some"]).code == 64)
  }

  @Test("a database that is missing beside a postil.toml is made by an import, and told by everything else")
  func noDatabase() throws {
    let project = try SampleProject()
    for name in ["postil.db", "postil.db-wal", "postil.db-shm"] {
      try? FileManager.default.removeItem(atPath: project.folder.path + "/" + name)
    }
    let status = try project.run(["status"])
    #expect(status.code == 1)
    #expect(status.errors.contains("postil.db"))
    #expect(try project.run(["import", "records.jsonl"]).output.contains("3 tasks imported"))
  }
}
