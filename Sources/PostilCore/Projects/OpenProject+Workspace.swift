public import PostilModel
import PostilStore

extension OpenProject {
  /// Opens an annotator's session at this project.
  ///
  /// - Parameters:
  ///   - sessionsFolder: where session files live.
  ///   - clock: tells the time.
  ///   - wake: called on some thread when something has come back; then `Workspace.takeReplies` is due.
  /// - Throws: `StoreError` when the project cannot be read or no session file can be had: then no draft would be safe.
  public func openWorkspace(
    annotator: String, sessionsFolder: String, clock: @escaping () -> Timestamp, wake: @escaping @Sendable () -> Void
  ) throws -> Workspace {
    try Workspace(
      project: project, annotator: annotator, guidelines: folder.readGuidelines(of: project),
      readOnlyReason: readOnlyReason, store: store,
      sessionFile: try SessionFile(directory: sessionsFolder, project: store.identifier, annotator: annotator),
      makeToken: Self.randomToken, clock: clock, wake: wake)
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
