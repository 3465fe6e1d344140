public import PostilModel
public import PostilStore

/// A project that is open: what it asks, and its database.
public struct OpenProject: Sendable {
  /// Where it is.
  public let folder: ProjectFolder
  /// `postil.toml`, read.
  public let file: ProjectFile
  /// The database.
  public let store: ProjectStore
  /// Why nothing can be saved, in words for the annotator; nil when it can.
  public let readOnlyReason: String?

  /// What it asks.
  public var project: Project { file.project }

  /// Opens the project of a folder.
  ///
  /// A database that can be read but not written (made by a newer Postil, no permission) is opened for reading, and
  /// `readOnlyReason` says why.
  ///
  /// - Throws: `FileError`, `ConfigurationError` or `StoreError`.
  public init(_ folder: ProjectFolder, access: ProjectStore.Access = .readWrite) throws {
    self.folder = folder
    file = try folder.readProjectFile()
    var reason: String?
    switch access {
    case .readOnly: store = try Self.openForReading(folder)
    case .readWrite:
      do throws(StoreError) {
        store = try ProjectStore(path: folder.databasePath)
      } catch .newerSchema(let found, let known) {
        reason = "it was made by a newer Postil (schema \(found), this one knows \(known))"
        store = try ProjectStore(path: folder.databasePath, access: .readOnly)
      } catch .readOnly {
        reason = "its database cannot be written"
        store = try ProjectStore(path: folder.databasePath, access: .readOnly)
      }
    }
    readOnlyReason = reason ?? (access == .readWrite ? store.openedReadOnlyReason : nil)
  }

  /// Reading may need to write: a log to take up, or tables of an older version to bring up to date.
  private static func openForReading(_ folder: ProjectFolder) throws(StoreError) -> ProjectStore {
    do throws(StoreError) {
      return try ProjectStore(path: folder.databasePath)
    } catch {
      switch error {
      case .newerSchema, .readOnly: return try ProjectStore(path: folder.databasePath, access: .readOnly)
      default: throw error
      }
    }
  }

  /// The number of the task that a person names: `#12` is a number; anything else is an id first, then a number.
  ///
  /// - Throws: `TaskLookupError` when there is no such task, `StoreError`.
  public func number(ofTask name: String) throws -> Int {
    if !name.hasPrefix("#"), let number = try store.number(ofTask: name) { return number }
    let digits = name.hasPrefix("#") ? String(name.dropFirst()) : name
    guard let number = Int(digits), number > 0, try store.task(number: number) != nil else {
      throw TaskLookupError.unknown(name)
    }
    return number
  }
}
