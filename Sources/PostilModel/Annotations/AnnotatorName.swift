/// What annotators' names say.
public enum AnnotatorName {
  /// Judgements that an imported file brought along stand under this and the format's name. They are nobody's at this
  /// project: progress does not count them, and an export takes them only where no one has judged.
  public static let sourcePrefix = "source:"

  /// Whether a name stands for judgements that a file brought along.
  public static func isSource(_ name: String) -> Bool { name.utf8.starts(with: sourcePrefix.utf8) }
}
