import PostilModel

/// A format of pairs: how one of them stands in a file.
protocol PairFormat {
  /// Whether a file is one JSON array.
  static var isArray: Bool { get }
  /// Whether a response may end in another turn than an answer.
  static var takesOpenResponses: Bool { get }

  init(_ layout: ExportLayout)

  /// Appends a pair. Whatever was appended is taken back when there is a reason.
  ///
  /// - Returns: Why the format cannot say it, in words for the manifest; nil when it was said.
  func append(
    _ pair: PreferenceSource.Pair, of task: borrowing TrainingTask, _ record: borrowing ExportedRecord,
    to out: inout [UInt8]
  ) -> String?
}

extension PairFormat {
  static var isArray: Bool { false }
  static var takesOpenResponses: Bool { false }
}

/// Writes a format of pairs.
struct PairWriter<Format: PairFormat>: RecordWriter {
  private let format: Format
  private var source: PreferenceSource
  private var output = TrainingOutput(isArray: Format.isArray)

  init(_ layout: ExportLayout) {
    format = Format(layout)
    source = PreferenceSource(layout, takesOpenResponses: Format.takesOpenResponses)
  }

  mutating func begin(into out: inout [UInt8]) { output.begin(into: &out) }

  mutating func write(_ record: borrowing ExportedRecord, into out: inout [UInt8], tally: inout ExportTally) {
    source.read(record, tally: &tally)
    let (format, task) = (format, source.task)
    for pair in source.pairs {
      output.append(to: &out, &tally) { format.append(pair, of: task, record, to: &$0) }
    }
  }

  mutating func end(into out: inout [UInt8]) { output.end(into: &out) }
}
