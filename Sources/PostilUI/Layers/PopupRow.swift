import PostilCore
import PostilModel
import PostilScreen

/// One row of a popup.
struct PopupRow: Sendable, Hashable {
  /// What choosing the row does.
  enum Choice: Sendable, Hashable {
    case command(Command)
    case theme(String)
    case order(QueueFilter.Order, isDescending: Bool)
    case heading(line: Int)
    case errorType(String)
  }

  /// How the row looks.
  enum Look: Sendable, Hashable { case heading, plain, dim, changed }

  /// The mark of what holds now.
  static let inForce = "in force"

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

  /// Whether it is marked as what holds now.
  var isInForce: Bool { keys == Self.inForce || detail == Self.inForce }

  /// The rows that have some words, with the heading above them and the words marked.
  static func narrowed(_ rows: [PopupRow], by filter: String) -> [PopupRow] {
    guard !filter.isEmpty else { return rows }
    let wanted = TextSearch(filter)
    var result: [PopupRow] = []
    var heading: PopupRow?
    for row in rows {
      if row.look == .heading { heading = row }
      var row = row
      row.matches = wanted.matches(in: row.text)
      let isHit =
        !row.matches.isEmpty || !wanted.matches(in: row.keys).isEmpty || !wanted.matches(in: row.detail).isEmpty
      guard isHit else { continue }
      if let first = heading, row.look != .heading { result.append(first) }
      heading = nil
      result.append(row)
    }
    return result
  }
}
