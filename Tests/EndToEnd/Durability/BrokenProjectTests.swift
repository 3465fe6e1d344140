import Foundation
import PostilTestSupport
import Testing

@Suite("A project that cannot be written, or read")
struct BrokenProjectTests {
  private typealias Keys = DeskRun.Keys

  /// A root without the rights that make permissions meaningless; for others nothing.
  private static let asOwner =
    geteuid() == 0 ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner"] : []

  @Test("A read-only database: the desk opens for reading and says so, at the start and at each try")
  func readOnly() throws {
    let project = try TestProject()
    chmod(project.database, 0o444)
    chmod(project.path, 0o555)
    defer {
      chmod(project.path, 0o755)
      chmod(project.database, 0o644)
    }
    let before = ProgramRun.bytes(project.database)
    let desk = try project.desk(wrapper: Self.asOwner, ready: "cannot be written")
    desk.type("p", Keys.control("s"), "f", "u")
    desk.settle()
    #expect(!desk.screen.contains("saved #") && !desk.screen.contains("● p"))
    #expect(desk.screen.contains("cannot be written"))
    #expect(try desk.leave() == .code(0))
    #expect(ProgramRun.bytes(project.database) == before)
  }

  @Test("A state folder that cannot be written: no desk, but the reason, before anything is typed")
  func readOnlyState() throws {
    let project = try TestProject(tasks: 1)
    mkdir(project.folder.path + "/state", 0o555)
    let desk = try project.desk(wrapper: Self.asOwner, ready: "cannot be made")
    #expect(try desk.terminal.waitForExit() == .code(1))
    #expect(desk.terminal.lineModes == .cooked)
    chmod(project.folder.path + "/state", 0o755)
  }

  @Test("The database becomes read-only while the desk is open: nothing is called saved, the answers wait")
  func lockedOut() throws {
    let project = try TestProject(TestProject.oneKeyConfiguration)
    let desk = try project.desk(wrapper: Self.asOwner)
    try desk.type("p", andWaitFor: "saved #1")
    // Permissions are asked for at opening only; a file that is replaced is another matter.
    try FileManager.default.moveItem(atPath: project.database, toPath: project.database + ".away")
    try desk.type("p", andWaitFor: "1 save waits")
    #expect(!desk.screen.contains("saved #"))
    #expect(desk.screen.contains("2 of 30"))
    try FileManager.default.moveItem(atPath: project.database + ".away", toPath: project.database)
    try desk.wait(for: "saved #2")
    #expect(try desk.leave() == .code(0))
    #expect(try project.run("status", "--json").text.contains("\"submitted\":2,"))
  }

  @Test("The database is replaced by another while the desk is open: the other one is not written into")
  func replaced() throws {
    let project = try TestProject(TestProject.oneKeyConfiguration)
    let other = try TestProject(TestProject.oneKeyConfiguration, tasks: 7)
    let desk = try project.desk()
    try desk.type("p", andWaitFor: "saved #1")
    try FileManager.default.removeItem(atPath: project.database)
    try FileManager.default.copyItem(atPath: other.database, toPath: project.database)
    try desk.type("p", andWaitFor: "1 save waits")
    desk.settle()
    #expect(!desk.screen.contains("saved #"))
    #expect(try desk.leave() == .code(0))
    #expect(desk.screen.contains("1 save waits on this machine: "))
    #expect(desk.screen.contains("delivered when you open the desk again."))
    #expect(ProgramRun.bytes(project.database) == ProgramRun.bytes(other.database))
  }

