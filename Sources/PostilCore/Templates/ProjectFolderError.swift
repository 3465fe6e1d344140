public import PostilModel

/// What can go wrong with the files of a project's folder.
public enum ProjectFolderError: Error, Hashable, CustomStringConvertible {
  /// There is no `postil.toml`.
  case noProject(folder: String)
  /// `postil.toml` is wrong.
  case wrong(ConfigurationError)
  /// There is no such file.
  case notFound(path: String)
  /// A file that was to be made is there already.
  case alreadyExists(path: String)
  /// The system refused to read.
  case unreadable(path: String, reason: String)
  /// The system refused to write.
  case unwritable(path: String, reason: String)

  /// What happened, and what to do next.
  public var description: String {
    switch self {
    case .noProject(let folder):
      "no postil.toml in \(folder); make a project with `postil init`, or name its folder with --project"
    case .wrong(let error): error.description
    case .notFound(let path): "there is no \(path)"
    case .alreadyExists(let path):
      "\(path) exists already and is left as it is; choose another folder, or move that file away first"
    case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)"
    case .unwritable(let path, let reason): "\(path) cannot be written: \(reason)"
    }
  }
}
