import PostilModel

/// Whose annotations of a task become training records.
///
/// All that people have submitted; judgements that an imported file brought (their annotators are called `source:…`) only
/// where nobody else has judged. With a name, just that one's.
struct JudgementSelection {
  /// One annotation that counts, and the question that it answers.
  struct Judgement {
    /// Its place among the record's annotations.
    var annotation: Int
    /// The question's place among those that were asked for.
    var question: Int
  }

  private let annotator: String?
  private let isSingle: Bool

  /// - Parameter isSingle: Only the annotation that was submitted last.
  init(annotator: String?, isSingle: Bool) {
    self.annotator = annotator
    self.isSingle = isSingle
  }

  /// Fills a list with the annotations that count, in the order of the record; what does not is tallied.
  ///
  /// - Parameter questions: Each annotation counts with the first of these that it answers.
  func select(
    from record: borrowing ExportedRecord, _ questions: [Question], into list: inout [Judgement],
    tally: inout ExportTally
  ) {
    list.removeAll(keepingCapacity: true)
    var found = false
    var hasPerson = false
    for index in record.annotations.indices {
      guard annotator == nil || record.annotations[index].annotator == annotator else { continue }
      found = true
      guard record.annotations[index].annotation.state == .submitted else {
        tally.leaveOut("annotation not submitted (\(record.annotations[index].annotation.state.rawValue))")
        continue
      }
      let place = questions.firstIndex { record.annotations[index].annotation.answers[$0.name] != nil }
      guard let place else {
        tally.leaveOut("annotation without an answer that this format takes")
        continue
      }
      list.append(Judgement(annotation: index, question: place))
      if !AnnotatorName.isSource(record.annotations[index].annotator) { hasPerson = true }
    }
    if !found { tally.leaveOut("task without an annotation") }
    if hasPerson, annotator == nil { leaveOutSources(record, &list, &tally) }
    if isSingle, list.count > 1 { keepNewest(record, &list, &tally) }
  }

  private func leaveOutSources(
    _ record: borrowing ExportedRecord, _ list: inout [Judgement], _ tally: inout ExportTally
  ) {
    var kept: [Judgement] = []
    for judgement in list {
      if AnnotatorName.isSource(record.annotations[judgement.annotation].annotator) {
        tally.leaveOut("imported judgement of a task that a person has judged")
      } else {
        kept.append(judgement)
      }
    }
    list = kept
  }

  /// Of two of one moment the later name stays, so that the choice is the same each time.
  private func keepNewest(_ record: borrowing ExportedRecord, _ list: inout [Judgement], _ tally: inout ExportTally) {
    var newest = list[0]
    for judgement in list.dropFirst() {
      tally.leaveOut("older judgement of the same task")
      let isNewer =
        record.annotations[judgement.annotation].annotation.savedAt
        >= record.annotations[newest.annotation].annotation.savedAt
      if isNewer { newest = judgement }
    }
    list = [newest]
  }
}
