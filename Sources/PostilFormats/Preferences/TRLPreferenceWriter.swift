import PostilModel

/// `trl-preference`: one pair a line, `{"prompt", "chosen", "rejected"}`, or without the prompt where it stands at the head
/// of both. What `trl`'s trainers for preferences and rewards take.
struct TRLPreferenceWriter: RecordWriter {
  private var source: PreferenceSource
  private let policy: ExportPolicy

  init(_ layout: ExportLayout) {
    source = PreferenceSource(layout)
    policy = layout.policy
  }

  mutating func write(_ record: borrowing ExportedRecord, into out: inout [UInt8], tally: inout ExportTally) {
    source.read(record, tally: &tally)
    for pair in source.pairs {
      let chosen = source.task.responses[pair.chosen].turns
      let rejected = source.task.responses[pair.rejected].turns
      if policy.style == .plain {
        guard appendPlain(chosen, rejected, to: &out) else {
          tally.leaveOut("conversation of several turns, which plain text cannot say")
          continue
        }
      } else {
        appendConversation(chosen, rejected, to: &out)
      }
      if policy.hasMargin {
        out.append(literal: ",\"margin\":")
        out.append(decimal: pair.margin)
      }
      out.append(literal: "}\n")
      tally.written += 1
    }
  }

  private func appendConversation(_ chosen: Range<Int>, _ rejected: Range<Int>, to out: inout [UInt8]) {
    let task = source.task
    let prompt = task.prompt
    let isImplicit = policy.shape == .implicit
    if isImplicit {
      out.append(literal: "{\"chosen\":")
    } else {
      out.append(literal: "{\"prompt\":")
      task.appendTurns(prompt, as: .chat, to: &out)
      out.append(literal: ",\"chosen\":")
    }
    let head = isImplicit ? prompt : 0..<0
    task.appendTurns(head, chosen, as: .chat, to: &out)
    out.append(literal: ",\"rejected\":")
    task.appendTurns(head, rejected, as: .chat, to: &out)
  }

  /// One question and one answer as bare texts; false when there is more. Without a prompt apart, a blank line parts them.
  private func appendPlain(_ chosen: Range<Int>, _ rejected: Range<Int>, to out: inout [UInt8]) -> Bool {
    let task = source.task
    guard let prompt = task.only(.user, in: task.prompt), let better = task.only(.assistant, in: chosen),
      let worse = task.only(.assistant, in: rejected)
    else { return false }
    let isImplicit = policy.shape == .implicit
    out.append(literal: "{")
    if !isImplicit {
      out.append(literal: "\"prompt\":\"")
      task.appendContent(prompt, to: &out)
      out.append(literal: "\",")
    }
    out.append(literal: "\"chosen\":\"")
    for (turn, isLast) in [(better, false), (worse, true)] {
      if isImplicit {
        task.appendContent(prompt, to: &out)
        out.append(literal: #"\n\n"#)
      }
      task.appendContent(turn, to: &out)
      out.append(literal: "\"")
      if !isLast { out.append(literal: ",\"rejected\":\"") }
    }
    return true
  }
}
