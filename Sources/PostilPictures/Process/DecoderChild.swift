import Glibc
import Synchronization

/// A running decoding process. It is asked from one thread at a time and may be ended from any.
final class DecoderChild: Sendable {
  private let wire: WirePipe
  private let descriptor: Int32
  /// The process until it has been waited for: then its number may be another's.
  private let process: Mutex<pid_t?>

  /// Starts the program; nil when that cannot be done.
  init?(program: String) {
    // A pair of sockets and not of pipes: writing to a decoder that has ended must not end the desk by a signal.
    var ends: [Int32] = [0, 0]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      return nil
    }
    let started = Self.spawn(program, socket: ends[1])
    close(ends[1])
    guard let started else {
      close(ends[0])
      return nil
    }
    wire = WirePipe(socket: ends[0])
    descriptor = ends[0]
    process = Mutex(started)
  }

  deinit { end() }

  /// Asks and waits; nil when the process has ended, was ended, or did not answer in time. Then it is of no more use.
  func ask(_ request: [UInt8], within milliseconds: Int) -> [UInt8]? {
    guard wire.write(request), let answer = wire.read(within: milliseconds) else {
      end()
      return nil
    }
    return answer
  }

  /// Ends the process, whatever it does.
  func kill() {
    process.withLock { process in
      if let process { _ = Glibc.kill(process, SIGKILL) }
    }
  }

  /// Ends the process and waits for its end.
  func end() {
    let ended = process.withLock { process in
      defer { process = nil }
      if let process { _ = Glibc.kill(process, SIGKILL) }
      return process
    }
    guard let ended else { return }
    var status: Int32 = 0
    while waitpid(ended, &status, 0) < 0, errno == EINTR {}
    close(descriptor)
  }

  // MARK: Starting

  private static func spawn(_ program: String, socket: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, socket, 0)
    posix_spawn_file_actions_adddup2(&actions, socket, 1)
    // What a decoder complains of would stand on the desk's screen.
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // In a group of its own: the keys that stop or end the desk are not for it.
    posix_spawnattr_setpgroup(&attributes, 0)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(program), nil]
    defer { free(arguments[0]) }
    var environment: [UnsafeMutablePointer<CChar>?] = [nil]
    var process: pid_t = 0
    return posix_spawn(&process, program, &actions, &attributes, &arguments, &environment) == 0 ? process : nil
  }
}
