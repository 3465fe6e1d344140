import ArgumentParser
import PostilCore

/// Which project a subcommand works on.
struct ProjectOptions: ParsableArguments {
  @Option(
    name: .long, help: "The project's folder (default: the current one, or its nearest parent with a postil.toml).",
    completion: .directory)
  var project: String?

  /// Finds the project's folder.
  func folder() throws(ProjectFolderError) -> ProjectFolder {
    if let project { return try ProjectFolder(project) }
    return try .nearest(to: Files.currentFolder)
  }

  /// Finds and opens the project.
  func open() throws -> OpenProject { try OpenProject(try folder()) }
}
