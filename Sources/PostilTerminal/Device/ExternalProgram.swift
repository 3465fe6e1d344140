import CNcurses
import Glibc

/// Another program that has the terminal for a while.
nonisolated struct ExternalProgram {
  /// A name looked up in `PATH`, or a path.
  let program: String
  let arguments: [String]

  /// Runs it to its end on the terminal. Its exit code, or 128 and the signal that ended it.
  ///
  /// Control-C there is its own matter: this process ignores it. Control-Z stops both, as the shell expects.
  func run(keyboard: Int32) throws(TerminalError) -> Int32 {
    cn_signal_ignored(SIGINT, true)
    let quitBefore = Glibc.signal(SIGQUIT, SIG_IGN)
    cn_signal_by_default(SIGTSTP, true)
    defer {
      cn_signal_by_default(SIGTSTP, false)
      _ = Glibc.signal(SIGQUIT, quitBefore)
      cn_signal_ignored(SIGINT, false)
    }
    var child: pid_t = 0
    let code = spawn(&child, keyboard: keyboard)
    guard code == 0 else { throw .cannotRun(program: program, code: code) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { throw .failed(call: "waitpid", code: errno) }
    }
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }

  private func spawn(_ child: inout pid_t, keyboard: Int32) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    if keyboard != STDIN_FILENO { posix_spawn_file_actions_adddup2(&actions, keyboard, STDIN_FILENO) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for number in [SIGINT, SIGQUIT, SIGTSTP, SIGPIPE, SIGTERM, SIGHUP, SIGWINCH, SIGXFSZ] {
      sigaddset(&defaults, number)
    }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { words.forEach { free($0) } }
    return posix_spawnp(&child, program, &actions, &attributes, words, environ)
  }
}
