import PostilModel

/// `openai-sft`: one demonstration a line, `{"messages"}`. A tool's turn needs the id of its call, which is not known here.
struct OpenAISFTWriter: ExampleFormat {
  static let purpose = ExampleSource.Purpose.demonstration

  /// Why a tool's turn cannot be said.
  static let noToolCall = "tool turn without the id of its call, which OpenAI's format wants"

  init(_ layout: ExportLayout) {}

  func append(
    _ example: ExampleSource.Example, of task: borrowing TrainingTask, _ record: borrowing ExportedRecord,
    to out: inout [UInt8]
  ) -> String? {
    if task.hasTurn(of: .tool, in: example.prompt, example.completion) { return Self.noToolCall }
    task.appendMessages(example, to: &out)
    out.append(UInt8(ascii: "}"))
    return nil
  }
}
