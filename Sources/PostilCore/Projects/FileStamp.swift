import Glibc

/// What tells cheaply whether a file is still as it was: which one it is, how long, and when it was last written or
/// put in its place.
struct FileStamp: Sendable, Hashable {
  private let device: UInt
  private let inode: UInt
  private let size: Int
  private let written: Int64
  private let changed: Int64

  /// The stamp of the file at a path; nil when there is none.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
    size = Int(status.st_size)
    written = Self.nanoseconds(status.st_mtim)
    // A copy that keeps the time of writing changes this one.
    changed = Self.nanoseconds(status.st_ctim)
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
