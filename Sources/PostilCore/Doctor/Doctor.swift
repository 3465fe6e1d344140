import Glibc
import PostilConfiguration
import PostilModel
import PostilStore

/// Looks a project over and says how to mend what is wrong. It changes nothing in the project, and outside of it only
/// what desks have left behind, if the setup asks for that.
public struct Doctor {
  private let setup: DoctorSetup

  /// A doctor for a project in its surroundings.
  public init(_ setup: DoctorSetup) { self.setup = setup }

  /// Everything that was found, the worst first. Reads the whole database, so it takes its time.
  public func check() -> [Finding] {
    var findings: [Finding] = []
    var file: ProjectFile?
    switch readProjectFile() {
    case .success(let read):
      file = read
      findings += keyClashes(in: read)
      findings += GuidelinesCheck(folder: setup.folder, project: read.project).findings()
    case .failure(let problem): findings += problem.findings
    }
    findings += DatabaseCheck(setup, project: file?.project).findings()
    findings += LeftoversCheck(folder: setup.folder).findings()
    findings += SurroundingsCheck(setup).findings()
    // Sorted with the old place as second key: Swift's sort does not promise to keep the order of equals.
    return findings.enumerated()
      .sorted { ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset) }
      .map(\.element)
  }

  private struct WrongFile: Error {
    let findings: [Finding]
  }

  private func readProjectFile() -> Result<ProjectFile, WrongFile> {
    let path = setup.folder + "/" + ProjectFile.fileName
    guard Files.exists(path) else {
      let remedy = "Make a project with `postil init`, or name its folder with --project."
      return .failure(
        .init(findings: [Finding(.error, "there is no \(ProjectFile.fileName)", at: path, remedy: remedy)]))
    }
    let bytes: [UInt8]
    do throws(FileError) { bytes = try Files.read(path) } catch {
      let remedy = "Look at the permissions of the file and of its folder."
      return .failure(.init(findings: [Finding(.error, "cannot be read: \(error.reason)", at: path, remedy: remedy)]))
    }
    do throws(ConfigurationError) { return .success(try ProjectFile(bytes)) } catch {
      return .failure(.init(findings: error.problems.map { Self.finding($0, in: error.file) }))
    }
  }

  private func keyClashes(in file: ProjectFile) -> [Finding] {
    guard let error = file.keyClashes(with: setup.commandKeys) else { return [] }
    return error.problems.map { Self.finding($0, in: error.file) }
  }

  /// The problem's hint is the remedy; its nearest word stays with the message.
  private static func finding(_ problem: ConfigurationProblem, in file: String) -> Finding {
    var bare = problem
    bare.hint = ""
    let place = problem.line > 0 ? "\(file):\(problem.line)" : file
    return Finding(.error, bare.sentence, at: place, remedy: problem.hint)
  }
}
