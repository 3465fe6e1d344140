extension Migration {
  /// Tasks that are handed out.
  ///
  /// - `pool` has a row for each task of a project that hands tasks out: where it stands in the order, how many
  ///   annotators it wants, and how many places are taken (by people's submits, by leases and by questions to somebody
  ///   skilled). `spare` is how many more may be taken than it wants: those that were when the
  ///   row was made, while the task was settled, or by answers that nobody was handed the task for. `free` says whether one is left; a task that is gold or has its final answer is settled and never free.
  /// - `pool_group` counts the tasks of each need and quota; `room` is the sum of their free places.
  /// - `pool_cursor` says for each annotator that nothing up to a place in the order is there for them, save what
  ///   `pool_again` lists: tasks that came free or forward behind that place since.
  /// - `more` has the tasks that want more annotators than the plan says: at least `asked` (a lead's wish), and one more
  ///   than the plan's where `flagged` is 1.
  /// - `lease` has a row for each task that is somebody's for a while.
  /// - `ask` has the questions to somebody skilled: state 0 waits, 1 is with `expert`, 2 is answered, 3 goes along with
  ///   another question about the task and is answered with it.
  /// - `handed` counts what each annotator was given; `last` is the last task that was not gold.
  /// - `gold` has the known answers; `promoted` is 1 where they are the task's final answer, and not known from elsewhere.
  /// - `gold_result` says who met them among those who submitted when the task was gold, by what they answered first. Its
  ///   rows stay when the task is gold no more.
  static func assignment(_ dialect: Dialect) -> String {
    pool(dialect) + hands(dialect)
  }

  /// The index by which the next task is found. It is taken away while the whole pool is made anew.
  static let poolIndex = "CREATE INDEX pool_free ON pool (need, quota, position, task) WHERE free = 1;"

  private static func pool(_ dialect: Dialect) -> String {
    let int = dialect.integerType
    let double = dialect.doubleType
    return """
      CREATE TABLE pool (
        task \(int) NOT NULL PRIMARY KEY, position \(double) NOT NULL, quota \(int) NOT NULL, need \(int) NOT NULL,
        wanted \(int) NOT NULL, taken \(int) NOT NULL, settled \(int) NOT NULL, free \(int) NOT NULL,
        spare \(int) NOT NULL)
        \(dialect.keyOrderedTable);
      \(poolIndex)
      CREATE TABLE pool_group (
        need \(int) NOT NULL, quota \(int) NOT NULL, tasks \(int) NOT NULL, open \(int) NOT NULL,
        settled \(int) NOT NULL, taken \(int) NOT NULL, room \(int) NOT NULL,
        PRIMARY KEY (need, quota)) \(dialect.keyOrderedTable);
      CREATE TABLE pool_cursor (
        need \(int) NOT NULL, quota \(int) NOT NULL, annotator \(int) NOT NULL, position \(double) NOT NULL,
        task \(int) NOT NULL, PRIMARY KEY (need, quota, annotator)) \(dialect.keyOrderedTable);
      CREATE TABLE pool_again (
        annotator \(int) NOT NULL, need \(int) NOT NULL, quota \(int) NOT NULL, position \(double) NOT NULL,
        task \(int) NOT NULL, PRIMARY KEY (annotator, need, quota, position, task)) \(dialect.keyOrderedTable);
      CREATE TABLE need (number \(int) NOT NULL PRIMARY KEY, skill TEXT NOT NULL, level \(int) NOT NULL);
      CREATE UNIQUE INDEX need_skill ON need (skill, level);
      CREATE TABLE more (task \(int) NOT NULL PRIMARY KEY, asked \(int) NOT NULL, flagged \(int) NOT NULL);

      """
  }

  private static func hands(_ dialect: Dialect) -> String {
    let int = dialect.integerType
    return """
      CREATE TABLE lease (
        task \(int) NOT NULL, annotator \(int) NOT NULL, desk \(int) NOT NULL, until \(int) NOT NULL,
        number \(int) NOT NULL, PRIMARY KEY (task, annotator)) \(dialect.keyOrderedTable);
      CREATE INDEX lease_annotator ON lease (annotator, desk, number);
      CREATE INDEX lease_until ON lease (until);
      CREATE TABLE ask (
        task \(int) NOT NULL, asker \(int) NOT NULL, need \(int) NOT NULL, expert \(int) NOT NULL,
        state \(int) NOT NULL, PRIMARY KEY (task, asker)) \(dialect.keyOrderedTable);
      CREATE INDEX ask_open ON ask (state, need, task);
      CREATE INDEX ask_asker ON ask (asker, state, task);
      CREATE TABLE handed (
        annotator \(int) NOT NULL PRIMARY KEY, tasks \(int) NOT NULL, gold \(int) NOT NULL, last \(int) NOT NULL);
      CREATE TABLE gold (
        task \(int) NOT NULL PRIMARY KEY, answers TEXT NOT NULL, explanation TEXT NOT NULL,
        qualification \(int) NOT NULL, promoted \(int) NOT NULL);
      CREATE INDEX gold_qualification ON gold (qualification, task);
      CREATE TABLE gold_result (
        annotator \(int) NOT NULL, task \(int) NOT NULL, correct \(int) NOT NULL, answers TEXT NOT NULL,
        PRIMARY KEY (annotator, task)) \(dialect.keyOrderedTable);
      ALTER TABLE pace ADD COLUMN submitted \(int) NOT NULL DEFAULT 0;

      """
  }
}
