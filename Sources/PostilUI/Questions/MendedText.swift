import PostilCore
import PostilModel
import PostilScreen

/// A mended text beside what it was: the words that went and those that came in one text, and how far the two are apart.
struct MendedText: Sendable {
  /// More of what stays than this is shortened to its ends, in bytes.
  private static let longestSame = 240
  private static let shownEnd = 80

  let question: String
  let before: String
  let after: String
  /// Edit distance in characters.
  let distance: Int
  /// Both texts in one, without the long stretches that are the same.
  private(set) var text = ""
  /// The bytes of `text` that went, and those that came.
  private(set) var removed: [Range<Int>] = []
  private(set) var added: [Range<Int>] = []

  init(question: String, before: String, after: String) {
    self.question = question
    self.before = before
    self.after = after
    distance = EditDistance.characters(before, after)
    let diff = WordDiff(from: before, to: after)
    let (old, new) = (Array(before.utf8), Array(after.utf8))
    var bytes: [UInt8] = []
    for (index, piece) in diff.pieces.enumerated() {
      let start = bytes.count
      switch piece {
      case .same(_, let range):
        bytes += Self.shortened(new[range], isFirst: index == 0, isLast: index == diff.pieces.count - 1)
      case .removed(let range):
        bytes += old[range]
        removed.append(start..<bytes.count)
      case .added(let range):
        bytes += new[range]
        added.append(start..<bytes.count)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// The two ends of a long stretch, cut at blanks where there are some.
  private static func shortened(_ bytes: ArraySlice<UInt8>, isFirst: Bool, isLast: Bool) -> ArraySlice<UInt8> {
    guard bytes.count > longestSame else { return bytes }
    let head = isFirst ? bytes.prefix(0) : bytes[..<cut(bytes, near: bytes.startIndex + shownEnd)]
    let tail = isLast ? bytes.suffix(0) : bytes[cut(bytes, near: bytes.endIndex - shownEnd)...]
    return head + Array("…".utf8) + tail
  }

  /// The start of a character at or before a place; behind a blank if one is near.
  private static func cut(_ bytes: ArraySlice<UInt8>, near place: Int) -> Int {
    if let blank = bytes[(place - 16)..<place].lastIndex(of: 0x20) { return blank + 1 }
    var place = place
    while bytes[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }
}

extension Desk {
  /// Works out what was mended in the current task, once for each change: not while it is being written.
  mutating func followMended(_ session: Session) {
    guard let question = session.questions.first(where: { $0.kind is EditQuestion }),
      let answer = session.current?.answers[question.name], EditQuestion.verdict(of: answer) == .mend,
      let after = answer.object?["after"]?.string, let before = session.subject(of: question)?.value.string
    else {
      cache.mended = nil
      return
    }
    guard writing?.question != question.name else { return }
    if let known = cache.mended, known.question == question.name, known.after == after, known.before == before {
      return
    }
    cache.mended = MendedText(question: question.name, before: before, after: after)
  }
}
