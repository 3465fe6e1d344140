import Glibc

/// A file as it was at a moment: another one at the same path, or a changed one, is told from it.
public struct PictureFile: Sendable, Hashable {
  private let path: String
  private let device: UInt64
  private let inode: UInt64
  private let size: Int64
  private let modified: Int64

  /// The file at a path as it is now; one that is not there is the same as any other that is not.
  public init(path: String) {
    var status = stat()
    let isThere = stat(path, &status) == 0
    self.path = path
    device = isThere ? UInt64(status.st_dev) : 0
    inode = isThere ? UInt64(status.st_ino) : 0
    size = isThere ? Int64(status.st_size) : -1
    modified = isThere ? Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec) : 0
  }
}
