import PostilModel

/// `trl-preference`: one pair a line, `{"prompt", "chosen", "rejected"}`, or without the prompt where it stands at the head
/// of both. What `trl`'s trainers for preferences and rewards take.
struct TRLPreferenceWriter: PairFormat {
  private let policy: ExportPolicy

  init(_ layout: ExportLayout) { policy = layout.policy }

  func append(
    _ pair: PreferenceSource.Pair, of task: borrowing TrainingTask, _ record: borrowing ExportedRecord,
    to out: inout [UInt8]
  ) -> String? {
    let chosen = task.responses[pair.chosen].turns
    let rejected = task.responses[pair.rejected].turns
    if policy.style == .plain {
      guard appendPlain(chosen, rejected, of: task, record, to: &out) else { return TrainingTask.notPlain }
    } else {
      appendConversation(chosen, rejected, of: task, to: &out)
    }
    if policy.hasMargin {
      out.append(literal: ",\"margin\":")
      out.append(decimal: pair.margin)
    }
    out.append(UInt8(ascii: "}"))
    return nil
  }

  private func appendConversation(
    _ chosen: Range<Int>, _ rejected: Range<Int>, of task: borrowing TrainingTask, to out: inout [UInt8]
  ) {
    let isImplicit = policy.shape == .implicit
    if isImplicit {
      out.append(literal: "{\"chosen\":")
    } else {
      out.append(literal: "{\"prompt\":")
      task.appendTurns(task.prompt, as: .chat, to: &out)
      out.append(literal: ",\"chosen\":")
    }
    let head = isImplicit ? task.prompt : 0..<0
    task.appendTurns(head, chosen, as: .chat, to: &out)
    out.append(literal: ",\"rejected\":")
    task.appendTurns(head, rejected, as: .chat, to: &out)
  }

  /// One question and one answer as bare texts; false when there is more. Without a prompt apart, the blanks
  /// with which they came part them, else a blank line.
  private func appendPlain(
    _ chosen: Range<Int>, _ rejected: Range<Int>, of task: borrowing TrainingTask, _ record: borrowing ExportedRecord,
    to out: inout [UInt8]
  ) -> Bool {
    guard let prompt = task.only(.user, in: task.prompt), let better = task.only(.assistant, in: chosen),
      let worse = task.only(.assistant, in: rejected)
    else { return false }
    let isImplicit = policy.shape == .implicit
    out.append(UInt8(ascii: "{"))
    if !isImplicit { task.append("\"prompt\":", prompt, ",", to: &out) }
    for (turn, key, end) in [(better, "\"chosen\":", ","), (worse, "\"rejected\":", "")]
      as [(TrainingTask.Turn, StaticString, StaticString)]
    {
      if isImplicit {
        task.append(key, prompt, nil, to: &out)
        Self.appendSeparator(record, to: &out)
        task.appendContent(turn, to: &out)
        out.append(UInt8(ascii: "\""))
        out.append(literal: end)
      } else {
        task.append(key, turn, end, to: &out)
      }
    }
    return true
  }

  private static func appendSeparator(_ record: borrowing ExportedRecord, to out: inout [UInt8]) {
    var walker = JSONWalker(record.metadata)
    _ = walker.enter("{")
    while walker.next() {
      let isWanted = walker.key().elementsEqual(TRLPreferenceShape.separatorKey.utf8)
      if let separator = walker.value().stringContent, isWanted { return out.append(contentsOf: separator) }
    }
    out.append(literal: #"\n\n"#)
  }
}
