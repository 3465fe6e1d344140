import PostilModel

/// `sharegpt-dpo`: a JSON array of pairs, `{"conversations": prompt, "chosen": {"from": "gpt", "value": …}, "rejected": …}`.
struct ShareGPTDPOWriter: PairFormat {
  static let isArray = true

  init(_ layout: ExportLayout) {}

  func append(
    _ pair: PreferenceSource.Pair, of task: borrowing TrainingTask, _ record: borrowing ExportedRecord,
    to out: inout [UInt8]
  ) -> String? {
    guard let chosen = task.only(.assistant, in: task.responses[pair.chosen].turns),
      let rejected = task.only(.assistant, in: task.responses[pair.rejected].turns)
    else { return "response of several turns, which sharegpt-dpo cannot say" }
    out.append(literal: "{\"conversations\":")
    task.appendTurns(task.prompt, as: .shareGPT, to: &out)
    out.append(literal: ",\"chosen\":")
    task.appendTurn(chosen, as: .shareGPT, to: &out)
    out.append(literal: ",\"rejected\":")
    task.appendTurn(rejected, as: .shareGPT, to: &out)
    out.append(UInt8(ascii: "}"))
    return nil
  }
}
