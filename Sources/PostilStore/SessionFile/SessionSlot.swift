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

  /// Takes one slot; nil when another process has it.
  static func take(_ number: Int, stem: String) throws(StoreError) -> SessionSlot? {
    let path = "\(stem)-\(number).session"
    let descriptor = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure("open", path) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
      return SessionSlot(number: number, path: path, descriptor: descriptor)
    }
    let reason = errno
    close(descriptor)
    if reason == EWOULDBLOCK { return nil }
    throw failure("lock", path)
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
