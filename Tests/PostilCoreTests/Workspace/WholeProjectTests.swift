import PostilFormats
import PostilModel
import PostilStore
import PostilTestSupport
import Testing

@testable import PostilCore

/// Three annotators and a lead bring a project from its first task to the exported final answers.
@Suite("A project from the first task to the last resolution")
struct WholeProjectTests {
  private static let asked = 1
  private static let gold = [13, 14]

  private let handed: HandedProject
  private let folder: TemporaryFolder
  private let desks: [(name: String, desk: Workspace)]

  init() throws {
    var project = AssignedWorld.project {
      $0.annotatorsPerTask = 3
      $0.goldRate = 0.1
      $0.asks = Skill(name: "law", level: 2)
    }
    project.annotatorsPerTask = 3
    folder = try TemporaryFolder()
    let handed = try HandedProject(project, tasks: 14)
    let law = Skill(name: "law", level: 3)
    _ = try handed.store.setPeople(
      [Person(name: "mo", role: .lead), Person(name: "dana"), Person(name: "li", skills: [law]), Person(name: "sam")],
      by: "mo", at: handed.now)
    let known = Self.gold.map { GoldTask(task: $0, answers: ["feeling": "good"]) }
    try handed.store.setGold(known, by: "mo", at: handed.now)
    self.handed = handed
    desks = try ["dana", "li", "sam"].map { ($0, try handed.desk($0)) }
  }

  /// Everybody says good, but sam has another mind on every third task.
  private func label(_ who: String, _ task: Int) -> String { who == "sam" && task % 3 == 0 ? "bad" : "good" }

  /// All answer what waits for them, turn about, until nothing does.
  private func work() {
    for _ in 0..<40 {
      for (name, desk) in desks {
        guard let current = desk.session.current, desk.session.work?.isWaiting(current.number) == true else { continue }
        handed.now.milliseconds += 2000
        if name == "dana", current.number == Self.asked {
          desk.act(.ask(note: "Is that a contract?"))
        } else {
          desk.choose(label(name, current.number))
        }
      }
    }
  }

  private func perform(_ workspace: ReviewWorkspace, _ actions: ReviewAction...) {
    for action in actions {
      handed.now.milliseconds += 1000
      workspace.act(action)
    }
  }

  private func states(_ store: ProjectStore) throws -> [Int: TaskStanding.State] {
    try Dictionary(
      uniqueKeysWithValues: (1...14).map { ($0, try #require(try store.reviewTask(number: $0)).standing.state) })
  }

  @Test func threePeopleAndALeadBringAProjectToItsEnd() throws {
    let store = handed.store
    work()
    // Each task has three answers of three people; the one that was asked about has its expert's in the asker's place.
    var met = 0
    for number in 1...14 {
      let names = try #require(try store.reviewTask(number: number)).answered.map(\.annotator)
      #expect(Set(names).count == names.count)
      if Self.gold.contains(number) { met += names.count } else { #expect(names.count == (number == 1 ? 2 : 3)) }
    }
    #expect(try #require(try store.reviewTask(number: 1)).answered.map(\.annotator).sorted() == ["li", "sam"])
    #expect((1...6).contains(met), "gold came among the others")
    #expect(try store.messages(ofTask: 1).map(\.kind) == [.question, .answer])

    let lead = try handed.review()
    var before = try states(store)
    #expect([3, 6, 9, 12].allSatisfy { before[$0] == .toSettle })
    #expect([2, 4, 5, 7, 8, 10, 11].allSatisfy { before[$0] == .unanimous })
    #expect(before[1] == .waiting, "it has two of three answers")

    perform(lead, .goTo("3"), .sendBack(annotator: "sam", text: "Read on."))
    perform(lead, .goTo("6"), .sendBack(annotator: "sam", text: "Really?"))
    before = try states(store)
    #expect(before[3] == .sentBack && before[6] == .sentBack)
    let sam = desks[2].desk
    sam.act(.reload)
    #expect(sam.shown.prefix(2) == [3, 6])
    sam.act(.goTo("3"))
    sam.act(.answer(question: "feeling", "good"))
    sam.act(.answerReturned(reply: "You are right."))
    sam.act(.goTo("6"))
    sam.act(.answerReturned(reply: "I stand by it."))
    perform(lead, .reload)
    before = try states(store)
    #expect(before[3] == .toSettle && before[6] == .toSettle)

    perform(lead, .goTo("3"), .acceptMajority, .goTo("6"), .accept(annotator: "sam"))
    perform(lead, .goTo("9"), .acceptMajority, .goTo("12"), .resolve(["feeling": "mixed"]))
    perform(lead, .goTo("1"), .acceptMajority)
    for number in Self.gold where !(try #require(try store.reviewTask(number: number)).answered.isEmpty) {
      perform(lead, .goTo("\(number)"), .accept(annotator: "dana"))
    }
    perform(lead, .reload, .goTo("2"), .toggleChecked, .acceptUnanimous)
    #expect(try store.integrityReport() == [])
    try checkExport(resolved: try store.standingCounts()[.resolved] ?? 0)
  }

  private func checkExport(resolved: Int) throws {
    var options = ExportOptions(path: folder.path + "/final.jsonl")
    options.format = "resolutions"
    let summary = try Exporter(project: handed.project, store: handed.store, now: handed.now, token: "t").run(options)
    #expect(summary.written == resolved && resolved >= 12)
    let text = String(decoding: try Files.read(options.path), as: UTF8.self)
    let lines = try text.split(separator: "\n").map { try #require(try JSONParser().parse(String($0)).object) }
    var found: [String: JSONObject] = [:]
    for line in lines { found[line["id"]?.string ?? ""] = line }
    #expect((1...12).allSatisfy { found["id-\($0)"] != nil })
    func line(_ number: Int) throws -> JSONObject { try #require(found["id-\(number)"]) }
    func said(_ number: Int) throws -> [String?] {
      try line(number)["said"]?.array?.map { $0.object?["answers"]?.object?["feeling"]?.string } ?? []
    }
    #expect(lines.allSatisfy { $0["by"] == "mo" })
    // What all said, what most said, whose answer was taken, and the lead's own.
    #expect(try line(2)["method"] == "unanimous" && said(2) == ["good", "good", "good"])
    #expect(try line(3)["method"] == "unanimous" && said(3) == ["good", "good", "good"])
    #expect(try line(6)["method"] == "adjudicated" && line(6)["taken"] == "sam")
    #expect(try line(6)["answers"] == ["feeling": "bad"] && Set(said(6)) == ["good", "bad"])
    #expect(try line(9)["method"] == "aggregated: majority" && line(9)["answers"] == ["feeling": "good"])
    #expect(try line(12)["method"] == "adjudicated" && line(12)["answers"] == ["feeling": "mixed"])
    #expect(try line(1)["method"] == "unanimous" && said(1).count == 2)
    func thread(_ number: Int) throws -> [[String?]] {
      try line(number)["thread"]?.array?.compactMap(\.object).map { [$0["kind"]?.string, $0["from"]?.string] } ?? []
    }
    #expect(try thread(1) == [["question", "dana"], ["answer", "li"]])
    #expect(try thread(3) == [["sent_back", "mo"], ["reply", "sam"]])
    #expect(try line(6)["thread"]?.array?.map { $0.object?["text"] } == ["Really?", "I stand by it."])
    #expect(try thread(9) == [])
  }
}
