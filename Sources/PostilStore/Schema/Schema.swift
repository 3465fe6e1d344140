/// The tables of a project and how they came about.
struct Schema: Sendable {
  /// All steps, from version 1 on, without gaps.
  var migrations: [Migration]

  /// What this Postil reads and writes. A change of the tables is one more step at the end.
  static let current = Schema(migrations: [.version1, .version2, .version3])

  /// The version after the last step.
  var version: Int { migrations.last?.version ?? 0 }

  /// The version of an open database; 0 for an empty one.
  static func version(of connection: any SQLConnection) throws(StoreError) -> Int {
    guard let text = try connection.text("SELECT value FROM meta WHERE name = 'schema'"), let version = Int(text) else {
      throw .damaged(reason: "it does not say which schema it has")
    }
    return version
  }

  /// Makes the steps that come after a version. The caller has a transaction open.
  func migrate(_ connection: any SQLConnection, from version: Int) throws(StoreError) {
    for migration in migrations where migration.version > version {
      try connection.execute(migration.script(connection.dialect))
    }
    try connection.run("UPDATE meta SET value = ? WHERE name = 'schema'", [.text(String(self.version))])
  }
}
