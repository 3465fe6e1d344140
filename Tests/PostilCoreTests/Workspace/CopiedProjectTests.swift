import Foundation
import PostilModel
import PostilStore
import PostilTestSupport
import Testing

@testable import PostilCore

/// A copy of a project's folder carries the identifier of the first one.
@Suite struct CopiedProjectTests {
  @Test func whatWaitsForOneProjectIsNotDeliveredToItsCopy() throws {
    let folder = try TemporaryFolder()
    let (first, copy) = (folder.path + "/first", folder.path + "/copy")
    try DemoProject.reviews.write(to: first)
    let project = try OpenProject(try ProjectFolder(first), makesDatabase: true)
    let source = ImportSource(file: "made", format: "jsonl", at: Timestamp(milliseconds: 1))
    _ = try project.store.withTaskWriter(source: source) { writer in try writer.add(NewTask()) }
    let waiting = AnnotationSave(
      token: "t", task: 1, annotator: "dana", kind: .marked, annotation: Annotation(isFlagged: true),
      at: Timestamp(milliseconds: 1))
    do {
      let desk = try open(project, folder)
      let file = try SessionFile(
        directory: folder.path + "/state", project: project.store.identifier, annotator: "dana")
      try file.apply([.enqueue(waiting)])
      desk.close()
    }
    try FileManager.default.copyItem(atPath: first, toPath: copy)
    let other = try OpenProject(try ProjectFolder(copy), makesDatabase: false)
    let desk = try open(other, folder)
    desk.start()
    desk.settle()
    #expect(try other.store.progress(of: "dana").saves == 0)
    let again = try open(project, folder)
    again.start()
    again.settle()
    #expect(try project.store.progress(of: "dana").saves == 1)
  }

  private func open(_ project: OpenProject, _ folder: TemporaryFolder) throws -> Workspace {
    try project.openWorkspace(
      annotator: "dana", sessionsFolder: folder.path + "/state", clock: { Timestamp(milliseconds: 9) }, wake: {})
  }
}
