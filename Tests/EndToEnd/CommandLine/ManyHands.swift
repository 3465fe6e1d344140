import Foundation
import PostilTestSupport

/// A project in which somebody else has judged, with words in their answers that only they, reviewers and leads may see.
///
/// The program takes its user from the operating system, so the one who runs the tests is put on the roster in the role
/// that a test wants.
struct ManyHands {
  /// The word that others' answers, comments, names, gold and resolutions hold.
  static let marker = "MARKWORT"
  /// The operating system's name of the user.
  static var me: String { String(cString: getpwuid(getuid()).pointee.pw_name) }

  let folder: TemporaryFolder

  /// A project with three tasks, all judged by the other, one of them by the user of these tests too; one settled, one gold.
  init(myRole: String?, configuration: String = "") throws {
    folder = try TemporaryFolder()
    _ = try folder.write(Self.configuration + configuration, to: "postil.toml")
    _ = try folder.write("# How to judge\n", to: "guidelines.md")
    _ = try folder.write(Self.records, to: "records.jsonl")
    let gold = ["gold", "set", "t3", "feeling=bad", "--explanation", "known \(Self.marker)"]
    for arguments in [["import", "records.jsonl"], gold] + Self.roster(myRole) {
      let run = try self.run(arguments)
      guard run.code == 0 else { throw TestProject.Unexpected("\(arguments): \(run.errors)") }
    }
  }

  /// Runs the program in the project's folder.
  func run(_ arguments: [String], input: String = "") throws -> PostilRun {
    try PostilRun(arguments, in: folder, input: input)
  }

  private static func roster(_ myRole: String?) -> [[String]] {
    guard let myRole else { return [] }
    let other = "other-\(marker)"
    // The one who leads last ends the rule of those who begin.
    return [
      ["roster", "add", other], ["roster", "add", "boss", "--role", myRole == "lead" ? "annotator" : "lead"],
      ["roster", "add", me, "--role", myRole],
    ].sorted { one, _ in one[2] == other || one[2] == me && myRole != "lead" }
  }

  private static let configuration = """
    [project]
    name = "Many hands"
    guidelines = "guidelines.md"
    annotators_per_task = 2

    [[field]]
    name = "text"
    type = "text"

    [[question]]
    name = "feeling"
    type = "label"
    labels = [ { name = "good" }, { name = "bad" } ]

    [[question]]
    name = "why"
    type = "text"
    required = false

    """

  private static let resolution = """
    ,"resolution":{"answers":{"feeling":"bad","why":"settled \(marker)"},"method":"adjudicated","by":"boss",\
    "at":"2026-02-01T09:05:00.000Z","comment":"comment \(marker)"}
    """

  private static var records: String {
    func annotation(_ name: String, _ why: String) -> String {
      """
      {"annotator":"\(name)","state":"submitted","answers":{"feeling":"good","why":"\(why)"},"flagged":true,\
      "comment":"comment \(why)","active_ms":5000,"revision":1,"saved_at":"2026-01-31T09:05:00.000Z"}
      """
    }
    return (1...3).map { number in
      let mine = number == 1 ? "," + annotation(me, "my own words") : ""
      return """
        {"id":"t\(number)","fields":{"text":"Text \(number)."},"metadata":{},\
        "annotations":[\(annotation("other-\(marker)", marker))\(mine)]\(number == 1 ? resolution : "")}

        """
    }.joined()
  }
}
