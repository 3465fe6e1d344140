import ArgumentParser
import PostilCore
import PostilStore

/// Which project a subcommand works on.
struct ProjectOptions: ParsableArguments {
  @Option(
    name: .long, help: "The project's folder (default: the current one, or its nearest parent with a postil.toml).",
    completion: .directory)
  var project: String?

  /// Finds the project's folder.
  func folder() throws(ProjectFolderError) -> ProjectFolder {
    guard let project else { return try .nearest(to: Files.currentFolder) }
    return try ProjectFolder(project)
  }

  /// Finds and opens the project.
  func open(_ access: ProjectStore.Access) throws -> OpenProject { try OpenProject(try folder(), access: access) }
}
