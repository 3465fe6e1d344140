import Glibc
import PostilModel
import PostilStore

/// The database: whether it opens, is whole, can be written, and still fits `postil.toml`.
struct DatabaseCheck {
  private static let name = ProjectFolder.databaseName

  private let setup: DoctorSetup
  private let project: Project?
  private var folder: String { setup.folder }

  /// A check of the database in a setup's folder.
  init(_ setup: DoctorSetup, project: Project?) {
    self.setup = setup
    self.project = project
  }

  func findings() -> [Finding] {
    let path = folder + "/" + Self.name
    guard Files.exists(path) else {
      let remedy = "Import records: postil import FILE"
      return [Finding(.warning, "there is no database yet", at: Self.name, remedy: remedy)]
    }
    do throws(StoreError) {
      let store = try ProjectStore(path: path, access: .readOnly)
      return permissions(path) + (try look(into: store))
    } catch {
      return permissions(path) + [finding(for: error)]
    }
  }

  private func permissions(_ path: String) -> [Finding] {
    if access(path, W_OK) == 0, access(folder, W_OK) == 0 { return [] }
    let remedy = "Nothing can be saved. Give yourself the right to write: the file, and its folder for SQLite's log."
    return [Finding(.error, "the database or its folder cannot be written", at: Self.name, remedy: remedy)]
  }

  private func look(into store: ProjectStore) throws(StoreError) -> [Finding] {
    var findings: [Finding] = []
    // Opened for reading only, a store of a newer Postil is open too, and its reason names the versions.
    if let reason = store.openedReadOnlyReason, reason.contains("newer") {
      findings.append(Finding(.error, reason, at: Self.name, remedy: "Update Postil; until then, nothing is saved."))
    }
    let problems = try store.integrityReport()
    if let user = setup.user, try store.roster().role(of: user) == .annotator {
      let words = "something in it is not as it should be; a lead's `postil doctor` says what"
      return findings + (problems.isEmpty ? [] : [damage(words)]) + undelivered(store) + leftovers(store)
    }
    for problem in problems.prefix(5) { findings.append(damage(problem)) }
    if problems.count > 5 { findings.append(damage("and \(problems.count - 5) more of the kind")) }
    findings += undelivered(store)
    findings += leftovers(store)
    guard let project, problems.isEmpty else { return findings }
    return findings + (try needs(store, project)) + (try survey(store, project))
  }

  /// Tasks that say what they need in words that name no skill.
  private func needs(_ store: ProjectStore, _ project: Project) throws(StoreError) -> [Finding] {
    guard project.assignment != nil else { return [] }
    let bad = try store.badNeeds()
    var findings = bad.prefix(5).map { task, text in
      let shown = JSONValue.string(String(text.prefix(40))).jsonText
      return Finding(
        .warning, "task #\(task) needs \(shown), which names no skill: it is handed out to anybody", at: Self.name,
        remedy: "Write a skill like law:2 into its metadata key \"needs\" and import it under another id.")
    }
    if bad.count > 5 {
      let remedy = "Mend the file that they came with and import them under other ids."
      findings.append(Finding(.warning, "and \(bad.count - 5) more of the kind", at: Self.name, remedy: remedy))
    }
    return findings
  }

  private func damage(_ problem: String) -> Finding {
    let backups = Files.names(in: folder).filter { $0.hasPrefix(Self.name + ".backup-") }
    let newest =
      backups.last.map { "The newest copy is \($0)." } ?? "There is no copy in the folder: look for your own."
    return Finding(.error, problem, at: Self.name, remedy: "Keep the file as it is and work on a copy. " + newest)
  }

  private func finding(for error: StoreError) -> Finding {
    switch error {
    case .damaged(let reason): damage("damaged: \(reason)")
    case .newerSchema(let found, let known):
      Finding(
        .error, "made by a newer Postil (schema \(found), this one knows \(known))", at: Self.name,
        remedy: "Update Postil.")
    default: Finding(.error, error.description, at: Self.name)
    }
  }

  private func undelivered(_ store: ProjectStore) -> [Finding] {
    guard let sessions = setup.sessions else { return [] }
    do throws(StoreError) {
      return try SessionFile.undelivered(directory: sessions, project: store.identifier).map { path, saves in
        let words = saves == 1 ? "1 save has" : "\(saves) saves have"
        let remedy = "Open the desk as the annotator whose file it is; it sends them."
        return Finding(.warning, "\(words) not reached the project", at: path, remedy: remedy)
      }
    } catch {
      return [Finding(.warning, "a session file cannot be read: \(error)", at: sessions)]
    }
  }

  private func leftovers(_ store: ProjectStore) -> [Finding] {
    guard let sessions = setup.sessions else { return [] }
    let database = folder + "/" + Self.name
    return SessionLeftoversCheck(
      sessions: sessions, project: store.identifier, database: database, setup: setup
    ).findings()
  }

  private func survey(_ store: ProjectStore, _ project: Project) throws(StoreError) -> [Finding] {
    let version = (try? Files.read(folder + "/" + project.guidelinesPath))
      .map { GuidelinesVersion(of: String(decoding: $0, as: UTF8.self)).description }
    do {
      var survey = ProjectSurvey(project, guidelinesVersion: version)
      try store.exportRows { row in
        survey.add(row)
        return true
      }
      return survey.findings()
    } catch let error as StoreError {
      throw error
    } catch {
      throw .failed("\(error)")
    }
  }
}
