import PostilConfiguration
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
  /// - Parameters:
  ///   - makesDatabase: makes an empty database where there is only a `postil.toml`, one from version control say.
  ///   - identifier: what names the project in a database that is made; by default random.
  /// - Throws: `FileError`, `ConfigurationError` or `StoreError`.
  public init(_ folder: ProjectFolder, makesDatabase: Bool = false, identifier: String? = nil) throws {
    self.folder = folder
    file = try folder.readProjectFile()
    if makesDatabase, !Files.exists(folder.databasePath) {
      _ = try ProjectStore.create(atPath: folder.databasePath, identifier: identifier)
    }
    (store, readOnlyReason) = try Self.openStore(folder.databasePath)
  }

  private static func openStore(_ path: String) throws(StoreError) -> (ProjectStore, String?) {
    do throws(StoreError) {
      let store = try ProjectStore(path: path)
      return (store, store.openedReadOnlyReason)
    } catch {
      let reason: String?
      switch error {
      case .newerSchema: reason = nil
      case .readOnly: reason = "its database cannot be written"
      default: throw error
      }
      let store = try ProjectStore(path: path, access: .readOnly)
      // What a store knows of its schema, it says itself.
      return (store, reason ?? store.openedReadOnlyReason)
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
