import PostilModel

/// `alpaca`: a JSON array of demonstrations, `{"instruction", "input", "output"}`. The prompt is the instruction; where it came
/// in as instruction and input and still reads so, both are written as they were.
struct AlpacaWriter: ExampleFormat {
  static let isArray = true
  static let purpose = ExampleSource.Purpose.demonstration

  init(_ layout: ExportLayout) {}

  func append(
    _ example: ExampleSource.Example, of task: borrowing TrainingTask, _ record: borrowing ExportedRecord,
    to out: inout [UInt8]
  ) -> String? {
    guard let prompt = task.only(.user, in: example.prompt), let answer = task.only(.assistant, in: example.completion)
    else { return "conversation of several turns, or not of user and assistant, which alpaca cannot say" }
    if let parts = Self.parts(of: task.text[prompt.content], record.metadata) {
      out.append(literal: "{\"instruction\":\"")
      out.append(contentsOf: parts.instruction)
      out.append(literal: "\",\"input\":\"")
      out.append(contentsOf: parts.input)
      out.append(literal: "\",")
    } else {
      task.append("{\"instruction\":", prompt, ",\"input\":\"\",", to: &out)
    }
    task.append("\"output\":", answer, "}", to: &out)
    return nil
  }

  /// The instruction and the input of the metadata, when one below the other they are the prompt.
  private static func parts(of prompt: ArraySlice<UInt8>, _ metadata: UnsafeRawBufferPointer)
    -> (instruction: UnsafeRawBufferPointer, input: UnsafeRawBufferPointer)?
  {
    var instruction: UnsafeRawBufferPointer?
    var input: UnsafeRawBufferPointer?
    var walker = JSONWalker(metadata)
    guard walker.enter("{") else { return nil }
    while walker.next() {
      let key = walker.key()
      let value = walker.value()
      if key.equals("instruction") { instruction = value.stringContent }
      if key.equals("input") { input = value.stringContent }
    }
    guard let instruction, let input, !input.isEmpty else { return nil }
    // The line end between them is escaped.
    guard prompt.count == instruction.count + 2 + input.count, prompt.starts(with: instruction),
      prompt.dropFirst(instruction.count).starts(with: Array(#"\n"#.utf8)),
      prompt.dropFirst(instruction.count + 2).elementsEqual(input)
    else { return nil }
    return (instruction, input)
  }
}
