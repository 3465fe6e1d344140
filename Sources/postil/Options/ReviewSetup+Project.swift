import ArgumentParser
import PostilCore
import PostilModel
import PostilStore

extension ReviewSetup {
  /// What a review of a project begins with.
  ///
  /// - Throws: `ValidationError` for a filter that does not read, `StoreError`.
  init(of project: OpenProject, reviewer: String, caller: String, filter words: String) throws {
    self.init(project: project.project, reviewer: reviewer, roster: try project.store.roster())
    self.caller = caller
    readOnlyReason = project.readOnlyReason
    guidelines = project.folder.readGuidelines(of: project.project)
    let names = try project.store.annotatorNames()
    let parser = ReviewFilterParser(questions: project.project.questions, annotators: names)
    do throws(QueueFilterError) { filter = try parser.parse(words) } catch {
      throw ValidationError("--filter: \(error)")
    }
  }
}
