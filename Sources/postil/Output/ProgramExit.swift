import ArgumentParser
import Glibc
import PostilScreen

/// How the program ends: words on standard error, and one of a few exit codes.
enum ProgramExit {
  /// Something could not be done.
  static let failed: Int32 = 1
  /// Done, but some records were rejected.
  static let rejected: Int32 = 2

  /// Ends the program after an error: help and version count as success, wrong usage gives 64, the rest 1.
  static func leave(after error: any Error) -> Never {
    if let code = error as? ExitCode { exit(code.rawValue) }
    if isUsage(error) {
      let code = PostilCommand.exitCode(for: error)
      let text = SafeText.string(PostilCommand.fullMessage(for: error))
      if code.isSuccess { StandardOutput.write(text + "\n") } else { Diagnostics.write(text) }
      exit(code.rawValue)
    }
    Diagnostics.complain(String(describing: error))
    exit(failed)
  }

  /// Whether ArgumentParser made the error: for wrong usage, help or the version.
  private static func isUsage(_ error: any Error) -> Bool {
    error is ValidationError || error is CleanExit || PostilCommand.exitCode(for: error) != .failure
  }
}
