extension Migration {
  /// The roster stands in the table of annotators; a role is empty for those who are not on it. Skills are a text like
  /// `law:2 zh:1`.
  static func people(_ dialect: Dialect) -> String {
    let int = dialect.integerType
    return """
      ALTER TABLE annotation ADD COLUMN keys \(int) NOT NULL DEFAULT 0;
      ALTER TABLE annotator ADD COLUMN role TEXT NOT NULL DEFAULT '';
      ALTER TABLE annotator ADD COLUMN kind TEXT NOT NULL DEFAULT 'person';
      ALTER TABLE annotator ADD COLUMN skills TEXT NOT NULL DEFAULT '';
      ALTER TABLE annotator ADD COLUMN pay TEXT NOT NULL DEFAULT '';
      ALTER TABLE annotator ADD COLUMN retired \(int) NOT NULL DEFAULT 0;
      CREATE TABLE attribute (
        annotator \(int) NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (annotator, name)) \(dialect.keyOrderedTable);

      """
  }
}
