extension Annotation {
  /// Whether a submitted annotation that a table tells says no more than one that is there. What a table does not tell, the
  /// time it took and the moment, can be anything; one from the import itself was not told.
  public func repeats(_ present: Annotation, unlessToldAt importedAt: Timestamp) -> Bool {
    answers == present.answers && present.state == state
      && (activeMilliseconds == 0 || activeMilliseconds == present.activeMilliseconds)
      && (savedAt == importedAt || savedAt == present.savedAt)
  }
}
