extension Migration {
  /// The first tables.
  ///
  /// - `task.number` runs from 1 without gaps, so that a task's place in the queue is its number.
  /// - `annotation` is the present; `event` has every revision, whole.
  /// - `answer` repeats the scalars of the answers, one row each, for filters and counts.
  /// - `run` has the stretches of tasks that an annotator has submitted or skipped: the next open task is one look-up.
  /// - `total`, `progress` and `pace` are counters, kept in the transactions that change what they count.
  static let version1 = Migration(version: 1) { dialect in
    tasks(dialect) + annotations(dialect) + counters(dialect)
  }

  private static func tasks(_ dialect: Dialect) -> String {
    let int = dialect.integerType
    return """
      CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);
      INSERT INTO meta (name, value) VALUES ('schema', '0');
      CREATE TABLE import (
        number \(int) NOT NULL PRIMARY KEY, file TEXT NOT NULL, format TEXT NOT NULL, at \(int) NOT NULL,
        tasks \(int) NOT NULL, suggestions \(int) NOT NULL, annotations \(int) NOT NULL);
      CREATE TABLE task (
        number INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL, hash \(int) NOT NULL, length \(int) NOT NULL,
        import \(int) NOT NULL, line \(int) NOT NULL, preview TEXT NOT NULL, fields TEXT NOT NULL,
        metadata TEXT NOT NULL);
      CREATE UNIQUE INDEX task_id ON task (id);
      CREATE TABLE suggestion (
        task \(int) NOT NULL, place \(int) NOT NULL, question TEXT NOT NULL, model TEXT NOT NULL,
        score \(dialect.doubleType), answer TEXT NOT NULL, import \(int) NOT NULL,
        PRIMARY KEY (task, place)) \(dialect.keyOrderedTable);

      """
  }

  private static func annotations(_ dialect: Dialect) -> String {
    let int = dialect.integerType
    return """
      CREATE TABLE annotator (number \(int) NOT NULL PRIMARY KEY, name TEXT NOT NULL);
      CREATE UNIQUE INDEX annotator_name ON annotator (name);
      CREATE TABLE question (name TEXT NOT NULL PRIMARY KEY);
      CREATE TABLE annotation (
        task \(int) NOT NULL, annotator \(int) NOT NULL, revision \(int) NOT NULL, state \(int) NOT NULL,
        flagged \(int) NOT NULL, commented \(int) NOT NULL, differs \(int) NOT NULL, saved_at \(int) NOT NULL,
        active_ms \(int) NOT NULL, answers TEXT NOT NULL, comment TEXT NOT NULL, skip_reason TEXT NOT NULL,
        guidelines TEXT NOT NULL,
        PRIMARY KEY (task, annotator)) \(dialect.keyOrderedTable);
      CREATE INDEX annotation_queue ON annotation (annotator, task, state, flagged, commented, differs);
      CREATE INDEX annotation_state ON annotation (annotator, state, task);
      CREATE INDEX annotation_changed ON annotation (annotator, saved_at, task);
      CREATE TABLE answer (
        task \(int) NOT NULL, annotator \(int) NOT NULL, question TEXT NOT NULL, place \(int) NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (task, annotator, question, place)) \(dialect.keyOrderedTable);
      CREATE INDEX answer_value ON answer (question, value, annotator, task);
      CREATE TABLE event (
        number INTEGER NOT NULL PRIMARY KEY, token TEXT, save \(int) NOT NULL, at \(int) NOT NULL,
        annotator \(int) NOT NULL, task \(int) NOT NULL, kind TEXT NOT NULL, annotation TEXT NOT NULL);
      CREATE UNIQUE INDEX event_token ON event (token);
      CREATE INDEX event_task ON event (task, number);

      """
  }

  private static func counters(_ dialect: Dialect) -> String {
    let int = dialect.integerType
    return """
      CREATE TABLE total (
        only \(int) NOT NULL PRIMARY KEY, tasks \(int) NOT NULL, suggestions \(int) NOT NULL, saves \(int) NOT NULL,
        events \(int) NOT NULL, imports \(int) NOT NULL, submitted_tasks \(int) NOT NULL);
      INSERT INTO total VALUES (1, 0, 0, 0, 0, 0, 0);
      CREATE TABLE progress (
        annotator \(int) NOT NULL PRIMARY KEY, submitted \(int) NOT NULL, skipped \(int) NOT NULL,
        flagged \(int) NOT NULL, saves \(int) NOT NULL, first_saved \(int) NOT NULL, last_saved \(int) NOT NULL);
      CREATE TABLE pace (
        annotator \(int) NOT NULL, hour \(int) NOT NULL, saves \(int) NOT NULL, done \(int) NOT NULL,
        PRIMARY KEY (annotator, hour)) \(dialect.keyOrderedTable);
      CREATE TABLE run (
        annotator \(int) NOT NULL, first \(int) NOT NULL, last \(int) NOT NULL,
        PRIMARY KEY (annotator, first)) \(dialect.keyOrderedTable);

      """
  }
}
