/// A task that a person named and that is not there.
public enum TaskLookupError: Error, Hashable, CustomStringConvertible {
  /// Neither a number nor an id of this project.
  case unknown(String)

  /// What was looked for.
  public var description: String {
    switch self {
    case .unknown(let name): "no task has the number or id \"\(name)\"; the desk's search or `postil export` lists ids"
    }
  }
}
