import PostilConfiguration
import PostilModel
import PostilStore

extension OpenProject {
  /// Copies the project into a folder that is made for it, and opens the copy. Other desks may go on saving meanwhile.
  ///
  /// - Throws: `FileError`, `ConfigurationError` or `StoreError`.
  public func copy(to path: String) throws -> OpenProject {
    try Files.makeFolder(path)
    try store.copy(toPath: path + "/" + ProjectFolder.databaseName)
    try Files.create(path + "/" + ProjectFile.fileName, try Files.read(folder.projectFilePath))
    // Guidelines outside the folder stay there: a copy writes nowhere but into its own.
    let isInside = !project.guidelinesPath.split(separator: "/").contains("..")
    if isInside, let guidelines = try? Files.read(folder.path + "/" + project.guidelinesPath) {
      let copy = path + "/" + project.guidelinesPath
      if let end = copy.lastIndex(of: "/") { try Files.makeFolder(String(copy[..<end])) }
      try Files.create(copy, guidelines)
    }
    return try OpenProject(try ProjectFolder(path))
  }
}
