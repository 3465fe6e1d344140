import Glibc

extension SessionFile {
  /// Session files of a project in a folder that hold saves which the project has not acknowledged, by path, with how
  /// many there are. Files are only read, so that desks that are open are not disturbed.
  ///
  /// - Parameters:
  ///   - directory: Where session files live; nothing is found when it is missing.
  ///   - project: The project's `identifier`.
  public static func undelivered(directory: String, project: String) throws(StoreError) -> [(path: String, saves: Int)]
  {
    guard let folder = opendir(directory) else { return [] }
    defer { closedir(folder) }
    let beginning = SessionSlot.beginning(project: project)
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(beginning), name.hasSuffix(".session") { names.append(name) }
    }
    var found: [(path: String, saves: Int)] = []
    for name in names.sorted() {
      let path = directory + "/" + name
      let connection = try SQLiteConnection(path: path, options: .init(isReadOnly: true))
      let saves = try connection.access { (connection) throws(StoreError) in
        try connection.integer("SELECT COUNT(*) FROM outbox") ?? 0
      }
      if saves > 0 { found.append((path, saves)) }
    }
    return found
  }
}
