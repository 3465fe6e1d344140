import PostilModel

/// `kto`: one response a line, `{"messages", "label"}`, the label true for a good one, as LLaMA-Factory has it.
struct KTOWriter: ExampleFormat {
  static let purpose = ExampleSource.Purpose.verdict

  init(_ layout: ExportLayout) {}

  func append(
    _ example: ExampleSource.Example, of task: borrowing TrainingTask, _ record: borrowing ExportedRecord,
    to out: inout [UInt8]
  ) -> String? {
    task.appendMessages(example, to: &out)
    out.append(literal: example.isGood ? ",\"label\":true}" : ",\"label\":false}")
    return nil
  }
}
