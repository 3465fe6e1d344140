public import PostilModel

/// The project's word that a save is on the disk.
public struct SaveReceipt: Sendable, Hashable {
  /// The save's number in the project, from 1: the N of `saved #N`.
  public var saveNumber: Int
  /// The annotation as stored, with its new revision.
  public var annotation: Annotation
  /// The annotator's counters now.
  public var progress: Progress

  /// A receipt of the given parts.
  public init(saveNumber: Int, annotation: Annotation, progress: Progress) {
    self.saveNumber = saveNumber
    self.annotation = annotation
    self.progress = progress
  }
}
