import PostilModel

/// A format of examples: how a prompt and one answer stand in a file.
protocol ExampleFormat {
  /// Whether a file is one JSON array.
  static var isArray: Bool { get }
  /// What examples are made of.
  static var purpose: ExampleSource.Purpose { get }

  init(_ layout: ExportLayout)

  /// Appends an example. Whatever was appended is taken back when there is a reason.
  ///
  /// - Returns: Why the format cannot say it, in words for the manifest; nil when it was said.
  func append(
    _ example: ExampleSource.Example, of task: borrowing TrainingTask, _ record: borrowing ExportedRecord,
    to out: inout [UInt8]
  ) -> String?
}

extension ExampleFormat {
  static var isArray: Bool { false }
}

/// Writes a format of examples.
struct ExampleWriter<Format: ExampleFormat>: RecordWriter {
  private let format: Format
  private var source: ExampleSource
  private var output = TrainingOutput(isArray: Format.isArray)

  init(_ layout: ExportLayout) {
    format = Format(layout)
    source = ExampleSource(layout, Format.purpose)
  }

  mutating func begin(into out: inout [UInt8]) { output.begin(into: &out) }

  mutating func write(_ record: borrowing ExportedRecord, into out: inout [UInt8], tally: inout ExportTally) {
    source.read(record, tally: &tally)
    let (format, task) = (format, source.task)
    for example in source.examples {
      output.append(to: &out, &tally) { format.append(example, of: task, record, to: &$0) }
    }
  }

  mutating func end(into out: inout [UInt8]) { output.end(into: &out) }
}
