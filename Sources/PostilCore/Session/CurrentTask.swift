public import PostilModel
import PostilStore

/// The task before the annotator, with what is stored of it and what is being changed.
public struct CurrentTask: Sendable {
  /// The task's number.
  public let number: Int
  /// Its place in the queue, from 0.
  public internal(set) var rank: Int
  /// The record; nil while it is being read.
  public internal(set) var task: AnnotationTask?
  /// By `candidates` field, the candidates in the order in which this annotator sees them.
  public internal(set) var candidates: [String: [Candidate]] = [:]
  /// What the project holds, or will hold once the saves under way are through.
  public internal(set) var stored: Annotation
  /// Answers that differ from what is stored and wait for a submit; nil when there are none.
  public internal(set) var draft: [String: JSONValue]?
  /// What the annotator wrote or was written about the task, earlier first.
  public internal(set) var messages: [ThreadMessage] = []
  /// What the annotator was told of the known answer, where the project tells it.
  var verdict: GoldVerdict?
  /// True until the draft, which the session file holds, has been read.
  var awaitsDraft = false
  /// When the annotator last did something here, to count active time.
  var lastActivity: Timestamp
  /// Active time since the last save, in milliseconds.
  var activeMilliseconds = 0
  /// Keys that did something here since the last save.
  var keysPressed = 0

  /// Answers that stand there from the beginning.
  private let defaults: [String: JSONValue]

  init(number: Int, rank: Int, defaults: [String: JSONValue], at time: Timestamp) {
    self.number = number
    self.defaults = defaults
    self.rank = rank
    stored = Annotation()
    lastActivity = time
  }

  /// True when the record, the annotation and the draft are there.
  public var isLoaded: Bool { task != nil && !awaitsDraft }

  /// The answers without a draft: the stored ones, or the defaults while nothing has been said.
  var baseAnswers: [String: JSONValue] {
    stored.state == .open && stored.answers.isEmpty ? defaults : stored.answers
  }

  /// The answers that the screen shows: the draft's, else what stands without one.
  public var answers: [String: JSONValue] { draft ?? baseAnswers }

  /// The state that the screen shows.
  public var state: AnnotationState { draft == nil ? stored.state : .draft }

  /// What undo needs to bring back.
  var snapshot: AnnotationSnapshot { AnnotationSnapshot(stored: stored, draft: draft) }
}
