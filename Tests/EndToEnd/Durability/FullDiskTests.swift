import Glibc
import PostilTestSupport
import Testing

/// Two ways to a disk without room: a limit to the size of files, which works for everybody and at any moment; and a
/// small file system, which needs the right to mount one in a namespace.
@Suite("A full disk is told at once, and nothing is lost by it")
struct FullDiskTests {
  private typealias Keys = DeskRun.Keys
  private static let slack = 100_000

  // MARK: A limit to the size of files

  /// Limits the size of the files that a process may write from now on; nil takes the limit away.
  private func limit(_ desk: DeskRun, to bytes: Int?) throws {
    let words = [
      "prlimit", "--pid", "\(desk.terminal.process)", "--fsize=" + (bytes.map(String.init) ?? "unlimited") + ":",
    ]
    let result = try ProgramRun(words, environment: ["PATH": "/usr/bin:/bin"]).finish()
    #expect(result.code == 0, "\(result.complaint)")
  }

  private func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// The sizes of the logs into which the desk writes: the project's and the session's.
  private func sizesOfLogs(_ project: TestProject) throws -> (project: Int, session: Int) {
    let names = try ProgramRun(["ls", project.sessions], environment: ["PATH": "/usr/bin:/bin"]).finish().text
    guard let name = names.split(separator: "\n").first(where: { $0.hasSuffix("-wal") }) else { return (0, 0) }
    return (size(project.database + "-wal"), size(project.sessions + "/" + name))
  }

  @Test(
    "The project's disk is full: answers wait, the status line says so, room brings them in", arguments: [true, false])
  func projectIsFull(_ isKilled: Bool) throws {
    let project = try TestProject(TestProject.oneKeyConfiguration, tasks: 400)
    let desk = try project.desk()
    var saves = 0
    var logs = (project: 0, session: 0)
    repeat {
      saves += 5
      try desk.type("ppppp", andWaitFor: "saved #\(saves)")
      logs = try sizesOfLogs(project)
    } while saves < 200 && logs.project < logs.session + Self.slack
    try limit(desk, to: logs.project)
    try desk.type("p", andWaitFor: "1 save waits: the disk is full")
    try desk.type("nm", andWaitFor: "3 saves wait")
    #expect(!desk.screen.contains("saved #"))
    #expect(desk.screen.contains("\(saves + 3) of 400"))
    #expect(try project.run("status", "--json").text.contains("\"saves\":\(saves),"))
    if isKilled {
      desk.killNow()
      let again = try project.desk()
      try again.wait(for: "saved #\(saves + 3)")
      #expect(again.screen.contains("\(saves + 3) of 400"))
    } else {
      try limit(desk, to: nil)
      try desk.wait(for: "saved #\(saves + 3)")
      #expect(try desk.leave() == .code(0))
    }
    #expect(try project.run("status", "--json").text.contains("\"saves\":\(saves + 3),"))
    #expect(try project.run("doctor").code == 0)
  }

  @Test("Nothing at all can be written: it says so, and both come through with room")
  func allIsFull() throws {
    let project = try TestProject(TestProject.oneKeyConfiguration, tasks: 400)
    let desk = try project.desk()
    try desk.type("ppp", andWaitFor: "saved #3")
    try limit(desk, to: 1)
    try desk.type("p", andWaitFor: "NOT SAVED: the disk is full")
    #expect(!desk.screen.contains("saved #"))
    try limit(desk, to: nil)
    try desk.wait(for: "saved #4")
    #expect(try desk.leave() == .code(0))
  }

  @Test("The session's disk is full: NOT SAVED stands there while it is so, and the draft is kept")
  func sessionIsFull() throws {
    let project = try TestProject()
    let desk = try project.desk()
    desk.type("p", Keys.enter)
    var (words, logs) = (0, (project: 0, session: 0))
    repeat {
      words += 1
      try desk.type("word\(words) ", andWaitFor: "word\(words)")
      logs = try sizesOfLogs(project)
    } while words < 100 && logs.session < logs.project + Self.slack
    desk.settle()
    try limit(desk, to: logs.session)
    try desk.type("qq1", andWaitFor: "NOT SAVED: the disk is full")
    #expect(desk.screen.contains("qq1") && !desk.screen.contains("draft kept"))
    try desk.type(" qq2", andWaitFor: "qq2")
    #expect(desk.screen.contains("NOT SAVED"))
    try limit(desk, to: nil)
    try desk.wait(without: "NOT SAVED")
    try desk.wait(for: "draft kept")
    desk.killNow()
    let again = try project.desk()
    try again.wait(for: "qq1 qq2")
  }

