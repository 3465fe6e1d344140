import PostilModel

/// `hh-rlhf`: one pair a line, `{"chosen", "rejected"}`, each the whole dialogue as one text in which `\n\nHuman: ` and
/// `\n\nAssistant: ` stand before the turns.
struct HHRLHFWriter: RecordWriter {
  private var source: PreferenceSource

  init(_ layout: ExportLayout) { source = PreferenceSource(layout) }

  mutating func write(_ record: borrowing ExportedRecord, into out: inout [UInt8], tally: inout ExportTally) {
    source.read(record, tally: &tally)
    guard !source.pairs.isEmpty else { return }
    let task = source.task
    if let problem = Self.problem(task, task.prompt) {
      for _ in source.pairs { tally.leaveOut(problem) }
      return
    }
    for pair in source.pairs {
      let chosen = task.responses[pair.chosen].turns
      let rejected = task.responses[pair.rejected].turns
      if let problem = Self.problem(task, chosen) ?? Self.problem(task, rejected) {
        tally.leaveOut(problem)
        continue
      }
      out.append(literal: "{\"chosen\":\"")
      append(task, task.prompt, to: &out)
      append(task, chosen, to: &out)
      out.append(literal: "\",\"rejected\":\"")
      append(task, task.prompt, to: &out)
      append(task, rejected, to: &out)
      out.append(literal: "\"}\n")
      tally.written += 1
    }
  }

  private func append(_ task: TrainingTask, _ range: Range<Int>, to out: inout [UInt8]) {
    for turn in task.turns[range] {
      if turn.role == .user {
        out.append(literal: #"\n\nHuman: "#)
      } else {
        out.append(literal: #"\n\nAssistant: "#)
      }
      task.appendContent(turn, to: &out)
    }
  }

  /// Why turns cannot stand in such a text: it knows two voices, and a marker in the words of one would be read as a turn.
  private static func problem(_ task: TrainingTask, _ range: Range<Int>) -> String? {
    for turn in task.turns[range] {
      if turn.role == .system { return "system turn, which hh-rlhf cannot say" }
      if turn.role == .tool { return "tool turn, which hh-rlhf cannot say" }
      if hasMarker(task.text[turn.content]) { return "text with a role marker of hh-rlhf in it" }
    }
    return nil
  }

  /// Whether an escaped text holds two line ends and then `Human:` or `Assistant:`.
  static func hasMarker(_ text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBytes { bytes in
      var at = 0
      while let colon = bytes[at...].firstIndex(of: UInt8(ascii: ":")) {
        at = colon + 1
        let before = UnsafeRawBufferPointer(rebasing: bytes[..<colon])
        for marker in [#"\n\nHuman"#, #"\n\nAssistant"#] as [StaticString] {
          guard before.count >= marker.utf8CodeUnitCount else { continue }
          let start = before.count - marker.utf8CodeUnitCount
          guard UnsafeRawBufferPointer(rebasing: before[start...]).equals(marker) else { continue }
          // The first backslash must not be escaped itself.
          var backslashes = 0
          while start - backslashes > 0, before[start - backslashes - 1] == UInt8(ascii: "\\") { backslashes += 1 }
          if backslashes.isMultiple(of: 2) { return true }
        }
      }
      return false
    }
  }
}
