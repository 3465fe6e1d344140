public import PostilModel

/// What can go wrong with a store, worded for the person who reads it. Nothing is half-written after any of these.
public enum StoreError: Error, CustomStringConvertible {
  /// There is no such file.
  case notFound(path: String)
  /// There is a file already where a new one was to be made.
  case alreadyExists(path: String)
  /// The file was made by a newer Postil.
  case newerSchema(found: Int, known: Int)
  /// The file is not a database, or not a whole one.
  case damaged(reason: String)
  /// There is no room left.
  case diskFull
  /// The file or its folder cannot be written.
  case readOnly
  /// Somebody else kept the file locked for too long.
  case busy
  /// The annotation was changed by another desk since this one read it. Nothing was written.
  case conflict(current: Annotation, annotator: String)
  /// The task has no place left for one more annotator: the lease has ended, and others were quicker. Nothing was
  /// written.
  case full(task: Int)
  /// Nobody could answer a question about the task: no other person on the roster has the skill, or (`isSpent`) all who
  /// have it have said something about the task or asked about it. Nothing was written.
  case nobodyToAsk(task: Int, skill: Skill, isSpent: Bool)
  /// The final answer of a task is not the one that was seen: `mark` tells what stands, nil for none. Nothing was changed.
  case overtaken(task: Int, mark: Resolution.Mark?)
  /// The file was deleted or replaced while it was open.
  case gone
  /// Anything else, in words.
  case failed(String)

  /// What happened, and what to do next.
  public var description: String {
    switch self {
    case .notFound(let path):
      "there is no project database at \(path); `postil import FILE` makes it, or name another folder with --project"
    case .alreadyExists(let path):
      "there is a file at \(path) already; choose another folder, or move that file away first"
    case .newerSchema(let found, let known):
      "this project was written by a newer Postil (schema \(found), this one knows \(known)); "
        + "update Postil, or open the project read-only"
    case .damaged(let reason):
      "the database is damaged (\(reason)); keep a copy of it, run `postil doctor`, "
        + "and take the newest backup if that does not help"
    case .diskFull:
      "the disk is full, so nothing was written; make room and save again"
    case .readOnly:
      "the database cannot be written; check the permissions of its file and of its folder"
    case .busy:
      "another program has kept the database locked for too long; save again when it is done"
    case .conflict(let current, let annotator):
      "another desk of \(annotator) has saved this task meanwhile (revision \(current.revision)); "
        + "look at that version, then keep it or save yours over it"
    case .full(let task):
      "task #\(task) was yours for a while, and that ended; others have answered it since, and it wants no more answers. "
        + "What you wrote is kept as a draft. Go on with the next task, or ask a lead to want one more answer to #\(task)"
    case .nobodyToAsk(let task, let skill, let isSpent):
      (isSpent
        ? "all others who have \(skill) have said something about task #\(task) or asked about it themselves. "
        : "nobody else on the roster has \(skill). ")
        + "Answer #\(task) as you see it, with what you wonder in a comment, or skip it; "
        + (isSpent ? "a lead can want one more answer" : "a lead can give somebody the skill (`postil roster edit`)")
    case .overtaken(let task, let mark?):
      "\(mark.by.isEmpty ? "somebody" : mark.by) settled #\(task) at \(mark.at.iso8601) after you had read it; "
        + "nothing was changed, and the task is read again"
    case .overtaken(let task, nil):
      "somebody took the final answer of #\(task) back after you had read it; "
        + "nothing was changed, and the task is read again"
    case .gone:
      "the database was deleted or replaced while it was open, so nothing was written; "
        + "put the file back, or open the project again"
    case .failed(let words): words
    }
  }
}
