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
    guard let project else { return try .nearest(to: Files.currentFolder) }
    return try ProjectFolder(project)
  }
}
