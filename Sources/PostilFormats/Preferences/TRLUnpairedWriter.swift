import PostilModel

/// `trl-unpaired`: one response a line, `{"prompt", "completion", "label"}`, the label true for a good one.
struct TRLUnpairedWriter: ExampleFormat {
  static let purpose = ExampleSource.Purpose.verdict
  private let style: ExportPolicy.Style

  init(_ layout: ExportLayout) { style = layout.policy.style }

  func append(
    _ example: ExampleSource.Example, of task: borrowing TrainingTask, _ record: borrowing ExportedRecord,
    to out: inout [UInt8]
  ) -> String? {
    guard task.appendCompletion(example, style, to: &out) else { return TrainingTask.notPlain }
    out.append(literal: example.isGood ? ",\"label\":true}" : ",\"label\":false}")
    return nil
  }
}

extension TrainingTask {
  /// Appends `{"prompt": …, "completion": …` in a style; false when plain texts cannot say it.
  func appendCompletion(
    _ example: ExampleSource.Example, _ style: ExportPolicy.Style, to out: inout [UInt8]
  ) -> Bool {
    if style == .plain {
      guard let prompt = only(.user, in: example.prompt), let completion = only(.assistant, in: example.completion)
      else { return false }
      append("{\"prompt\":", prompt, ",", to: &out)
      append("\"completion\":", completion, "", to: &out)
      return true
    }
    out.append(literal: "{\"prompt\":")
    appendTurns(example.prompt, as: .chat, to: &out)
    out.append(literal: ",\"completion\":")
    appendTurns(example.completion, as: .chat, to: &out)
    return true
  }

  /// Appends `{"messages": [prompt and answer]`.
  func appendMessages(_ example: ExampleSource.Example, to out: inout [UInt8]) {
    out.append(literal: "{\"messages\":")
    appendTurns(example.prompt, example.completion, as: .chat, to: &out)
  }

  /// Whether one of the roles speaks in a prompt or an answer.
  func hasTurn(of role: ChatTurn.Role, in first: Range<Int>, _ second: Range<Int> = 0..<0) -> Bool {
    turns[first].contains { $0.role == role } || turns[second].contains { $0.role == role }
  }
}
