import Glibc
import PostilCore

/// What the process finds around it: environment, user, clock. Read once, at the edge.
struct Surroundings {
  /// The value of an environment variable; nil when it is not set.
  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// The user's own folders.
  static var folders: UserFolders { UserFolders(environment: variable, home: account.home) }

  /// The annotator: the operating system's name of the user, whatever the environment says.
  static var userName: String { account.name }

  /// Colours are not wanted: `NO_COLOR` is set and not empty.
  static var refusesColor: Bool { variable("NO_COLOR").map { !$0.isEmpty } ?? false }

  /// The locale's letters are UTF-8. Without a locale they are not.
  static var isUTF8: Bool {
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let value = variable(name), !value.isEmpty else { continue }
      let folded = value.lowercased()
      return folded.contains("utf-8") || folded.contains("utf8")
    }
    return false
  }

  /// The system's folder for temporary files.
  static var temporaryFolder: String { variable("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp" }

  /// The program's own file; nil where the system does not say.
  static var programPath: String? {
    let path = Files.absolute("/proc/self/exe")
    return path == "/proc/self/exe" ? nil : path
  }

  private static var account: (name: String, home: String) {
    // The reentrant form, so that nobody else's look-up changes the entry under our eyes.
    var entry = passwd()
    var buffer = [CChar](repeating: 0, count: 16_384)
    var found: UnsafeMutablePointer<passwd>?
    let user = getuid()
    guard getpwuid_r(user, &entry, &buffer, buffer.count, &found) == 0, found != nil else {
      return ("user\(user)", "/")
    }
    return (String(cString: entry.pw_name), String(cString: entry.pw_dir))
  }
}