  @Test("Import and export on a full disk: words, code 1, nothing half, and all is well with room")
  func transfer() throws {
    let project = try TestProject(tasks: 2_000)
    let file = try project.folder.write(TestProject.records(2_001...20_000), to: "more.jsonl")
    let limited = ["sh", "-c", "ulimit -f 1500; exec \"$@\"", "sh"]
    let out = project.folder.path + "/out.jsonl"
    let full = try project.run("import", file, wrapper: limited)
    #expect(full.code == 1 && full.complaint.contains("disk is full"), "\(full.code) \(full.complaint)")
    #expect(try project.run("doctor").code == 0)
    let again = try project.run("import", file)
    #expect(again.code == 0, "\(again.complaint)")
    #expect(try project.run("status", "--json").text.contains("\"tasks\":20000,"))
    let export = try project.run("export", "--output", out, wrapper: limited)
    #expect(export.code == 1 && export.complaint.contains("out.jsonl"), "\(export.complaint)")
    #expect(size(out) == 0)
  }

  // MARK: A small file system

  /// Runs a command with a small file system over a folder, which holds what the folder held.
  private static func small(_ folder: String) -> [String] {
    let script = """
      keep=$(mktemp -d) && mkdir -p "$1" && cp -a "$1/." "$keep" && mount -t tmpfs -o size=4m tmpfs "$1" \
        && cp -a "$keep/." "$1" && rm -r "$keep" && shift && exec "$@"
      """
    return namespace + ["sh", "-c", script, "sh", folder]
  }

  private static let namespace = geteuid() == 0 ? ["unshare", "-m"] : ["unshare", "-rm"]

  /// Whether this machine lets us mount.
  private static let canMount: Bool = {
    guard let folder = try? TemporaryFolder() else { return false }
    let command = small(folder.path) + ["true"]
    return (try? ProgramRun(command, environment: ["PATH": "/usr/bin:/bin:/usr/sbin:/sbin"]).finish().code) == 0
  }()

  /// Fills the file system below a folder as a process sees it; returns the file that takes the room.
  private func fill(_ folder: String, of desk: DeskRun) -> String {
    let path = "/proc/\(desk.terminal.process)/root\(folder)/filler"
    let file = open(path, O_WRONLY | O_CREAT, 0o600)
    defer { close(file) }
    for size in [65_536, 4_096, 512, 1] {
      let bytes = [UInt8](repeating: 0, count: size)
      while write(file, bytes, size) == size {}
    }
    return path
  }

  @Test(
    "The same on a small file system: the project", .enabled(if: canMount, "no right to mount; the limits above do"))
  func smallProject() throws {
    let project = try TestProject(TestProject.oneKeyConfiguration, tasks: 60)
    let desk = try project.desk(wrapper: Self.small(project.path))
    try desk.type("ppp", andWaitFor: "saved #3")
    let filler = fill(project.path, of: desk)
    desk.type(String(repeating: "p", count: 20))
    try desk.wait(for: "the disk is full")
    let shown = desk.screen
    #expect(!shown.contains("saved #"))
    try desk.wait(for: "23 of 60")
    unlink(filler)
    try desk.wait(for: "saved #23")
    let enter =
      ["nsenter", "-t", "\(desk.terminal.process)", "-m"] + (geteuid() == 0 ? [] : ["-U", "--preserve-credentials"])
    let seen = try project.run("status", "--json", wrapper: enter)
    #expect(seen.text.contains("\"saves\":23,"), "\(seen.complaint)")
    #expect(try desk.leave() == .code(0))
  }

  @Test(
    "The same on a small file system: the session", .enabled(if: canMount, "no right to mount; the limits above do"))
  func smallSession() throws {
    let project = try TestProject()
    let state = project.folder.path + "/state"
    let desk = try project.desk(wrapper: Self.small(state))
    desk.type("p", Keys.enter, "before ")
    try desk.wait(for: "before")
    let filler = fill(state, of: desk)
    // A page of the log may have room left; letters go on until it has not.
    desk.type("and then some more words until it is full")
    try desk.wait(for: "NOT SAVED: the disk is full")
    try desk.wait(for: "it is full")
    unlink(filler)
    try desk.wait(without: "NOT SAVED")
    try desk.type(Keys.control("s"), andWaitFor: "saved #1")
    #expect(try desk.leave() == .code(0))
    #expect(try project.exported().contains("before and then some more words until it is full"))
  }

  @Test("No room for a session file at all: the desk does not open, and says why", .enabled(if: canMount))
  func noRoomAtAll() throws {
    let project = try TestProject(tasks: 1)
    let wrapper =
      Self.small(project.folder.path + "/state")
      + ["sh", "-c", "head -c 9000000 /dev/zero > \"$0/filler\"; exec \"$@\"", project.folder.path + "/state"]
    let desk = try project.desk(wrapper: wrapper, ready: "disk is full")
    #expect(try desk.terminal.waitForExit() == .code(1))
    #expect(desk.terminal.lineModes == .cooked)
  }
}
