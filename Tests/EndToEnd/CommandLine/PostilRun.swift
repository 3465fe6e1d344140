import PostilTestSupport

/// One run of the built program, from its arguments to its end.
struct PostilRun {
  /// What it wrote to standard output.
  let output: String
  /// What it wrote to standard error.
  let errors: String
  /// The exit code; 128 and the signal when one ended it.
  let code: Int32

  /// Runs the program in a folder, with nothing of the outside's environment but the path.
  ///
  /// Settings and sessions lie in the folder `home` of that folder, the locale is UTF-8, and there is no terminal.
  init(
    _ arguments: [String], in folder: TemporaryFolder, input: String = "", environment: [String: String] = [:]
  ) throws {
    let all = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder.path + "/home", "LC_ALL": "C.UTF-8", "TERM": "xterm",
      "TZ": "UTC",
    ].merging(environment) { $1 }
    let run = try ProgramRun(
      [BuiltProgram.path("postil")] + arguments, environment: all, input: input, in: folder.path)
    let result = try run.finish(timeout: .seconds(120))
    code = result.code
    output = result.text
    errors = result.complaint
  }

  /// The lines of standard output.
  var lines: [String] { output.split(separator: "\n").map(String.init) }
}
