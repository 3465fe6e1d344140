import PostilModel

/// `openai-dpo`: one pair a line, `{"input": {"messages", "tools", "parallel_tool_calls"}, "preferred_output",
/// "non_preferred_output"}`. Outputs are turns of the assistant only.
struct OpenAIDPOWriter: PairFormat {
  init(_ layout: ExportLayout) {}

  func append(
    _ pair: PreferenceSource.Pair, of task: borrowing TrainingTask, _ record: borrowing ExportedRecord,
    to out: inout [UInt8]
  ) -> String? {
    let chosen = task.responses[pair.chosen].turns
    let rejected = task.responses[pair.rejected].turns
    if task.hasTurn(of: .tool, in: task.prompt) { return OpenAISFTWriter.noToolCall }
    if task.hasTurn(of: .tool, in: chosen, rejected) { return OpenAISFTWriter.noToolCall }
    guard task.turns[chosen].allSatisfy({ $0.role == .assistant }),
      task.turns[rejected].allSatisfy({ $0.role == .assistant })
    else { return "response in which another than the assistant speaks, which openai-dpo cannot say" }
    out.append(literal: "{\"input\":{\"messages\":")
    task.appendTurns(task.prompt, as: .chat, to: &out)
    out.append(literal: ",\"tools\":[],\"parallel_tool_calls\":true},\"preferred_output\":")
    task.appendTurns(chosen, as: .chat, to: &out)
    out.append(literal: ",\"non_preferred_output\":")
    task.appendTurns(rejected, as: .chat, to: &out)
    out.append(UInt8(ascii: "}"))
    return nil
  }
}
