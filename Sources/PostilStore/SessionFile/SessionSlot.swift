import Glibc
import PostilModel

/// The right to one of the session files of an annotator in a project. The kernel takes the lock back when the process
/// ends, however it ends.
struct SessionSlot: ~Copyable {
  /// From 1.
  let number: Int
  /// Where the session's database is.
  let path: String
  private let descriptor: Int32

  private init(number: Int, path: String, descriptor: Int32) {
    self.number = number
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// The beginning of the paths of all slots: readable, and unlike any other project's and annotator's.
  static func stem(directory: String, project: String, annotator: String) -> String {
    let hash = ContentHash(of: project + "\n" + annotator).hexadecimal.prefix(12)
    return directory + "/" + beginning(project: project) + plain(annotator, 24) + "-" + hash
  }

  /// What the names of all session files of a project begin with.
  static func beginning(project: String) -> String { plain(project, 8) + "-" }

  /// What the names of the files beside a session file have at their ends. The lock is the last to be removed.
  static let sideEndings = ["-wal", "-shm", ".lock"]

  /// The stem and the number of a session file's path; nil when it is none.
  static func parts(of path: String) -> (stem: String, number: Int)? {
    guard path.hasSuffix(".session"), let dash = path.lastIndex(of: "-"),
      let number = Int(path[path.index(after: dash)...].dropLast(".session".count)), number > 0
    else { return nil }
    return (String(path[..<dash]), number)
  }

  /// Takes one slot; nil when another process has it.
  ///
  /// - Parameter whenOpened: Called between opening and locking the file, where tests let something happen.
  static func take(
    _ number: Int, stem: String, whenOpened: () -> Void = {}
  ) throws(StoreError) -> SessionSlot? {
    let path = "\(stem)-\(number).session"
    while true {
      let descriptor = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw failure("open", path) }
      whenOpened()
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        let reason = errno
        close(descriptor)
        if reason == EWOULDBLOCK { return nil }
        throw failure("lock", path)
      }
      // Whoever had the lock may have removed its file meanwhile. Then this one locks nothing: the next desk would make
      // and lock another.
      if let locked = FileIdentity(descriptor: descriptor), locked == FileIdentity(path: path + ".lock") {
        return SessionSlot(number: number, path: path, descriptor: descriptor)
      }
      close(descriptor)
    }
  }

  /// Whether no desk has a session file open. Makes nothing.
  static func isFree(_ path: String) -> Bool {
    let descriptor = open(path + ".lock", O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return errno == ENOENT }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0
  }

  /// Takes the first slot that nobody has.
  static func takeFirst(stem: String) throws(StoreError) -> SessionSlot {
    for number in 1...999 {
      if let slot = try take(number, stem: stem) { return slot }
    }
    throw .failed("there are 999 desks of this annotator open; close some")
  }

  private static func failure(_ verb: String, _ path: String) -> StoreError {
    switch errno {
    case ENOSPC, EDQUOT: .diskFull
    case EACCES, EPERM, EROFS:
      .failed("the session file \(path) cannot be written; check the permissions of its folder")
    default: .failed("cannot \(verb) the session file \(path): \(String(cString: strerror(errno)))")
    }
  }

  private static func plain(_ text: String, _ most: Int) -> String {
    let scalars = text.unicodeScalars.prefix(most).map { scalar -> Character in
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      return isPlain ? Character(scalar) : "_"
    }
    return String(scalars)
  }
}
