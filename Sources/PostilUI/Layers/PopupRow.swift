import PostilCore
import PostilModel

/// One row of a popup.
struct PopupRow: Sendable, Hashable {
  /// What choosing the row does.
  enum Choice: Sendable, Hashable {
    case command(Command)
    case theme(String)
    case order(QueueFilter.Order, isDescending: Bool)
    case heading(line: Int)
  }

  /// How the row looks.
  enum Look: Sendable, Hashable { case heading, plain, dim, changed }

  /// Keys or a mark, in a column of their own.
  var keys = ""
  /// The words.
  var text = ""
  /// More words, dim, at the right or below where there is room.
  var detail = ""
  var look = Look.plain
  /// What choosing does; nil for rows that are only read.
  var choice: Choice?
  /// The bytes of `text` that the filter matched.
  var matches: [Range<Int>] = []
}
