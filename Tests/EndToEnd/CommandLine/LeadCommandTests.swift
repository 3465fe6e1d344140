import Foundation
import GRDB
import PostilTestSupport
import Testing

@Suite("report, credits, gold and import --annotations")
struct LeadCommandTests {
  private func labelled() throws -> SampleProject {
    let project = try SampleProject()
    _ = try project.folder.write(
      "task,worker,label,seconds\na,anna,1,9\na,bo,1,8\nb,anna,0,7\nb,bo,1,9\nc,anna,1,5\n", to: "labels.csv")
    return project
  }

  private static let values = ["--value", "1=positive", "--value", "0=negative"]

  @Test("annotations of a table come in, with what 0 and 1 mean")
  func annotations() throws {
    let project = try labelled()
    let refused = try project.run(["import", "--annotations", "labels.csv", "--value", "1=positiv"])
    #expect(refused.code == 64)
    #expect(refused.errors.contains("did you mean \"positive\"?"), "\(refused.errors)")
    let dry = try project.run(["import", "--annotations", "labels.csv", "--dry-run"] + Self.values)
    #expect(dry.output.hasPrefix("5 annotations would be imported\n"), "\(dry.output)\(dry.errors)")
    let run = try project.run(["import", "--annotations", "labels.csv"] + Self.values)
    #expect(run.code == 0)
    #expect(run.output == "5 annotations imported\n2 people put on the roster\n")
    let again = try project.run(["import", "--annotations", "labels.csv", "--json"] + Self.values)
    let json = try JSONText.object(again.output)
    #expect(json["imported"] as? Int == 0 && json["already_there"] as? Int == 5)
    #expect(try project.run(["status"]).output.contains("3 of 3 tasks done"))
    #expect(try project.run(["doctor"]).code == 0)
    #expect(try project.run(["import", "--value", "1=positive", "records.jsonl"]).code == 64)
    #expect(try project.run(["import", "--annotations", "--suggestions", "labels.csv"]).code == 64)
  }

  @Test("gold is set, listed, imported and dropped")
  func gold() throws {
    let project = try labelled()
    #expect(try project.run(["gold"]).output.hasPrefix("No answer is known"))
    #expect(try project.run(["gold", "set", "a", "sentiment=positive", "--explanation", "Clear."]).code == 0)
    #expect(try project.run(["gold"]).output == "#1  a  sentiment: positive  Clear.\n")
    for (arguments, words) in [
      (["a", "sentimant=positive"], "did you mean \"sentiment\"?"), (["a", "sentiment=nice"], "sentiment"),
    ] {
      let run = try project.run(["gold", "set"] + arguments)
      #expect(run.code == 64)
      #expect(run.errors.contains(words), "\(run.errors)")
    }
    #expect(try project.run(["gold", "set", "zz", "sentiment=positive"]).code == 1)
    _ = try project.folder.write("id,sentiment,qualification\nb,0,yes\na,1,\n", to: "gold.csv")
    let imported = try project.run(["gold", "import", "gold.csv"] + Self.values)
    #expect(imported.output == "2 tasks are gold now\n", "\(imported.errors)")
    let list = try JSONText.array(try project.run(["gold", "list", "--json"]).output)
    #expect(list.map { $0["id"] as? String } == ["a", "b"])
    #expect(list.map { $0["qualification"] as? Bool } == [false, true])
    #expect(try project.run(["gold", "drop", "#1"]).output == "#1 is gold no more.\n")
    #expect(try project.run(["gold", "drop", "#1"]).output == "#1 is not gold.\n")
    #expect(try project.run(["gold", "drop", "#1", "--json"]).output.contains("\"changed\":false"))
    #expect(try project.run(["--project", ".", "gold", "list"]).lines.count == 1)
  }

  @Test("known answers to tasks that are not there are left out where that is asked for, and told")
  func unknownGold() throws {
    let project = try labelled()
    _ = try project.folder.write("id,sentiment\nx,0\na,1\ny,1\nb,0\n", to: "gold.csv")
    let refused = try project.run(["gold", "import", "gold.csv"] + Self.values)
    #expect(refused.code == 1)
    #expect(refused.errors.contains("\"x\" (line 2), \"y\" (line 4); nothing was taken"), "\(refused.errors)")
    #expect(try project.run(["gold"]).output.hasPrefix("No answer is known"))
    let taken = try project.run(["gold", "import", "--skip-unknown", "gold.csv"] + Self.values)
    #expect(taken.code == 2)
    let words = "left out: 2 records have ids that no task has: \"x\" (line 2), \"y\" (line 4)\n"
    #expect(taken.output == "2 tasks are gold now\n" + words, "\(taken.errors)")
    let json = try JSONText.object(
      try project.run(["gold", "import", "--json", "--skip-unknown", "gold.csv"] + Self.values).output)
    #expect(json["already_there"] as? Int == 2)
    #expect((json["left_out"] as? [[String: Any]])?.map { $0["id"] as? String } == ["x", "y"])
  }