  @Test("A damaged database: words, code 1, and the file untouched", arguments: ["noise", "short", "empty", "text"])
  func damaged(_ kind: String) throws {
    let project = try TestProject(tasks: 200)
    var bytes = ProgramRun.bytes(project.database)
    var generator = SeededGenerator(seed: 3)
    switch kind {
    case "noise": for index in bytes.indices { bytes[index] = UInt8.random(in: 0...255, using: &generator) }
    case "short": bytes = Array(bytes.prefix(5_000))
    case "empty": bytes = []
    default: bytes = Array("this is no database, but somebody's notes\n".utf8)
    }
    try Data(bytes).write(to: URL(fileURLWithPath: project.database))
    for arguments in [["annotate"], ["status"], ["export"], ["show"], ["log", "1"], ["import", "/dev/null"]] {
      if arguments == ["annotate"] {
        let desk = try project.desk(ready: "damaged")
        #expect(try desk.terminal.waitForExit() == .code(1))
        #expect(desk.terminal.lineModes == .cooked && !desk.screen.modes.contains(1049))
      } else {
        let result = try project.start(arguments).finish()
        #expect(
          result.code == 1 && result.complaint.contains("damaged"), "\(arguments): \(result.code) \(result.complaint)")
      }
      #expect(ProgramRun.bytes(project.database) == bytes, "\(arguments) changed the file")
    }
    let doctor = try project.run("doctor")
    #expect(doctor.code == 1 && (doctor.text + doctor.complaint).contains("damaged"))
  }

  @Test("Damage in the middle, met at work: the desk says so and goes on, nothing crashes", arguments: 1...4)
  func damagedInside(_ seed: UInt64) throws {
    let project = try TestProject(tasks: 400)
    var bytes = ProgramRun.bytes(project.database)
    var generator = SeededGenerator(seed: seed)
    // All but the first pages, which the schema is in.
    for index in bytes.indices where index >= 40_960 && index % 7 == 0 {
      bytes[index] = UInt8.random(in: 0...255, using: &generator)
    }
    try Data(bytes).write(to: URL(fileURLWithPath: project.database))
    let desk = try project.desk(ready: "")
    // Before that, a C-c is the terminal's own.
    try desk.wait("the desk, or why there is none") { $0.contains("Questions") || $0.contains("damaged") }
    desk.type("p", Keys.control("s"), "G", "n", Keys.control("s"), "gh", Keys.escape)
    desk.settle()
    desk.type(Keys.control("c"))
    let exit = try desk.terminal.waitForExit(timeout: 30_000)
    #expect(exit == .code(0) || exit == .code(1), "\(exit), \(desk.screen)")
    #expect(desk.terminal.lineModes == .cooked && desk.screen.violations == [])
    #expect(try project.run("doctor").code == 1)
  }

  @Test("A newer schema: a desk for reading, with a clear word, and subcommands that refuse to write")
  func newer() throws {
    let project = try TestProject()
    try sql(project, "UPDATE meta SET value = '99' WHERE name = 'schema'")
    let before = ProgramRun.bytes(project.database)
    let desk = try project.desk(ready: "newer Postil")
    desk.type("p", Keys.control("s"))
    desk.settle()
    #expect(desk.screen.contains("newer Postil") && !desk.screen.contains("saved #"))
    #expect(try desk.leave() == .code(0))
    let file = try project.folder.write(TestProject.records(50...60), to: "more.jsonl")
    let result = try project.run("import", file)
    #expect(result.code == 1 && result.complaint.contains("newer"))
    #expect(ProgramRun.bytes(project.database) == before)
  }

  /// Changes a database as another program might, by Python's SQLite.
  private func sql(_ project: TestProject, _ statement: String) throws {
    let script = """
      import sqlite3, sys
      database = sqlite3.connect(sys.argv[1])
      database.execute(sys.argv[2])
      database.commit()
      database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
      database.close()
      """
    let result = try ProgramRun(
      ["/usr/bin/env", "python3", "-c", script, project.database, statement],
      environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": project.folder.path]
    ).finish()
    guard result.code == 0 else { throw TestProject.Unexpected(result.complaint) }
  }

  @Test("A damaged session file: said in words, and kept aside or refused, never a crash")
  func damagedSession() throws {
    let project = try TestProject()
    let desk = try project.desk()
    desk.type("p")
    try desk.wait(for: "draft kept")
    _ = try desk.leave()
    let names = try FileManager.default.contentsOfDirectory(atPath: project.sessions).filter {
      $0.hasSuffix(".session")
    }
    for name in names {
      try Data("no database at all, but long enough to be looked at as one".utf8)
        .write(to: URL(fileURLWithPath: project.sessions + "/" + name))
    }
    let again = try project.desk(ready: "session")
    #expect(try again.terminal.waitForExit() == .code(1))
    #expect(again.terminal.lineModes == .cooked)
    #expect(again.screen.contains("damaged") && again.screen.contains("move the file away"))
  }
}
