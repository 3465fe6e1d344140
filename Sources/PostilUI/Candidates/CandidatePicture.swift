import PostilCore
import PostilModel

/// All that the picture of one candidate depends on, beside the frame. While it is the same, the cell is not drawn again.
struct CandidatePicture: Sendable, Equatable {
  let task: Int
  let field: String
  let place: Int
  let top: Int
  let isCursor: Bool
  /// Its rank, or its side and the verdict, in words.
  let rank: String
  /// Whether it is chosen to be compared.
  let isChosen: Bool
  /// Its length in words: all that are on the screen say it in the same form.
  var length = ""
  /// The two that are compared.
  let pair: [Int]
  /// What is known of it, once it may be told.
  let metadata: String
  let search: Search?
}
