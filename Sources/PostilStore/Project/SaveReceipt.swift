public import PostilModel

/// The project's word that a save is on the disk.
public struct SaveReceipt: Sendable, Hashable {
  /// The save's number in the project, from 1: the N of `saved #N`.
  public var saveNumber: Int
  /// The annotation as stored, with its new revision.
  public var annotation: Annotation
  /// The annotator's counters now.
  public var progress: Progress
  /// What there is to tell about an answer that is known; nil for tasks whose answer is not, and where the plan tells
  /// nothing.
  public var gold: GoldVerdict?

  /// A receipt of the given parts.
  public init(saveNumber: Int, annotation: Annotation, progress: Progress, gold: GoldVerdict? = nil) {
    self.saveNumber = saveNumber
    self.annotation = annotation
    self.progress = progress
    self.gold = gold
  }
}
