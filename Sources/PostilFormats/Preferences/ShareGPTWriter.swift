import PostilModel

/// `sharegpt`: a JSON array of demonstrations, `{"conversations": [{"from": "human", "value": …}, {"from": "gpt", …}]}`.
struct ShareGPTWriter: ExampleFormat {
  static let isArray = true
  static let purpose = ExampleSource.Purpose.demonstration

  init(_ layout: ExportLayout) {}

  func append(
    _ example: ExampleSource.Example, of task: borrowing TrainingTask, _ record: borrowing ExportedRecord,
    to out: inout [UInt8]
  ) -> String? {
    out.append(literal: "{\"conversations\":")
    task.appendTurns(example.prompt, example.completion, as: .shareGPT, to: &out)
    out.append(UInt8(ascii: "}"))
    return nil
  }
}
