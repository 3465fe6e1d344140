import Foundation
import PostilTestSupport
import Testing

@Suite("Imports, exports and deliveries that are killed leave nothing half done")
struct KilledTransferTests {
  @Test("An import that was killed: the project opens, and once more adds the rest exactly once", arguments: 0..<6)
  func importing(_ round: Int) throws {
    let project = try TestProject(tasks: 3)
    let count = 20_000
    let file = try project.folder.write(TestProject.records(4...count), to: "more.jsonl")
    let run = try project.start(["import", file])
    // Sooner and later: before the first record, in the middle, at the end.
    let end = ContinuousClock.now + .milliseconds(40 + 150 * round)
    while ContinuousClock.now < end, !run.hasEnded { usleep(2_000) }
    run.killNow()
    let isKilled = try run.finish().code != 0
    let desk = try project.desk()
    _ = try desk.leave()
    let between = try tasks(project)
    #expect((3...count).contains(between))
    // The log has what it brought, and that it did not come to its end. It brought nothing: then there is no word of it.
    let told = try project.run("log").text.split(separator: "\n")
    #expect(told.count == (between > 3 || !isKilled ? 2 : 1) || told.last?.contains("nothing new") == true, "\(told)")
    if between > 3 { #expect(told.last?.contains("  \(between - 3) tasks") == true, "\(told)") }
    if between < count { #expect(told.count == 1 || told.last?.hasSuffix("  not finished") == true, "\(told)") }
    if !isKilled { #expect(told.last?.hasSuffix("not finished") == false, "\(told)") }
    let again = try project.run("import", file)
    #expect(again.code == 0, "\(again.complaint)")
    #expect(try tasks(project) == count)
    let ids = try project.exported().split(separator: "\n").map { $0.prefix { $0 != "," } }
    #expect(ids.count == count && Set(ids).count == count)
    #expect(try project.run("doctor").code == 0)
  }

  private func tasks(_ project: TestProject) throws -> Int {
    let text = try project.run("status", "--json").text
    return text.firstMatch(of: /"tasks":(\d+)/).flatMap { Int($0.1) } ?? -1
  }

  @Test("An export that was killed leaves no half file under its name", arguments: 0..<6)
  func exporting(_ round: Int) throws {
    let project = try TestProject(tasks: 20_000)
    let path = project.folder.path + "/out.jsonl"
    let run = try project.start(["export", "--output", path])
    let end = ContinuousClock.now + .milliseconds(20 + 40 * round)
    while ContinuousClock.now < end, !run.hasEnded { usleep(1_000) }
    run.killNow()
    let result = try run.finish()
    if FileManager.default.fileExists(atPath: path) {
      #expect(ProgramRun.bytes(path).count { $0 == 0x0a } == 20_000)
    } else {
      #expect(result.code != 0)
    }
    #expect(try project.run("export", "--output", path).code == 0)
    #expect(ProgramRun.bytes(path).count { $0 == 0x0a } == 20_000)
    #expect(try project.run("doctor").code == 0)
  }

  @Test("Killed while answers are on their way: each is saved once, none twice and none not", arguments: 1...6)
  func delivering(_ seed: UInt64) throws {
    let project = try TestProject(TestProject.oneKeyConfiguration, tasks: 400)
    var generator = SeededGenerator(seed: seed)
    var shown = 0
    for _ in 0..<3 {
      let desk = try project.desk()
      desk.type(String(repeating: "p", count: 40))
      let wanted = shown + Int.random(in: 1...35, using: &generator)
      try desk.wait("some answers") { (DeskView($0).done ?? 0) >= wanted }
      usleep(UInt32.random(in: 0..<3_000, using: &generator))
      desk.killNow()
      shown = DeskView(desk.screen).done ?? 0
    }
    let desk = try project.desk()
    try desk.wait("all is delivered") { screen in
      let view = DeskView(screen)
      return view.saves != nil && view.saves == view.done
    }
    let view = DeskView(desk.screen)
    #expect((view.done ?? 0) >= shown)
    _ = try desk.leave()
    // One event an answer: the save numbers are as many as the answered tasks, and each task has one revision.
    let lines = try project.run("export", "state:submitted").text.split(separator: "\n")
    #expect(lines.count == view.done)
    #expect(lines.allSatisfy { $0.contains(#""revision":1,"#) })
    #expect(try project.run("status", "--json").text.contains("\"saves\":\(lines.count),"))
    #expect(try project.run("doctor").code == 0)
  }
}
