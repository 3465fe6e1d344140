public import PostilModel
import PostilStore

extension OpenProject {
  /// Opens an annotator's session at this project.
  ///
  /// - Parameters:
  ///   - sessionsFolder: where session files live.
  ///   - clock: tells the time.
  ///   - timeText: writes a moment as a date and time, `2026-01-31 09:05`; in UTC when it is nil.
  ///   - wake: called on some thread when something has come back; then `Workspace.takeReplies` is due.
  /// - Throws: `StoreError` when the project cannot be read or no session file can be had: then no draft would be safe.
  public func openWorkspace(
    annotator: String, sessionsFolder: String, clock: @escaping () -> Timestamp,
    timeText: (@Sendable (Timestamp) -> String)? = nil, wake: @escaping @Sendable () -> Void
  ) throws -> Workspace {
    let sessionFile = try sessionFile(of: annotator, in: sessionsFolder)
    return try Workspace(
      project: project, annotator: annotator, guidelines: folder.readGuidelines(of: project),
      readOnlyReason: readOnlyReason, store: store,
      sessionFile: sessionFile, folder: folder,
      makeToken: Self.randomToken, clock: clock, timeText: timeText, wake: wake)
  }

  /// The annotator's session file. A project that was moved keeps it; a copy of a project, which has the identifier of
  /// the first one, gets one of its own, so that what waits for the one is never delivered to the other.
  private func sessionFile(of annotator: String, in directory: String) throws -> SessionFile {
    let here = Files.absolute(folder.databasePath)
    var file = try SessionFile(directory: directory, project: store.identifier, annotator: annotator)
    if let there = try file.place("database")?.string, there != here, Files.exists(there),
      (try? ProjectStore(path: there, access: .readOnly))?.identifier == store.identifier
    {
      let own = store.identifier + "-" + ContentHash(of: here).hexadecimal.prefix(12)
      file = try SessionFile(directory: directory, project: own, annotator: annotator)
    }
    if try file.place("database")?.string != here {
      // An unwritable session file is told at the first change, where it matters.
      try? file.apply([.place(key: "database", value: .string(here))])
    }
    return file
  }

  /// 32 random hexadecimal digits.
  private static func randomToken() -> String {
    let words = [UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max)]
    return words.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
