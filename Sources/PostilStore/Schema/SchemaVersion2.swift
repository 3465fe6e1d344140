extension Migration {
  /// Annotations tell in which order candidates were shown: a JSON object of lists by field, empty where there were none.
  static let version2 = Migration(version: 2) { _ in
    "ALTER TABLE annotation ADD COLUMN shown TEXT NOT NULL DEFAULT '';"
  }
}
