import PostilConfiguration
import PostilModel

/// What a desk that is open takes from `postil.toml`: the plan that is in force, by looking now and then whether the file
/// has changed. A look costs one question to the folder; the file is read only when it has changed.
struct ProjectWatch: Sendable {
  /// How tasks are handed out; nil where everybody sees all of them.
  var plan: AssignmentPlan? { project.assignment }
  /// The project with what the file says of handing out and reviewing; what it asks and shows is as it was opened.
  private(set) var project: Project
  /// When the plan was last found to be that of the file; nil while it is the one that was read with the project.
  private(set) var planRead: Timestamp?

  private let folder: ProjectFolder?
  private let opened: Project
  private var last: Project
  private var stamp: FileStamp?
  private var hasLooked = false
  private var isBroken = false

  /// The watch of a project that was read from a folder; without one nothing ever changes.
  init(_ project: Project, in folder: ProjectFolder?) {
    self.folder = folder
    self.project = project
    opened = project
    last = project
  }

  /// Looks whether the file has changed, and takes its plan.
  ///
  /// - Parameter now: The moment, taken before: what is read is no older.
  /// - Returns: What is to be told; nil when nothing has changed. A file that is broken is told once.
  mutating func look(at now: Timestamp) -> ProjectNews? {
    guard let folder else { return nil }
    // Taken before it is read: a change in between is found by the next look.
    let stamp = FileStamp(path: folder.projectFilePath)
    if !hasLooked || stamp != self.stamp {
      hasLooked = true
      self.stamp = stamp
      do {
        return take(try folder.readProjectFile().project, at: now)
      } catch {
        // Whoever has read a newer plan goes on by theirs: this one is as old as it was.
        isBroken = true
        return .broken(Self.words(error))
      }
    }
    if !isBroken { planRead = now }
    return nil
  }

  private mutating func take(_ project: Project, at now: Timestamp) -> ProjectNews? {
    isBroken = false
    planRead = now
    let isOther = project.differs(from: last) && project.differs(from: opened)
    last = project
    self.project.annotatorsPerTask = project.annotatorsPerTask
    self.project.review = project.review
    // Where tasks begin or cease to be handed out, the desk is another one.
    if let new = project.assignment, let old = plan, new != old {
      self.project.assignment = new
      return .changed(plan: new, wantsRestart: isOther)
    }
    return isOther ? .changed(plan: nil, wantsRestart: true) : nil
  }

  private static func words(_ error: any Error) -> String {
    guard let error = error as? ConfigurationError, let first = error.problems.first else {
      return String(describing: error)
    }
    let others = error.problems.count - 1
    return first.text(in: error.file) + (others == 0 ? "" : " (and \(others) more, see `postil doctor`)")
  }
}

extension Project {
  /// Whether something differs that a desk shows, and not how tasks are handed out or reviewed alone.
  fileprivate func differs(from other: Project) -> Bool {
    var other = other
    if assignment != nil, other.assignment != nil { other.assignment = assignment }
    other.annotatorsPerTask = annotatorsPerTask
    other.review = review
    // Kinds of questions are values without identity: what they print is all that they are.
    return String(reflecting: self) != String(reflecting: other)
  }
}
