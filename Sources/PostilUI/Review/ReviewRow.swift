import PostilModel
import PostilScreen

/// One row of the review queue: cursor, number, sign, and why it stands there.
struct ReviewRow {
  let row: TaskStanding
  let isCursor: Bool
  let isFocused: Bool
  let digits: Int

  func draw(in area: Rectangle, painter: inout Painter) {
    let base =
      isCursor ? painter.style(isFocused ? .cursor : .cursorInactive, on: painter.theme[.text]) : painter.theme[.text]
    if isCursor {
      painter.fill(Rectangle(x: area.x + 1, y: area.y, width: area.width - 2, height: 1), base)
      painter.sign(.cursor, x: area.x + 2, y: area.y, .accent, on: base)
    }
    let numberEnd = area.x + 4 + digits
    painter.text(
      String(row.number), endingAt: numberEnd, y: area.y, columns: digits, isCursor ? .text : .textDim, on: base)
    let (sign, role) = Self.sign(row)
    painter.sign(sign, x: numberEnd + 1, y: area.y, role, on: base)
    if row.isGold { painter.sign(.gold, x: numberEnd + 2, y: area.y, .stateGold, on: base) }
    var x = numberEnd + 4
    for (text, role) in Self.words(row) where x < area.right - 4 {
      x += painter.text(text, x: x, y: area.y, columns: area.right - 2 - x, role, on: base) + 2
    }
    guard area.right - 2 - x >= 8 else { return }
    painter.text(row.preview, x: x, y: area.y, columns: area.right - 2 - x, .textDim, on: base)
  }

  static func sign(_ row: TaskStanding) -> (Sign, Role) {
    switch row.state {
    case .resolved: (.done, .stateDone)
    case .sentBack: (.sentBack, .stateSentback)
    case .unanimous where row.isChecked: (.chosen, .stateDone)
    case .waiting, .toSettle, .unanimous: (.open, .stateOpen)
    }
  }

  /// Why it stands where it does.
  static func words(_ row: TaskStanding) -> [(text: String, role: Role)] {
    var words: [(text: String, role: Role)] = []
    if row.goldMissed > 0 { words.append(("gold: \(row.goldMissed) missed", .disagree)) }
    words += row.reasons.map { ($0, .text) }
    if row.reasons.isEmpty {
      switch row.state {
      case .unanimous where row.answers > 1:
        words.append((row.isChecked ? "all agree, checked" : "all agree", .textDim))
      case .waiting: words.append((row.answers == 1 ? "1 answer" : "\(row.answers) answers", .textDim))
      default: break
      }
    }
    if row.flags > 0 { words.append(("unsure \(row.flags)", .stateFlagged)) }
    if row.tooFast > 0 { words.append(("fast \(row.tooFast)", .messageWarning)) }
    return words
  }

  /// How far the review is, in a word.
  static func state(_ row: TaskStanding) -> String {
    switch row.state {
    case .waiting: "waits for answers"
    case .toSettle: "to settle"
    case .unanimous: row.isChecked ? "all agree, checked" : "all agree"
    case .sentBack: "sent back"
    case .resolved: "settled"
    }
  }
}
