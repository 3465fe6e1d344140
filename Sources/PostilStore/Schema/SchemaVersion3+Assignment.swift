extension Migration {
  /// Tasks that are handed out.
  ///
  /// - `pool` has a row for each task of a project that hands tasks out: where it stands in the order, how many
  ///   annotators it wants, and how many places are taken (by submits, by leases and by questions to somebody skilled).
  ///   `free` says whether one is left.
  /// - `lease` has a row for each task that is somebody's for a while.
  /// - `pool_cursor` says for each annotator that nothing before a place in the order is there for them.
  /// - `handed` counts what each annotator was given, for quotas and for gold.
  static func assignment(_ dialect: Dialect) -> String {
    let int = dialect.integerType
    let double = dialect.doubleType
    return """
      CREATE TABLE pool (
        task \(int) NOT NULL PRIMARY KEY, position \(double) NOT NULL, quota \(int) NOT NULL, need \(int) NOT NULL,
        wanted \(int) NOT NULL, taken \(int) NOT NULL, free \(int) NOT NULL);
      CREATE INDEX pool_free ON pool (free, quota, position, task, need);
      CREATE TABLE need (number \(int) NOT NULL PRIMARY KEY, skill TEXT NOT NULL, level \(int) NOT NULL);
      CREATE TABLE pool_cursor (
        annotator \(int) NOT NULL, quota \(int) NOT NULL, position \(double) NOT NULL, task \(int) NOT NULL,
        PRIMARY KEY (annotator, quota)) \(dialect.keyOrderedTable);
      CREATE TABLE lease (
        task \(int) NOT NULL, annotator \(int) NOT NULL, desk \(int) NOT NULL, until \(int) NOT NULL,
        number \(int) NOT NULL, PRIMARY KEY (task, annotator)) \(dialect.keyOrderedTable);
      CREATE INDEX lease_annotator ON lease (annotator, desk, number);
      CREATE INDEX lease_until ON lease (until);
      CREATE TABLE ask (
        task \(int) NOT NULL, asker \(int) NOT NULL, need \(int) NOT NULL, expert \(int) NOT NULL,
        state \(int) NOT NULL, PRIMARY KEY (task, asker)) \(dialect.keyOrderedTable);
      CREATE INDEX ask_open ON ask (state, need, task);
      CREATE TABLE handed (
        annotator \(int) NOT NULL PRIMARY KEY, tasks \(int) NOT NULL, gold \(int) NOT NULL);
      CREATE TABLE gold (
        task \(int) NOT NULL PRIMARY KEY, answers TEXT NOT NULL, explanation TEXT NOT NULL,
        qualification \(int) NOT NULL);
      CREATE TABLE gold_result (
        annotator \(int) NOT NULL, task \(int) NOT NULL, correct \(int) NOT NULL,
        PRIMARY KEY (annotator, task)) \(dialect.keyOrderedTable);

      """
  }
}
