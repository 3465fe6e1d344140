import PostilModel

/// `hh-rlhf`: one pair a line, `{"chosen", "rejected"}`, each the whole dialogue as one text in which `\n\nHuman: ` and
/// `\n\nAssistant: ` stand before the turns. A text that came in as hh-rlhf and that its turns do not give back to the byte
/// is written as it was kept (see `HHShape`), an empty answer too: the format's own data has some.
struct HHRLHFWriter: PairFormat {
  static let takesOpenResponses = true

  init(_ layout: ExportLayout) {}

  func append(
    _ pair: PreferenceSource.Pair, of task: borrowing TrainingTask, _ record: borrowing ExportedRecord,
    to out: inout [UInt8]
  ) -> String? {
    var starts: (chosen: Int, rejected: Int) = (0, 0)
    for (key, place) in [("{\"chosen\":\"", pair.chosen), ("\",\"rejected\":\"", pair.rejected)]
      as [(StaticString, Int)]
    {
      if place == pair.rejected { starts.rejected = out.count }
      out.append(literal: key)
      if place == pair.chosen { starts.chosen = out.count }
      if let kept = Self.kept(task.responses[place], of: task, in: record.metadata) {
        out.append(contentsOf: kept)
        continue
      }
      for range in [task.prompt, task.responses[place].turns] {
        if let problem = Self.problem(task, range) { return problem }
        append(task, range, to: &out)
      }
    }
    let rejected = out[(starts.rejected + #"","rejected":""#.utf8.count)...]
    if out[starts.chosen..<starts.rejected].elementsEqual(rejected) { return TrainingTask.sameText }
    out.append(literal: "\"}")
    return nil
  }

  private func append(_ task: borrowing TrainingTask, _ range: Range<Int>, to out: inout [UInt8]) {
    for turn in task.turns[range] {
      if turn.role == .user {
        out.append(literal: #"\n\nHuman: "#)
      } else {
        out.append(literal: #"\n\nAssistant: "#)
      }
      task.appendContent(turn, to: &out)
    }
  }

  /// The text of a response that was kept as it came in.
  private static func kept(
    _ response: TrainingTask.Response, of task: borrowing TrainingTask, in metadata: UnsafeRawBufferPointer
  ) -> UnsafeRawBufferPointer? {
    var walker = JSONWalker(metadata)
    guard walker.enter("{") else { return nil }
    while walker.next() {
      let key = walker.key()
      guard key.elementsEqual(HHShape.sourceTexts.utf8), walker.enter("{") else {
        _ = walker.value()
        continue
      }
      while walker.next() {
        let id = walker.key()
        let text = walker.value()
        if id.elementsEqual(task.text[response.id]) { return text.stringContent }
      }
      return nil
    }
    return nil
  }

  /// Why turns cannot stand in such a text: it knows two voices, and a marker in the words of one would be read as a turn.
  private static func problem(_ task: borrowing TrainingTask, _ range: Range<Int>) -> String? {
    for turn in task.turns[range] {
      if turn.role == .system { return "system turn, which hh-rlhf cannot say" }
      if turn.role == .tool { return "tool turn, which hh-rlhf cannot say" }
      if hasMarker(task.text[turn.content]) { return "text with a role marker of hh-rlhf in it" }
    }
    return nil
  }

  /// Whether an escaped text holds two line ends and then `Human:` or `Assistant:`.
  private static func hasMarker(_ text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBytes { bytes in
      var at = 0
      while let colon = bytes[at...].firstIndex(of: UInt8(ascii: ":")) {
        at = colon + 1
        let before = UnsafeRawBufferPointer(rebasing: bytes[..<colon])
        if before.endsInMarker(#"\n\nHuman"#) || before.endsInMarker(#"\n\nAssistant"#) { return true }
      }
      return false
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether an escaped text ends so, and the marker's first backslash is not escaped itself.
  fileprivate func endsInMarker(_ marker: StaticString) -> Bool {
    let start = count - marker.utf8CodeUnitCount
    guard start >= 0, UnsafeRawBufferPointer(rebasing: self[start...]).equals(marker) else { return false }
    var backslashes = 0
    while start - backslashes > 0, self[start - backslashes - 1] == UInt8(ascii: "\\") { backslashes += 1 }
    return backslashes.isMultiple(of: 2)
  }
}