  @Test("the report is written as Markdown, a table and JSON, to a file or not")
  func report() throws {
    let project = try labelled()
    _ = try project.run(["import", "--annotations", "labels.csv"] + Self.values)
    _ = try project.run(["roster", "edit", "anna", "--pay", "0.5 EUR/task"])
    _ = try project.run(["gold", "set", "b", "sentiment=negative"])
    let page = try project.run(["report"])
    #expect(page.code == 0, "\(page.errors)")
    for words in ["# Sample", "- 5 of 5 answers", "- 1.50 EUR so far", "| sentiment | nominal | 2 ", "| anna "] {
      #expect(page.output.contains(words), "\(words): \(page.output)")
    }
    let json = try JSONText.object(try project.run(["report", "--json"]).output)
    let people = try #require(json["people"] as? [[String: Any]])
    #expect(people.map { $0["name"] as? String } == ["anna", "bo"])
    #expect((people[0]["gold"] as? [String: Any])?["right"] as? Int == 1)
    #expect(people[0]["cost"] as? Double == 1.5 && people[0]["seconds_per_task"] as? Double == 7)
    let question = try #require((json["questions"] as? [[String: Any]])?.first)
    #expect(question["percent"] as? Double == 0.5)
    #expect(try project.run(["report", "--output", "r.csv"]).output.isEmpty)
    let table = try String(contentsOfFile: project.folder.path + "/r.csv", encoding: .utf8)
    #expect(table.hasPrefix("part,of,figure,value,undefined\nwork,,tasks,3,\n"), "\(table)")
    #expect(table.contains("agreement,sentiment,percent,0.5,\n"))
  }

  @Test("credits name everybody who worked")
  func credits() throws {
    let project = try labelled()
    #expect(try project.run(["credits"]).output == "Nobody has worked here yet.\n")
    _ = try project.run(["import", "--annotations", "labels.csv"] + Self.values)
    _ = try project.run(["roster", "add", "idle"])
    #expect(try project.run(["credits"]).output == "anna  3 tasks judged\nbo    2 tasks judged\n")
    let json = try JSONText.array(try project.run(["credits", "--json"]).output)
    #expect(json.map { $0["submitted"] as? Int } == [3, 2])
  }

  @Test("where tasks are handed out, status tells the answers, and a look at a desk hands nothing out")
  func handedOut() throws {
    let project = try labelled()
    _ = try project.run(["import", "--annotations", "labels.csv"] + Self.values)
    let path = project.folder.path + "/postil.toml"
    let text = try String(contentsOfFile: path, encoding: .utf8).replacing(
      "annotators_per_task = 1", with: "annotators_per_task = 3")
    try (text + "\n[queue]\nlease = \"30m\"\n").write(toFile: path, atomically: false, encoding: .utf8)
    let status = try project.run(["status"]).output
    #expect(status.hasPrefix("Sample  5 of 9 answers, 3 of 3 tasks begun"), "\(status)")
    #expect(status.contains("  anna  3 submitted\n"), "\(status)")
    let json = try JSONText.object(try project.run(["status", "--json"]).output)
    #expect(json["answers"] as? Int == 5 && json["wanted_answers"] as? Int == 9)
    for arguments in [["show"], ["show", "--annotator", "bo"], ["show", "--keys", "p"]] {
      #expect(try project.run(arguments).output.contains("What does the writer feel?"), "\(arguments)")
    }
    let database = try DatabaseQueue(path: project.folder.path + "/postil.db")
    #expect(try database.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM lease") } == 0)
  }

  @Test("the leaderboard is there only where the project asks for it")
  func leaderboard() throws {
    let project = try labelled()
    _ = try project.run(["import", "--annotations", "labels.csv"] + Self.values)
    #expect(try !project.run(["status"]).output.contains("Leaderboard"))
    let path = project.folder.path + "/postil.toml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try (text + "\n[review]\nleaderboard = true\n").write(toFile: path, atomically: false, encoding: .utf8)
    let status = try project.run(["status"])
    #expect(
      status.output.hasSuffix("\n  Leaderboard\n  1  anna  3\n  2  bo    2\n"), "\(status.output)\(status.errors)")
    let json = try JSONText.object(try project.run(["status", "--json"]).output)
    #expect((json["leaderboard"] as? [[String: Any]])?.first?["annotator"] as? String == "anna")
  }
}
