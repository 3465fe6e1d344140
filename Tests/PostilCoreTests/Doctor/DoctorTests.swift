import Glibc
import PostilCore
import PostilModel
import PostilStore
import PostilTestSupport
import Testing

@Suite struct DoctorTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What the doctor says, without remedies.
  private func messages(_ change: (inout DoctorSetup) -> Void = { _ in }) -> [String] {
    var setup = DoctorSetup(folder: folder.path, commandKeys: ProjectTemplateTests.commandKeys)
    change(&setup)
    let findings = Doctor(setup).check()
    // Whatever is an error or a warning says what to do.
    #expect(findings.allSatisfy { $0.severity == .information || !$0.remedy.isEmpty || $0.message.contains("no \"") })
    return findings.map { "\($0.severity.rawValue) \($0.place): \($0.message)" }
  }

  @discardableResult
  private func makeProject(tasks: [String] = ["{\"text\":\"good\"}"]) throws -> ProjectStore {
    try ProjectTemplates.all[0].write(to: folder.path, projectName: "T")
    let store = try ProjectStore.create(atPath: folder.path(of: "postil.db"))
    let source = ImportSource(file: "t.jsonl", format: "jsonl", at: Timestamp(milliseconds: 0))
    try store.withTaskWriter(source: source) { writer in
      for (index, fields) in tasks.enumerated() {
        var task = NewTask()
        task.id = Array("t\(index)".utf8)
        task.fields = Array(fields.utf8)
        _ = try writer.add(task)
      }
    }
    return store
  }

  private func save(_ answers: [String: JSONValue], guidelines: String = "") -> AnnotationSave {
    let annotation = Annotation(state: .submitted, answers: answers, guidelinesVersion: guidelines, revision: 1)
    return AnnotationSave(
      token: "token", task: 1, annotator: "dana", kind: .submitted, annotation: annotation,
      at: Timestamp(milliseconds: 1000))
  }

  @Test func aSoundProjectHasNothingToMend() throws {
    try makeProject()
    #expect(messages { $0.freeBytes = 1 << 40 } == [])
  }

  @Test func aTaskThatNeedsWhatIsNoSkillIsToldWhereTasksAreHandedOut() throws {
    let store = try makeProject()
    let source = ImportSource(file: "u.jsonl", format: "jsonl", at: Timestamp(milliseconds: 0))
    try store.withTaskWriter(source: source) { writer in
      for (index, needs) in ["law:2", "law:", "a lawyer"].enumerated() {
        var task = NewTask()
        task.id = Array("u\(index)".utf8)
        task.fields = Array(#"{"text":"good"}"#.utf8)
        task.metadata = Array(JSONObject([("needs", .string(needs))]).jsonText.utf8)
        _ = try writer.add(task)
      }
    }
    #expect(messages { $0.freeBytes = 1 << 40 } == [])
    try folder.write((folder.text("postil.toml") ?? "") + "\n[queue]\norder = \"shuffled\"\n", to: "postil.toml")
    #expect(
      messages { $0.freeBytes = 1 << 40 } == [
        "warning postil.db: task #3 needs \"law:\", which names no skill: it is handed out to anybody",
        "warning postil.db: task #4 needs \"a lawyer\", which names no skill: it is handed out to anybody",
      ])
  }

  @Test func anEmptyFolderIsNoProject() {
    #expect(
      messages() == [
        "error \(folder.path)/postil.toml: there is no postil.toml", "warning postil.db: there is no database yet",
      ])
  }

  @Test func everyMistakeOfTheProjectFileIsAFinding() throws {
    try makeProject()
    try folder.write("[project]\nnam = \"x\"\n", to: "postil.toml")
    #expect(
      messages().prefix(2) == [
        "error postil.toml: no [[field]]: nothing would be shown",
        "error postil.toml: no [[question]]: nothing would be asked",
      ])
    #expect(messages().contains("error postil.toml:2: unknown key \"nam\" in [project], did you mean \"name\"?"))
  }

  @Test func aKeyThatIsACommandsKeyIsAnError() throws {
    try makeProject()
    let lines = try #require(folder.text("postil.toml")).split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains("\"negative\"") }) + 1
    #expect(
      messages { $0.commandKeys = ["n": "next"] } == [
        "error postil.toml:\(line): label \"negative\" of question \"sentiment\" wants the key \"n\", "
          + "which is the command \"next\""
      ])
  }

  @Test func guidelinesMissingEmptyOrOutside() throws {
    try makeProject()
    try folder.write(" \n", to: "guidelines.md")
    #expect(messages() == ["warning guidelines.md: the guidelines are empty"])
    unlink(folder.path(of: "guidelines.md"))
    #expect(messages() == ["warning guidelines.md: the guidelines are missing"])
    let elsewhere = try TemporaryFolder()
    try elsewhere.write("# Guide", to: "guide.md")
    symlink(elsewhere.path(of: "guide.md"), folder.path(of: "guidelines.md"))
    #expect(messages() == ["warning guidelines.md: the guidelines are a link to a file outside the project"])
  }

  @Test func leftoversAreToldAndNoMore() throws {
    try makeProject()
    try folder.write("", to: "reviews.rejects.jsonl")
    try folder.write("", to: "postil.db.backup-v1-2026-01-31T090500.000Z")
    #expect(
      messages() == [
        "information postil.db.backup-v1-2026-01-31T090500.000Z: a copy of the database from before an update",
        "information reviews.rejects.jsonl: records that an import has rejected",
      ])
  }

  @Test func theSurroundingsAreToldWithWhatToTry() throws {
    try makeProject()
    #expect(
      messages {
        $0.codeset = "ANSI_X3.4-1968"
        $0.terminal = "dumb"
        $0.freeBytes = 10 << 20
      } == [
        "error : only 10 MB are free on the disk",
        "warning : the locale's encoding is ANSI_X3.4-1968 and not UTF-8", "warning : TERM is \"dumb\"",
      ])
    #expect(messages { $0.terminal = nil } == ["warning : TERM is not set"])
    #expect(messages { $0.codeset = "utf8" } == [])
  }

  @Test func aDamagedDatabaseIsAnError() throws {
    try makeProject()
    for ending in ["", "-wal", "-shm"] { unlink(folder.path(of: "postil.db" + ending)) }
    try folder.write(String(repeating: "no database at all ", count: 1000), to: "postil.db")
    #expect(messages().count == 1)
    #expect(messages()[0].hasPrefix("error postil.db: damaged"))
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func aDatabaseThatCannotBeWrittenIsAnError() throws {
    try makeProject()
    chmod(folder.path(of: "postil.db"), 0o400)
    #expect(messages().contains("error postil.db: the database or its folder cannot be written"))
  }

  @Test func fieldsThatNoTaskHasAreTold() throws {
    try makeProject(tasks: ["{\"text\":null}", "{\"body\":\"good\"}"])
    #expect(messages() == ["warning postil.toml: no task has the field \"text\""])
  }

  @Test func answersThatNoLongerFitAreTold() throws {
    let store = try makeProject()
    _ = try store.save(save(["sentiment": "furious", "sentimant": "positive"], guidelines: "000000000000"))
    #expect(
      messages() == [
        "warning postil.toml: the question \"sentimant\" is gone, and has 1 answer (first: task #1)",
        "warning postil.toml: 1 answer (first: task #1) to \"sentiment\" would not be taken now: "
          + "the question has no label \"furious\"",
        "information guidelines.md: 1 annotation was made under another version of the guidelines",
      ])
  }

  @Test func savesThatHaveNotReachedTheProjectAreTold() throws {
    let store = try makeProject()
    let sessions = folder.path(of: "sessions")
    let path: String
    do {
      let session = try SessionFile(directory: sessions, project: store.identifier, annotator: "dana")
      #expect(messages { $0.sessions = sessions } == [])
      try session.apply([.enqueue(save(["sentiment": "positive"]))])
      #expect(messages { $0.sessions = sessions } == [], "a desk that is open delivers them, or says why not")
      path = session.path
    }
    #expect(messages { $0.sessions = sessions } == ["warning \(path): 1 save has not reached the project"])
    #expect(messages { $0.sessions = folder.path(of: "nowhere") } == [])
  }

  @Test func whatDesksHaveLeftIsToldAndTidiedOnlyWhenAskedFor() throws {
    let store = try makeProject()
    let sessions = folder.path(of: "sessions")
    let place = SessionWrite.place(key: "database", value: .string(Files.absolute(folder.path(of: "postil.db"))))
    func leave(_ annotator: String, _ writes: [SessionWrite]) throws -> String {
      let session = try SessionFile(directory: sessions, project: store.identifier, annotator: annotator)
      try session.apply([place] + writes)
      return session.path
    }
    let empty = try leave("dana", [])
    let kept = try leave("lee", [.draft(task: 1, question: "sentiment", answer: "positive")])
    func told(days: Int64, mends: Bool = false) -> [String] {
      messages {
        $0.sessions = sessions
        $0.mends = mends
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        $0.now = Timestamp(milliseconds: (Int64(now.tv_sec) + days * 86_400) * 1000)
      }
    }
    let words = "a session file without drafts, saves on their way or undo, not used for 30 days"
    #expect(told(days: 29, mends: true) == [])
    #expect(told(days: 31) == ["information \(empty): \(words)"])
    #expect(Files.exists(empty))
    #expect(told(days: 31, mends: true) == ["information \(empty): removed \(words)"])
    #expect(!Files.exists(empty) && !Files.exists(empty + ".lock") && Files.exists(kept))
    #expect(told(days: 31) == [])
    unlink(kept)
    #expect(told(days: 31, mends: true) == ["information \(kept): files beside a session file that is not there"])
  }
}
