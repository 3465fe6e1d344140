extension Migration {
  /// Many hands: people, tasks that are handed out, and reviews.
  static let version3 = Migration(version: 3) { dialect in
    people(dialect) + assignment(dialect) + review(dialect)
  }
}
