import PostilModel

/// A kind of project to begin with: a commented `postil.toml` and guidelines as a team lead would write them.
public struct ProjectTemplate: Sendable {
  /// The word after `--template`.
  public let name: String
  /// What it is for, in one line.
  public let summary: String
  /// The text of `guidelines.md`.
  public let guidelines: String
  private let text: String

  /// A template. The text of `postil.toml` has `NAME` where the project's name belongs, quotation marks included.
  init(name: String, summary: String, configuration: String, guidelines: String) {
    self.name = name
    self.summary = summary
    self.text = configuration
    self.guidelines = guidelines
  }

  /// The text of `postil.toml` for a project of the given name.
  public func configuration(projectName: String) -> String {
    text.replacing("NAME", with: Self.quoted(projectName), maxReplacements: 1)
  }

  /// Writes `postil.toml` and `guidelines.md` into a folder, which is made if it is not there.
  ///
  /// - Throws: `FileError`; when one of the files exists, nothing is written.
  public func write(to folder: String, projectName: String) throws(FileError) {
    let files = [
      (ProjectFile.fileName, configuration(projectName: projectName)), (NewProjectFiles.guidelinesName, guidelines),
    ]
    try NewProjectFiles.write(files.map { ($0.0, Array($0.1.utf8)) }, to: folder)
  }

  /// A name as a TOML string. Control characters become blanks: a project's name stands on one line.
  private static func quoted(_ name: String) -> String {
    var out = "\""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\"", "\\": out += "\\\(scalar)"
      case _ where scalar.properties.generalCategory == .control: out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
