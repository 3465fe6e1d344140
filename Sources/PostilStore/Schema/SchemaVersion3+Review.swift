extension Migration {
  /// Reviews.
  ///
  /// - `standing` is a row of the review queue for each task with an answer. A submit only marks it as stale; who looks
  ///   at it brings it up to date. `place` is −disagreement, so that the index runs the way the queue is read.
  /// - `message` has what people write to each other about a task; `returned` which annotations were sent back and wait
  ///   for an answer.
  /// - `resolution` has the final answers.
  static func review(_ dialect: Dialect) -> String {
    let int = dialect.integerType
    return """
      CREATE TABLE standing (
        task \(int) NOT NULL PRIMARY KEY, stale \(int) NOT NULL, state \(int) NOT NULL, answers \(int) NOT NULL,
        place \(dialect.doubleType) NOT NULL, reasons TEXT NOT NULL, questions TEXT NOT NULL,
        flags \(int) NOT NULL, gold \(int) NOT NULL, gold_missed \(int) NOT NULL, too_fast \(int) NOT NULL,
        checked \(int) NOT NULL);
      CREATE INDEX standing_queue ON standing (state, place, task);
      CREATE INDEX standing_stale ON standing (stale, task);
      INSERT INTO standing SELECT DISTINCT task, 1, 0, 0, 0, '', '', 0, 0, 0, 0, 0 FROM annotation WHERE annotator > 0;
      CREATE TABLE message (
        number \(int) NOT NULL PRIMARY KEY, task \(int) NOT NULL, kind TEXT NOT NULL, sender \(int) NOT NULL,
        recipient \(int) NOT NULL, at \(int) NOT NULL, text TEXT NOT NULL, answers TEXT NOT NULL, seen \(int) NOT NULL);
      CREATE INDEX message_task ON message (task, number);
      CREATE INDEX message_recipient ON message (recipient, seen, number);
      CREATE TABLE returned (
        annotator \(int) NOT NULL, task \(int) NOT NULL, message \(int) NOT NULL,
        PRIMARY KEY (annotator, task)) \(dialect.keyOrderedTable);
      CREATE TABLE resolution (
        task \(int) NOT NULL PRIMARY KEY, answers TEXT NOT NULL, method TEXT NOT NULL, taken \(int) NOT NULL,
        resolver \(int) NOT NULL, at \(int) NOT NULL, error_type TEXT NOT NULL, comment TEXT NOT NULL,
        said TEXT NOT NULL, thread TEXT NOT NULL);

      """
  }
}
