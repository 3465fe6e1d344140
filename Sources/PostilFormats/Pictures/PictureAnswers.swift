import PostilModel

/// Finds a task's picture and the answer that is written of it: the final one, else the only one that was submitted.
struct PictureAnswers {
  /// One picture with its answer.
  struct Answer {
    /// The picture's path, from the project or absolute.
    var path: String
    /// The annotation's place among the record's.
    var annotation: Int
  }

  private let question: Question
  private let selection: JudgementSelection
  private let columns: FieldColumns
  private var judgements: [JudgementSelection.Judgement] = []

  /// - Parameter field: the picture's.
  init(_ layout: ExportLayout, field: FieldDefinition?, question: Question) {
    self.question = question
    selection = JudgementSelection(annotator: layout.annotator, isSingle: false)
    columns = FieldColumns(field.map { [$0] } ?? [])
  }

  /// The picture of a task; nil when nothing is to be written of it, which is tallied.
  mutating func answer(of record: borrowing ExportedRecord, tally: inout ExportTally) -> Answer? {
    tally.tasks += 1
    selection.select(from: record, [question], into: &judgements, tally: &tally)
    guard let judgement = judgements.first else { return nil }
    guard judgements.count == 1 else {
      tally.leaveOut("task with answers of several people and no final one; choose one's with --annotator NAME")
      return nil
    }
    guard let path = path(of: record) else {
      tally.leaveOut("task without a picture")
      return nil
    }
    return Answer(path: path, annotation: judgement.annotation)
  }

  private func path(of record: borrowing ExportedRecord) -> String? {
    var path: String?
    columns.forEach(record.fields) { _, value in
      guard value.first == UInt8(ascii: "\"") else { return }
      var text: [UInt8] = []
      value.appendUnescaped(to: &text)
      path = String(decoding: text, as: UTF8.self)
    }
    return path
  }
}
