/// Why a process is asked to end.
public nonisolated enum Termination: Sendable, Hashable {
  /// The terminal is gone (SIGHUP, or it answers no more). It must not be touched again.
  case hangUp
  /// SIGINT from outside; Control-C at the keyboard is a key.
  case interrupt
  /// SIGTERM.
  case terminate

  /// The exit code that says so: 128 and the signal's number.
  public var exitCode: Int32 {
    switch self {
    case .hangUp: 129
    case .interrupt: 130
    case .terminate: 143
    }
  }
}
