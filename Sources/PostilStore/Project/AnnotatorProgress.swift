public import PostilModel

/// How far one annotator is, and how fast.
public struct AnnotatorProgress: Sendable, Hashable {
  /// Whose.
  public var annotator: String
  /// The counters.
  public var progress: Progress
  /// Saves by this annotator.
  public var saves: Int
  /// The first save; nil before it.
  public var firstSavedAt: Timestamp?
  /// The last save; nil before the first.
  public var lastSavedAt: Timestamp?
  /// Saves by the hour, earlier first, hours without a save left out.
  public var hours: [SaveHour]

  /// A reading of the counters.
  public init(
    annotator: String, progress: Progress, saves: Int = 0, firstSavedAt: Timestamp? = nil,
    lastSavedAt: Timestamp? = nil, hours: [SaveHour] = []
  ) {
    self.annotator = annotator
    self.progress = progress
    self.saves = saves
    self.firstSavedAt = firstSavedAt
    self.lastSavedAt = lastSavedAt
    self.hours = hours
  }
}
