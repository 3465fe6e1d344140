import PostilModel
import PostilScreen

/// One candidate laid out for a width.
struct CandidateContent: Sendable {
  let width: Int
  private(set) var blocks = TextBlocks()

  /// Lays a candidate out; `firstText` is the number of its first text among those of all candidates.
  init(_ candidate: Candidate, width: Int, field: Int, firstText: Int) {
    self.width = width
    let all =
      candidate.turns.map { ChatFieldPane.blocks($0, top: 0, width: width, firstText: firstText) }
      ?? FencedText.blocks(candidate.text, top: 0, indent: 0, width: width, text: firstText)
    for var block in all {
      block.field = field
      blocks.append(block)
    }
  }

  /// Rows in all.
  var rows: Int { blocks.rows }
}
