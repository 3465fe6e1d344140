import PostilModel
import PostilStore

/// What desks of the project have left among the session files: said what it is, and tidied when that is asked for.
struct SessionLeftoversCheck {
  /// For how long an empty session file must not have been written to.
  private static let days = 30

  private let leftovers: SessionLeftovers
  private let mends: Bool

  /// A check of the session files in a folder.
  ///
  /// - Parameters:
  ///   - project: The project's identifier.
  ///   - database: The path of its database.
  init(sessions: String, project: String, database: String, setup: DoctorSetup) {
    let days = Int64(Self.days) * 24 * 3_600_000
    leftovers = SessionLeftovers(
      directory: sessions, project: project, database: Files.absolute(database),
      unusedSince: Timestamp(milliseconds: setup.now.milliseconds - days))
    mends = setup.mends
  }

  func findings() -> [Finding] {
    leftovers.find().map { leftover in
      guard mends, leftover.kind != .strays else { return finding(leftover) }
      do throws(StoreError) {
        if try leftovers.mend(leftover) { return mended(leftover) }
        let words = "\(words(for: leftover)); a desk has it open by now, so nothing was done"
        return Finding(.information, words, at: leftover.path)
      } catch {
        let remedy = "Nothing is lost. Look at the permissions of the folder: \(error)"
        return Finding(.warning, "\(words(for: leftover)); it could not be tidied", at: leftover.path, remedy: remedy)
      }
    }
  }

  private func words(for leftover: SessionLeftover) -> String {
    switch leftover.kind {
    case .empty:
      "a session file without drafts, saves on their way or undo, not used for \(Self.days) days"
    case .log(let bytes):
      "the log of a desk that did not end as it should, \(max(1, bytes >> 10)) KB; its session file needs it"
    case .strays: "files beside a session file that is not there"
    }
  }

  private func finding(_ leftover: SessionLeftover) -> Finding {
    let remedy =
      switch leftover.kind {
      case .empty: "No desk has it open: `postil doctor --mend` removes it."
      case .log: "The next desk folds it into the session file; `postil doctor --mend` does it now."
      case .strays:
        "If you have moved the session file, move them after it; if not: rm "
          + leftover.files.map(Self.quoted).joined(separator: " ")
      }
    return Finding(.information, words(for: leftover), at: leftover.path, remedy: remedy)
  }

  private func mended(_ leftover: SessionLeftover) -> Finding {
    switch leftover.kind {
    case .log: Finding(.information, "folded the log of a desk that did not end as it should", at: leftover.path)
    default: Finding(.information, "removed " + words(for: leftover), at: leftover.path)
    }
  }

  /// A path as a shell takes it.
  private static func quoted(_ path: String) -> String {
    "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
