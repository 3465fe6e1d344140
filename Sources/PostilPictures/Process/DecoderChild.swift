import Glibc
import Synchronization

/// A running decoding process. It is asked from one thread at a time and may be ended from any.
final class DecoderChild: Sendable {
  private let wire: WirePipe
  private let descriptors: [Int32]
  /// The process until it has been waited for: then its number may be another's.
  private let process: Mutex<pid_t?>

  /// Starts the program; nil when that cannot be done.
  init?(program: String) {
    guard let requests = Self.openPipe() else { return nil }
    guard let answers = Self.openPipe() else {
      requests.close()
      return nil
    }
    let started = Self.spawn(program, input: requests.read, output: answers.write)
    close(requests.read)
    close(answers.write)
    guard let started else {
      close(requests.write)
      close(answers.read)
      return nil
    }
    wire = WirePipe(input: answers.read, output: requests.write)
    descriptors = [requests.write, answers.read]
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

  private func end() {
    let ended = process.withLock { process in
      defer { process = nil }
      if let process { _ = Glibc.kill(process, SIGKILL) }
      return process
    }
    guard let ended else { return }
    var status: Int32 = 0
    while waitpid(ended, &status, 0) < 0, errno == EINTR {}
    for descriptor in descriptors { close(descriptor) }
  }

  // MARK: Starting

  private struct Ends {
    var read: Int32
    var write: Int32

    func close() {
      Glibc.close(read)
      Glibc.close(write)
    }
  }

  private static func openPipe() -> Ends? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    // Other programs that are started shall not hold them open.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return Ends(read: ends[0], write: ends[1])
  }

  private static func spawn(_ program: String, input: Int32, output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
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
