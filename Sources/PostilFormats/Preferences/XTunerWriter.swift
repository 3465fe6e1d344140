import PostilModel

/// `xtuner`: a JSON array of demonstrations, `{"conversation": [{"system", "input", "output"}, {"input", "output"}, …]}`, the
/// format of XTuner's older versions. (Newer ones read `trl-sft --shape messages`, and `trl-preference` for pairs.)
struct XTunerWriter: ExampleFormat {
  static let isArray = true
  static let purpose = ExampleSource.Purpose.demonstration

  init(_ layout: ExportLayout) {}

  func append(
    _ example: ExampleSource.Example, of task: borrowing TrainingTask, _ record: borrowing ExportedRecord,
    to out: inout [UInt8]
  ) -> String? {
    var turns = Array(task.turns[example.prompt]) + task.turns[example.completion]
    out.append(literal: "{\"conversation\":[{\"system\":\"")
    if turns.first?.role == .system { task.appendContent(turns.removeFirst(), to: &out) }
    out.append(literal: "\",")
    guard !turns.isEmpty, turns.count.isMultiple(of: 2) else { return Self.notInTurn }
    for (place, turn) in turns.enumerated() {
      let isInput = place.isMultiple(of: 2)
      guard turn.role == (isInput ? .user : .assistant) else { return Self.notInTurn }
      if isInput, place > 0 { out.append(literal: ",{") }
      if isInput {
        task.append("\"input\":", turn, ",", to: &out)
      } else {
        task.append("\"output\":", turn, "}", to: &out)
      }
    }
    out.append(literal: "]}")
    return nil
  }

  private static let notInTurn = "conversation in which user and assistant do not take turns, which xtuner cannot say"
}
