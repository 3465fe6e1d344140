import Foundation
import GRDB
import PostilTestSupport
import Testing

/// A desk that types a script, is killed, is opened again, and goes on.
struct KilledDesk {
  /// What was seen over all kills.
  struct Tally: Sendable {
    var kills = 0
    var keysBeforeKills = 0
    var killsWithDraft = 0
    var killsUnseen = 0
  }

  private static let tasks = 30
  private let project: TestProject
  private var model = DeskModel(tasks: tasks)
  private var generator: SeededGenerator
  private var counter = 0
  private(set) var tally = Tally()

  init(seed: UInt64) throws {
    project = try TestProject(tasks: Self.tasks)
    generator = SeededGenerator(seed: seed)
  }

  /// Types, kills, opens again. Throws in words when something that was shown is missing.
  mutating func kill() throws {
    let script = DeskScript(from: model, actions: 12, counter: counter, generator: generator)
    counter += 1_000
    _ = generator.next()
    let desk = try project.desk()
    try expect(model.view, on: desk, "opened again")
    let (sent, seen, last) = type(script, at: desk)
    let again = try project.desk()
    let alike = try wait(forSomeOf: states(of: script, from: seen, through: sent), at: again) {
      "killed after \(sent) keys, \(seen) seen: \(script.steps[..<sent].map(\.keys)); \(last)"
    }
    try giveUpLine(at: again)
    _ = try again.leave()
    let steps = try undoSteps()
    guard let found = alike.first(where: { $0.undoCount == steps }) else {
      throw TestProject.Unexpected("the undo log has \(steps) steps, expected one of \(alike.map(\.undoCount))")
    }
    tally.kills += 1
    tally.keysBeforeKills += sent
    if found.task.draft != nil { tally.killsWithDraft += 1 }
    if seen < sent { tally.killsUnseen += 1 }
    model = found
    // A text that was being written when the program was killed is one step of undo; what follows is another.
    model.endWriting()
  }

  /// A comment or a reason that was half typed is before the eyes again, and would take the next keys.
  private func giveUpLine(at desk: DeskRun) throws {
    func isOpen(_ screen: TerminalScreen) -> Bool {
      ["  Comment  ", "  Skip, because  "].contains { screen.line(screen.rows - 1).hasPrefix($0) }
    }
    guard isOpen(desk.screen) else { return }
    desk.type(DeskRun.Keys.escape)
    try desk.wait("the line given up") { !isOpen($0) }
  }

  /// The states that may be found: what was seen last, and all that was typed after it, step by step. An answer and the
  /// step to the next task are two.
  private func states(of script: DeskScript, from seen: Int, through sent: Int) -> [DeskModel] {
    let all = [model] + script.steps.map(\.model)
    return (seen...sent).flatMap { step in
      let state = all[step]
      guard step > seen, all[step - 1].current != state.current else { return [state] }
      return [state.at(all[step - 1].current), state]
    }
  }

  /// Types up to a random moment and kills there. Returns how many steps were sent and how many were seen on the screen.
  private mutating func type(_ script: DeskScript, at desk: DeskRun) -> (sent: Int, seen: Int, last: DeskView) {
    let end = Int.random(in: 1...max(1, script.steps.count), using: &generator)
    var (sent, seen) = (0, 0)
    var last = DeskView(desk.screen)
    func look() {
      last = DeskView(desk.screen)
      // The first state from the last one seen on that looks like this; what follows may look the same.
      let candidates = seen..<sent
      if let step = candidates.first(where: { script.steps[$0].model.view.agrees(with: last) }) { seen = step + 1 }
    }
    while sent < end {
      let burst = min(Int.random(in: 1...5, using: &generator), end - sent)
      for step in script.steps[sent..<sent + burst] { desk.type(step.keys) }
      sent += burst
      if Int.random(in: 0..<3, using: &generator) == 0 { look() }
    }
    usleep(UInt32.random(in: 0..<12_000, using: &generator))
    desk.killNow()
    look()
    return (sent, seen, last)
  }

  private func expect(_ view: DeskView, on desk: DeskRun, _ what: String) throws {
    do {
      try desk.wait(what, seconds: 20) { screen in
        let seen = DeskView(screen)
        return Self.isWhole(seen) && view.agrees(with: seen) && seen.saves == view.saves
      }
    } catch {
      throw TestProject.Unexpected("\(what): expected \(view), saw \(DeskView(desk.screen))\n\(desk.screen.text)")
    }
  }

  /// A terminal hands a frame on in pieces: half of one looks like a task without a draft.
  private static func isWhole(_ view: DeskView) -> Bool { view.rows.count == tasks }

  /// Waits until the desk shows one of some states, all its saves delivered. Returns those that look like it.
  private func wait(
    forSomeOf states: [DeskModel], at desk: DeskRun, what: () -> String
  ) throws -> [DeskModel] {
    var alike: [DeskModel] = []
    do {
      try desk.wait("one of \(states.count) states", seconds: 20) { screen in
        let view = DeskView(screen)
        guard Self.isWhole(view) else { return false }
        alike = states.filter { $0.view.agrees(with: view) && view.saves == $0.view.saves }
        return !alike.isEmpty
      }
    } catch {
      let views = Set(states.map { "\n  \($0.view)" }).sorted().joined()
      throw TestProject.Unexpected("\(what()): after the kill \(DeskView(desk.screen)), none of\(views)")
    }
    return alike
  }

  /// How many steps the session file can undo: two states with different logs may look alike.
  private func undoSteps() throws -> Int {
    let files = try FileManager.default.contentsOfDirectory(atPath: project.sessions).filter {
      $0.hasSuffix("-1.session")
    }
    guard let file = files.first, files.count == 1 else {
      throw TestProject.Unexpected("expected one session file, found \(files)")
    }
    let position = try DatabaseQueue(path: project.sessions + "/" + file).read { database in
      try Int.fetchOne(database, sql: "SELECT position FROM undo_place WHERE only = 1")
    }
    return position ?? 0
  }

  /// Undoes everything: back at an untouched project, and then there is nothing more to undo.
  mutating func undoAll() throws {
    let desk = try project.desk()
    while model.undoCount > 0 {
      // In pieces, each seen: a lost entry would show where it is missing.
      for _ in 0..<min(8, model.undoCount) {
        model.takeBack()
        desk.type("u")
      }
      try expect(model.view, on: desk, "undo, with \(model.undoCount) left")
    }
    try desk.type("u", andWaitFor: "nothing to undo")
    _ = try desk.leave()
  }
}
