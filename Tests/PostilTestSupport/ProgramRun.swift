public import Glibc

/// A program without a terminal: its output goes to files, its input comes from one or is empty.
public final class ProgramRun {
  /// How it ended and what it said.
  public struct Result: Sendable, Hashable {
    /// The exit code, or 128 and the signal that ended it.
    public var code: Int32
    /// Standard output.
    public var output: [UInt8]
    /// Standard error.
    public var errors: [UInt8]
    /// Standard output as text.
    public var text: String { String(decoding: output, as: UTF8.self) }
    /// Standard error as text.
    public var complaint: String { String(decoding: errors, as: UTF8.self) }
  }

  /// The program's process.
  public let process: pid_t
  private let folder: TemporaryFolder
  private var status: Int32?

  /// Starts a program with exactly this environment, in a folder if one is given.
  ///
  /// Not with Foundation's `Process`: that learns of a child's end by a socket, which other children that start at the
  /// same moment inherit and keep open, so it may wait for them instead.
  public init(
    _ command: [String], environment: [String: String], input: String = "", in workingFolder: String? = nil
  ) throws {
    folder = try TemporaryFolder()
    let input = try folder.write(input, to: "in")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, folder.path + "/out", O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, folder.path + "/err", O_WRONLY | O_CREAT, 0o600)
    // posix_spawn's own change of folder is one that the header shows to GNU C only.
    let moved = workingFolder.map { ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", $0] + command } ?? command
    var words = moved.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, moved[0], &actions, nil, &words, &variables)
    guard code == 0 else { throw PseudoTerminal.Failure.failed(call: "posix_spawn \(command[0])", code: code) }
    self.process = process
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
  }

  /// Whether it has ended.
  public var hasEnded: Bool {
    if status != nil { return true }
    var found: Int32 = 0
    guard waitpid(process, &found, WNOHANG) == process else { return false }
    status = found
    return true
  }

  /// Ends it as a power cut would.
  public func killNow() { kill(process, SIGKILL) }

  /// Waits for its end.
  public func finish(timeout: Duration = .seconds(60)) throws -> Result {
    let end = ContinuousClock.now + timeout
    while !hasEnded {
      guard ContinuousClock.now < end else {
        throw PseudoTerminal.Failure.timedOut(waitingFor: "the end of a program", output: "")
      }
      usleep(1_000)
    }
    let status = status ?? 0
    let code = status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
    return Result(code: code, output: Self.bytes(folder.path + "/out"), errors: Self.bytes(folder.path + "/err"))
  }

  /// All bytes of a file; none when there is no such file.
  public static func bytes(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { return all }
      all += buffer[..<count]
    }
  }
}
