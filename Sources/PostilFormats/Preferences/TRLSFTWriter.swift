import PostilModel

/// `trl-sft`: one demonstration a line, `{"prompt", "completion"}`, or `{"messages"}` as one conversation.
struct TRLSFTWriter: ExampleFormat {
  static let purpose = ExampleSource.Purpose.demonstration
  private let policy: ExportPolicy

  init(_ layout: ExportLayout) { policy = layout.policy }

  func append(
    _ example: ExampleSource.Example, of task: borrowing TrainingTask, _ record: borrowing ExportedRecord,
    to out: inout [UInt8]
  ) -> String? {
    if policy.shape == .messages {
      task.appendMessages(example, to: &out)
    } else {
      guard task.appendCompletion(example, policy.style, to: &out) else { return TrainingTask.notPlain }
    }
    out.append(UInt8(ascii: "}"))
    return nil
  }
}
