import Glibc

/// A project in a folder of its own, with a user's home beside it, and the program at it.
public final class TestProject {
  /// The folder with everything; removed at the end.
  public let folder: TemporaryFolder
  /// The project's folder.
  public var path: String { folder.path + "/project" }
  /// The database.
  public var database: String { path + "/postil.db" }
  /// Where session files live.
  public var sessions: String { folder.path + "/state/postil/sessions" }
  /// Where `keys.toml` and `config.toml` live.
  public var configuration: String { folder.path + "/config/postil" }

  /// One question with three labels, one key each; then an optional text.
  public static let configuration = """
    [project]
    name = "Stays"
    guidelines = "guidelines.md"
    advance = "submit"

    [[field]]
    name = "text"
    type = "text"
    title = "Review"

    [[question]]
    name = "feeling"
    type = "label"
    title = "What does the writer feel?"
    labels = [ { name = "positive", key = "p" }, { name = "negative", key = "n" }, { name = "mixed", key = "m" } ]

    [[question]]
    name = "why"
    type = "text"
    title = "Which words tell you?"
    required = false

    """

  /// The same with the label only, and its key going on at once.
  public static let oneKeyConfiguration = configuration.replacing("\"submit\"", with: "\"auto\"")
    .split(separator: "[[question]]", omittingEmptySubsequences: false).dropLast().joined(separator: "[[question]]")

  /// Makes a project with tasks `task-1` … `task-N`.
  public init(_ configuration: String = TestProject.configuration, tasks: Int = 30, records: String? = nil) throws {
    folder = try TemporaryFolder()
    try Self.makeFolder(path)
    try Self.makeFolder(folder.path + "/config")
    try Self.makeFolder(self.configuration)
    _ = try folder.write(configuration, to: "project/postil.toml")
    _ = try folder.write("# How to judge\n\nRead all of it.\n", to: "project/guidelines.md")
    let records = records ?? Self.records(1...max(1, tasks))
    try importRecords(records)
  }

  /// Lines of JSON for some tasks.
  public static func records(_ numbers: ClosedRange<Int>) -> String {
    numbers.map { "{\"id\": \"task-\($0)\", \"text\": \"Stay \($0): the room was word\($0), the staff kind.\"}\n" }
      .joined()
  }

  private static func makeFolder(_ path: String) throws {
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw PseudoTerminal.Failure.failed(call: "mkdir \(path)", code: errno)
    }
  }

  /// The environment that programs get.
  public var environment: [String: String] {
    var all = [
      "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "HOME": folder.path, "LANG": "C.UTF-8",
      "XDG_STATE_HOME": folder.path + "/state", "XDG_CONFIG_HOME": folder.path + "/config", "TMPDIR": folder.path,
    ]
    if let libraries = getenv("LD_LIBRARY_PATH") { all["LD_LIBRARY_PATH"] = String(cString: libraries) }
    return all
  }

  /// Runs a subcommand at the project to its end.
  @discardableResult public func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:], wrapper: [String] = []
  ) throws -> ProgramRun.Result {
    try start(arguments, input: input, environment: environment, wrapper: wrapper).finish()
  }

  /// Starts a subcommand at the project.
  public func start(
    _ arguments: [String], input: String = "", environment: [String: String] = [:], wrapper: [String] = []
  ) throws -> ProgramRun {
    let command = wrapper + [BuiltProgram.postil] + arguments + ["--project", path]
    return try ProgramRun(
      command, environment: self.environment.merging(environment) { $1 }, input: input)
  }

  /// Imports lines of JSON.
  public func importRecords(_ records: String) throws {
    let file = try folder.write(records, to: "records.jsonl")
    let result = try run("import", file)
    guard result.code == 0 else { throw Unexpected(result.text + result.complaint) }
  }

  /// Opens the desk in a terminal and waits for its first picture.
  public func desk(
    _ arguments: String..., columns: Int = 120, rows: Int = 40, cell: (width: Int, height: Int) = (0, 0),
    environment: [String: String] = [:], wrapper: [String] = [], ready: String = "Questions"
  ) throws -> DeskRun {
    let command = wrapper + [BuiltProgram.postil, "annotate", "--project", path] + arguments
    var all = self.environment
    all["TERM"] = "xterm-256color"
    let desk = try DeskRun(
      command, columns: columns, rows: rows, cell: cell, environment: all.merging(environment) { $1 })
    desk.companion = self
    if !ready.isEmpty { try desk.wait(for: ready) }
    return desk
  }

  /// The whole export as lines, with suggestions, drafts left out.
  public func exported() throws -> String {
    let result = try run("export", "--format", "jsonl")
    guard result.code == 0 else { throw Unexpected(result.text + result.complaint) }
    return result.text
  }

  /// Something that a test did not expect, in words.
  public struct Unexpected: Error, CustomStringConvertible {
    /// The words.
    public let description: String
    /// With words.
    public init(_ description: String) { self.description = description }
  }
}
