import Glibc

extension SessionFile {
  /// Session files of a project in a folder that hold saves which the project has not acknowledged, by path, with how
  /// many there are. Those of desks that are open are left out: their saves are on their way, and the desk tells when they
  /// wait. Files are only read.
  ///
  /// - Parameters:
  ///   - directory: Where session files live; nothing is found when it is missing.
  ///   - project: The project's `identifier`.
  public static func undelivered(directory: String, project: String) throws(StoreError) -> [(path: String, saves: Int)]
  {
    let beginning = SessionSlot.beginning(project: project)
    let names = names(in: directory).filter { $0.hasPrefix(beginning) && $0.hasSuffix(".session") }
    var found: [(path: String, saves: Int)] = []
    for name in names.sorted() {
      let path = directory + "/" + name
      let connection = try SQLiteConnection(path: path, options: .init(isReadOnly: true))
      let saves = try connection.access { (connection) throws(StoreError) in
        try connection.integer("SELECT COUNT(*) FROM outbox") ?? 0
      }
      // The lock last: it is held for a moment, and a desk that opens just then would take the next slot.
      if saves > 0, SessionSlot.isFree(path) { found.append((path, saves)) }
    }
    return found
  }

  /// The names in a folder; none when it is missing.
  static func names(in directory: String) -> [String] {
    guard let folder = opendir(directory) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }
}
