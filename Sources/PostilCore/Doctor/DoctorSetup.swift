import Glibc
public import PostilModel

/// What the doctor looks at. All that depends on the machine is passed in, so that a check gives the same anywhere.
public struct DoctorSetup: Sendable {
  /// The project's folder.
  public var folder: String
  /// The keys in force at the desk, each with its command's name.
  public var commandKeys: [Character: String]
  /// The folder of session files; nil to leave them out.
  public var sessions: String?
  /// The locale's character encoding, as `nl_langinfo(CODESET)` gives it.
  public var codeset: String
  /// `TERM`; nil when it is not set.
  public var terminal: String?
  /// Free bytes on the project's disk; nil when unknown.
  public var freeBytes: Int?
  /// This moment: tells how long session files were not used.
  public var now: Timestamp
  /// Tidies what desks have left behind, where that takes nothing from anybody.
  public var mends: Bool
  /// Who looks; nil for somebody who may see everything. An annotator of a project with a lead is not told what is wrong
  /// with others' answers.
  public var user: String?

  /// What to look at.
  public init(
    folder: String, commandKeys: [Character: String] = [:], sessions: String? = nil, codeset: String = "UTF-8",
    terminal: String? = "xterm-256color", freeBytes: Int? = nil, now: Timestamp = Timestamp(milliseconds: 0),
    mends: Bool = false, user: String? = nil
  ) {
    self.user = user
    self.folder = folder
    self.commandKeys = commandKeys
    self.sessions = sessions
    self.codeset = codeset
    self.terminal = terminal
    self.freeBytes = freeBytes
    self.now = now
    self.mends = mends
  }

  /// The bytes that a user may still write on the disk of a path; nil when the system does not say.
  public static func freeBytes(at path: String) -> Int? {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return nil }
    return Int(clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue)
  }
}
