import PostilModel

/// Finds the prompt and the responses among a task's fields.
struct TrainingColumns {
  private let prompt: [UInt8]?
  private let responses: [UInt8]?

  init(_ layout: TrainingLayout) {
    prompt = layout.prompt.map(Self.escaped)
    responses = layout.responses.map(Self.escaped)
  }

  /// Reads them into a task, in place of what is there.
  func read(_ record: borrowing ExportedRecord, into task: inout TrainingTask) {
    task.clear()
    var promptValue = UnsafeRawBufferPointer(start: nil, count: 0)
    var responsesValue = promptValue
    var walker = JSONWalker(record.fields)
    _ = walker.enter("{")
    while walker.next() {
      let key = walker.key()
      let value = walker.value()
      if let prompt, key.elementsEqual(prompt) {
        promptValue = value
      } else if let responses, key.elementsEqual(responses) {
        responsesValue = value
      }
    }
    task.takePrompt(promptValue)
    if !responsesValue.isEmpty { task.takeResponses(responsesValue) }
  }

  /// The value of a text field; empty when the task has none.
  static func value(of name: String, in record: borrowing ExportedRecord) -> UnsafeRawBufferPointer {
    let wanted = escaped(name)
    var walker = JSONWalker(record.fields)
    _ = walker.enter("{")
    while walker.next() {
      let key = walker.key()
      let value = walker.value()
      if key.elementsEqual(wanted) { return value }
    }
    return UnsafeRawBufferPointer(start: nil, count: 0)
  }

  private static func escaped(_ name: String) -> [UInt8] { Array(Array(jsonKey: name).dropFirst().dropLast()) }
}
