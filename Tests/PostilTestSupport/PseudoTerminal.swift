public import Glibc

/// A program in a terminal of its own, driven by bytes: what a person at a keyboard would do and see.
///
/// The program leads a session whose controlling terminal is the other end of a pty. Calls wait and are meant for one
/// thread.
public final class PseudoTerminal {
  /// What went wrong in driving it.
  public enum Failure: Error, CustomStringConvertible {
    /// A call to the system failed.
    case failed(call: String, code: Int32)
    /// What was waited for did not come; what came instead.
    case timedOut(waitingFor: String, output: String)

    /// What happened.
    public var description: String {
      switch self {
      case .failed(let call, let code): "\(call): \(String(cString: strerror(code)))"
      case .timedOut(let text, let output): "waited for \(text), saw: \(output.debugDescription)"
      }
    }
  }

  /// How a program ended.
  public enum Exit: Sendable, Hashable {
    /// It ended with a code.
    case code(Int32)
    /// A signal ended it.
    case signal(Int32)
  }

  /// The line settings that a shell expects to find after a program.
  public struct LineModes: Sendable, Hashable {
    /// Lines are edited by the system (icanon).
    public var isCanonical: Bool
    /// Keys appear as they are typed (echo).
    public var echoes: Bool
    /// Control-C sends a signal (isig).
    public var sendsSignals: Bool
    /// As a shell expects them.
    public static let cooked = LineModes(isCanonical: true, echoes: true, sendsSignals: true)
    /// As a full-screen program wants them.
    public static let raw = LineModes(isCanonical: false, echoes: false, sendsSignals: false)
  }

  /// The program's process, and its process group's and session's leader.
  public let process: pid_t
  /// All bytes that the program sent so far, as far as they were read.
  public private(set) var output: [UInt8] = []
  private var master: Int32
  private let slave: Int32
  private var exit: Exit?

