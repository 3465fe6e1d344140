import Foundation
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
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BuiltProgram.path("postil"))
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder.path + "/home", "LC_ALL": "C.UTF-8", "TERM": "xterm",
      "TZ": "UTC",
    ].merging(environment) { $1 }
    // Through files, as pipes that nobody reads would fill.
    let files = try ["in", "out", "err"].map { name in
      try folder.write(name == "in" ? input : "", to: ".\(UUID().uuidString).\(name)")
    }
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: files[0]))
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: files[1]))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: files[2]))
    try process.run()
    process.waitUntilExit()
    code = process.terminationReason == .uncaughtSignal ? 128 + process.terminationStatus : process.terminationStatus
    output = try String(contentsOfFile: files[1], encoding: .utf8)
    errors = try String(contentsOfFile: files[2], encoding: .utf8)
    for file in files { try? FileManager.default.removeItem(atPath: file) }
  }

  /// The lines of standard output.
  var lines: [String] { output.split(separator: "\n").map(String.init) }
}
