import PostilModel

/// The text of a conversation in hh-rlhf: `\n\nHuman: …\n\nAssistant: …`.
enum HHTranscript {
  private static let markers = [
    (role: "Human", text: Array("\n\nHuman:".utf8)), (role: "Assistant", text: Array("\n\nAssistant:".utf8)),
  ]

  /// The turns of a text; nil when it does not begin with one. A marker always begins a turn, also where an answer quotes
  /// one: the format cannot tell.
  static func turns(of text: String) -> [SourceTurn]? {
    let bytes = Array(text.utf8)
    var turns: [SourceTurn] = []
    var start = 0
    var isHuman = true
    func close(_ end: Int) {
      let from = start < end && bytes[start] == 0x20 ? start + 1 : start
      turns.append(SourceTurn(isHuman ? .user : .assistant, String(decoding: bytes[from..<end], as: UTF8.self)))
    }
    var at = 0
    var hasBegun = false
    while at < bytes.count {
      guard bytes[at] == 0x0A, let marker = markers.firstIndex(where: { begins(bytes, at, $0.text) }) else {
        if !hasBegun { return nil }
        at += 1
        continue
      }
      if hasBegun { close(at) }
      hasBegun = true
      isHuman = marker == 0
      at += markers[marker].text.count
      start = at
    }
    if hasBegun { close(bytes.count) }
    return hasBegun ? turns : nil
  }

  /// The text of turns. Those of neither side have no place in this format.
  static func text(of turns: [(isHuman: Bool, content: String)]) -> String {
    turns.map { ($0.isHuman ? "\n\nHuman: " : "\n\nAssistant: ") + $0.content }.joined()
  }

  /// Whether the text is made again, to the byte, of its turns.
  static func isExact(_ turns: [SourceTurn], _ text: String) -> Bool {
    Self.text(of: turns.map { ($0.role == .user, $0.content) }).utf8.elementsEqual(text.utf8)
  }

  private static func begins(_ bytes: [UInt8], _ at: Int, _ marker: [UInt8]) -> Bool {
    at + marker.count <= bytes.count && bytes[at..<(at + marker.count)].elementsEqual(marker)
  }
}
