/// All that one annotator has said about one task. Every revision is kept in the project's event log.
public struct Annotation: Sendable, Hashable {
  /// How far it is.
  public var state: AnnotationState
  /// The answers by question name. A question without an answer is absent.
  public var answers: [String: JSONValue]
  /// The annotator is not sure and says so.
  public var isFlagged: Bool
  /// A remark for the lead.
  public var comment: String
  /// Why it was skipped; empty when it was not, or no reason was given.
  public var skipReason: String
  /// The version of the guidelines that were in force (see `GuidelinesVersion`); empty before the first submit.
  public var guidelinesVersion: String
  /// Active time spent on the task, in milliseconds; a pause of more than a minute does not count.
  public var activeMilliseconds: Int
  /// Keys pressed on the task.
  public var keysPressed: Int
  /// How often this annotation was saved in the project: 0 before the first time, then 1, 2, 3 …
  public var revision: Int
  /// When it was saved last.
  public var savedAt: Timestamp
  /// By `candidates` field, the ids in the order in which they were shown; empty before the first submit.
  public var shown: [String: [String]]

  /// An annotation of the given parts; by default an untouched one.
  public init(
    state: AnnotationState = .open, answers: [String: JSONValue] = [:], isFlagged: Bool = false, comment: String = "",
    skipReason: String = "", guidelinesVersion: String = "", activeMilliseconds: Int = 0, keysPressed: Int = 0,
    revision: Int = 0, savedAt: Timestamp = Timestamp(milliseconds: 0), shown: [String: [String]] = [:]
  ) {
    self.keysPressed = keysPressed
    self.shown = shown
    self.state = state
    self.answers = answers
    self.isFlagged = isFlagged
    self.comment = comment
    self.skipReason = skipReason
    self.guidelinesVersion = guidelinesVersion
    self.activeMilliseconds = activeMilliseconds
    self.revision = revision
    self.savedAt = savedAt
  }

  /// The shown orders as a JSON object, fields in the order of the alphabet.
  public var shownObject: JSONObject {
    JSONObject(shown.sorted { $0.key < $1.key }.map { ($0.key, .array($0.value.map { .string($0) })) })
  }

  /// The shown orders of what `shownObject` made.
  public static func shown(from value: JSONValue?) -> [String: [String]] {
    let pairs = (value?.object?.members ?? []).map { ($0.key, ($0.value.array ?? []).compactMap(\.string)) }
    return Dictionary(pairs) { _, last in last }
  }
}
