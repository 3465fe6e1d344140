import ArgumentParser
import Glibc
import PostilCore
import PostilModel
import PostilUI

/// `postil doctor`: looks a project over.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check the project, its database and the surroundings, and say how to mend what is wrong.",
    discussion: """
      Reads the whole database, so it takes its time on large ones. It changes nothing, unless --mend is given: then \
      it tidies the session files of this project that no desk has open. Drafts, saves on their way and undo are never \
      touched. The exit code is 1 when there is an error, 0 for warnings.

      Examples:
        postil doctor --project reviews
        postil doctor --mend
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var output: JSONOption

  @Flag(help: "Remove empty session files of desks that are gone for 30 days, and fold the logs that desks left.")
  var mend = false

  func run() throws {
    let folder = try project.folder()
    let (commandKeys, own) = Self.checkOwnFiles()
    let setup = DoctorSetup(
      folder: folder.path, commandKeys: commandKeys, sessions: Surroundings.folders.sessions,
      codeset: Surroundings.isUTF8 ? "UTF-8" : "ASCII", terminal: Surroundings.variable("TERM"),
      freeBytes: DoctorSetup.freeBytes(at: folder.path), now: LocalTime.now(), mends: mend,
      user: Surroundings.userName)
    let findings = (own + Doctor(setup).check()).sorted { $0.severity < $1.severity }
    if output.json {
      StandardOutput.write(.array(findings.map(Self.json)))
    } else {
      let text = findings.map { $0.description + "\n" }.joined()
      StandardOutput.writeSafe(text + Self.verdict(on: findings))
    }
    if findings.contains(where: { $0.severity == .error }) { throw ExitCode(ProgramExit.failed) }
  }

  /// Looks at the user's own settings, keys and theme: what is wrong there keeps the desk from opening.
  private static func checkOwnFiles() -> (commandKeys: [Character: String], findings: [Finding]) {
    var findings: [Finding] = []
    func check<T>(_ read: () throws -> T) -> T? {
      do { return try read() } catch {
        findings.append(
          Finding(.error, String(describing: error), remedy: "The desk does not open until this is mended."))
        return nil
      }
    }
    let settings = check { try Settings.read(Surroundings.folders.settingsFile) }
    if let theme = settings?.theme { _ = check { try ThemeLibrary.ofThisProgram.theme(named: theme) } }
    let keys = check { try DeskKeys.commandCharacters() }
    return (keys ?? Keymap().deskCharacters, findings)
  }

  private static func verdict(on findings: [Finding]) -> String {
    let counts = Finding.Severity.allCases.map { severity in findings.count { $0.severity == severity } }
    if counts[0] + counts[1] == 0 { return "Nothing is wrong.\n" }
    return
      "\(counts[0]) \(counts[0] == 1 ? "error" : "errors"), \(counts[1]) \(counts[1] == 1 ? "warning" : "warnings").\n"
  }

  private static func json(of finding: Finding) -> JSONValue {
    [
      "severity": .string(finding.severity.rawValue), "place": .string(finding.place),
      "message": .string(finding.message), "remedy": .string(finding.remedy),
    ]
  }
}