  /// Starts a program. The environment holds `PATH`, `HOME`, a UTF-8 locale, `TERM=xterm-256color`, and then what is
  /// given. The terminal tells the size of its cells in pixels only if there is one.
  public init(
    _ command: [String], columns: Int = 80, rows: Int = 24, cell: (width: Int, height: Int) = (0, 0),
    environment: [String: String] = [:]
  ) throws(Failure) {
    var size = Self.size(columns, rows, cell)
    (master, slave) = try Self.makePair()
    guard ioctl(master, UInt(TIOCSWINSZ), &size) == 0 else { throw .failed(call: "set a terminal's size", code: errno) }
    guard let name = Self.path(of: slave) else { throw .failed(call: "find a terminal's name", code: errno) }
    var all = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
    ]
    all.merge(environment) { $1 }
    process = try Self.spawn(command, on: name, environment: all)
  }

  private static func size(_ columns: Int, _ rows: Int, _ cell: (width: Int, height: Int)) -> winsize {
    winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: UInt16(columns * cell.width),
      ws_ypixel: UInt16(rows * cell.height))
  }

  /// The two ends of a new pty. Closed in children from the first moment on: tests start programs side by side, and one
  /// that kept another's terminal open would hide its hang-up. So not `openpty`, which leaves them open.
  private static func makePair() throws(Failure) -> (master: Int32, slave: Int32) {
    // Never waiting in a call: a program that reads no more must fail its test, not hold up all others.
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    // TIOCSPTLCK and TIOCGPTN of Linux, which the header builds with macros that Swift does not see.
    var (locked, number): (Int32, Int32) = (0, 0)
    guard master >= 0, ioctl(master, UInt(0x4004_5431), &locked) == 0, ioctl(master, UInt(0x8004_5430), &number) == 0
    else { throw .failed(call: "open a terminal", code: errno) }
    let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard slave >= 0 else { throw .failed(call: "open a terminal", code: errno) }
    return (master, slave)
  }

  private static func path(of terminal: Int32) -> [CChar]? {
    var name = [CChar](repeating: 0, count: 128)
    return Glibc.ttyname_r(terminal, &name, name.count) == 0 ? name : nil
  }

  deinit {
    if exit == nil {
      Glibc.kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    if master >= 0 { Glibc.close(master) }
    Glibc.close(slave)
  }

  private static func spawn(
    _ command: [String], on terminal: [CChar], environment: [String: String]
  ) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // The first terminal that the leader of a new session opens becomes its controlling one.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    // POSIX_SPAWN_SETSID, which the header shows to GNU C only.
    let newSession: Int32 = 0x80
    posix_spawnattr_setflags(&attributes, Int16(newSession | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var words = command.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, command[0], &actions, &attributes, &words, &variables)
    guard code == 0 else { throw .failed(call: "posix_spawn \(command[0])", code: code) }
    return process
  }

  // MARK: Keyboard and window

  /// Types a text; escape sequences are keys.
  public func send(_ text: String) { send(bytes: Array(text.utf8)) }

  /// Types bytes, for as long as the program takes them; reads its answers meanwhile, so that the two never wait for
  /// each other.
  public func send(bytes: [UInt8]) {
    var rest = bytes[...]
    let end = ContinuousClock.now + .seconds(30)
    while !rest.isEmpty, ContinuousClock.now < end {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 1_024)) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EAGAIN { return }
      if !rest.isEmpty { _ = read(within: count > 0 ? 0 : 10) }
    }
  }

  /// Changes the size of the window.
  public func resize(columns: Int, rows: Int, cell: (width: Int, height: Int) = (0, 0)) {
    var size = Self.size(columns, rows, cell)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Sends the program a signal.
  public func signal(_ number: Int32) { Glibc.kill(process, number) }

  /// Closes the window: the terminal is gone.
  public func hangUp() {
    Glibc.close(master)
    master = -1
  }

  /// The line settings now.
  public var lineModes: LineModes {
    var settings = termios()
    tcgetattr(slave, &settings)
    func has(_ flag: Int32) -> Bool { settings.c_lflag & tcflag_t(flag) != 0 }
    return LineModes(isCanonical: has(ICANON), echoes: has(ECHO), sendsSignals: has(ISIG))
  }

  // MARK: Screen

  /// Reads until nothing came for a while; returns what came. `quiet` and `timeout` in milliseconds.
  @discardableResult public func readUntilQuiet(_ quiet: Int32 = 80, timeout: Int = 5_000) -> [UInt8] {
    let start = output.count
    let end = ContinuousClock.now + .milliseconds(timeout)
    while ContinuousClock.now < end, read(within: quiet) {}
    return Array(output[start...])
  }

  /// Reads until a text has come after the first `offset` bytes. Returns the count of bytes up to its end.
  @discardableResult public func wait(
    for text: String, after offset: Int = 0, timeout: Int = 10_000
  ) throws(Failure) -> Int {
    let wanted = Array(text.utf8)
    let end = ContinuousClock.now + .milliseconds(timeout)
    while true {
      if let found = Self.find(wanted, in: output[min(offset, output.count)...]) { return found }
      guard ContinuousClock.now < end else {
        throw .timedOut(
          waitingFor: text.debugDescription, output: String(decoding: output.suffix(2_000), as: UTF8.self))
      }
      _ = read(within: 50)
    }
  }

  /// All output as text.
  public var text: String { String(decoding: output, as: UTF8.self) }

  private static func find(_ wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard !wanted.isEmpty, bytes.count >= wanted.count else { return nil }
    for start in bytes.startIndex...bytes.endIndex - wanted.count where bytes[start] == wanted[0] {
      if bytes[start...].starts(with: wanted) { return start + wanted.count }
    }
    return nil
  }

  /// Reads what comes within so many milliseconds, once. False when nothing came.
  @discardableResult public func read(within milliseconds: Int32) -> Bool {
    guard master >= 0 else { return false }
    var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, milliseconds) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(master, &buffer, buffer.count)
    guard count > 0 else { return false }
    output += buffer[..<count]
    return true
  }

  // MARK: End

  /// Waits for the end of the program, reading meanwhile.
  public func waitForExit(timeout: Int = 10_000) throws(Failure) -> Exit {
    let end = ContinuousClock.now + .milliseconds(timeout)
    while exit == nil {
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        let signal = status & 0x7f
        exit = signal == 0 ? .code((status >> 8) & 0xff) : .signal(signal)
      } else if ContinuousClock.now >= end {
        throw .timedOut(waitingFor: "the end", output: String(decoding: output.suffix(2_000), as: UTF8.self))
      } else if !read(within: 10) {
        usleep(2_000)
      }
    }
    readUntilQuiet(20)
    return exit ?? .code(-1)
  }

  /// How often the program's threads went to sleep and were woken, by the system's count.
  public func wakeUps() -> Int {
    var total = 0
    for thread in Self.entries(of: "/proc/\(process)/task") {
      for line in Self.lines(of: "/proc/\(process)/task/\(thread)/status") {
        let parts = line.split(separator: "\t")
        if parts.count == 2, parts[0] == "voluntary_ctxt_switches:" { total += Int(parts[1]) ?? 0 }
      }
    }
    return total
  }

  private static func entries(of folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }

  private static func lines(of path: String) -> [Substring] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 8_192)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n")
  }
}
