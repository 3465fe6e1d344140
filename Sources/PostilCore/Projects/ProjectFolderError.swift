import PostilModel

/// Why there is no project to work on.
public enum ProjectFolderError: Error, Hashable, CustomStringConvertible {
  /// No `postil.toml` in the folder that was named, or (not named) in it and those above it.
  case none(String, isNamed: Bool)

  /// What is missing and how to make one.
  public var description: String {
    switch self {
    case .none(let path, isNamed: true):
      "there is no \(ProjectFile.fileName) in \(path); make a project there with: postil init \(path)"
    case .none(let path, isNamed: false):
      "there is no \(ProjectFile.fileName) in \(path) or above it; "
        + "go to a project's folder, name one with --project, or make one with: postil init"
    }
  }
}
