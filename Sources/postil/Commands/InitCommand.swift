import ArgumentParser
import PostilCore
import PostilModel
import PostilStore

/// `postil init`: writes a commented project to begin with.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Begin a project: a commented postil.toml, guidelines and an empty database.",
    discussion: """
      Templates:
      \(ProjectTemplates.all.map { "  \($0.name): \($0.summary)" }.joined(separator: "\n"))

      Example:
        postil init reviews --template sentiment
      """)

  @OptionGroup var output: JSONOption

  @Argument(help: "The project's folder; made if it is not there (default: the current one).", completion: .directory)
  var folder = "."

  @Option(
    help: "The template to begin with.", completion: .list(ProjectTemplates.all.map(\.name)))
  var template = ProjectTemplates.all[0].name

  @Option(help: "The project's name (default: the folder's).")
  var name: String?

  func validate() throws {
    guard ProjectTemplates.template(named: template) == nil else { return }
    throw ValidationError(ProjectTemplates.complaint(about: template))
  }

  func run() throws {
    guard let template = ProjectTemplates.template(named: template) else { return }
    let database = folder + "/" + ProjectFolder.databaseName
    // Looked at first, so that nothing is written beside a database that will not have it.
    if Files.exists(database) { throw StoreError.alreadyExists(path: database) }
    try template.write(to: folder, projectName: name ?? Self.lastPart(of: Files.absolute(folder)))
    _ = try ProjectStore.create(atPath: database)
    if output.json {
      return StandardOutput.write(["project": .string(Files.absolute(folder)), "template": .string(template.name)])
    }
    StandardOutput.writeSafe(
      """
      Made the project in \(Self.isHere(folder) ? "this folder" : folder). Look through \(ProjectFile.fileName) and guidelines.md, then:
        postil import records.jsonl\(Self.option(for: folder))
        postil annotate\(Self.option(for: folder))

      """)
  }

  private static func option(for folder: String) -> String { isHere(folder) ? "" : " --project \(folder)" }

  private static func isHere(_ folder: String) -> Bool { Files.absolute(folder) == Files.absolute(".") }

  private static func lastPart(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? "project"
  }
}
