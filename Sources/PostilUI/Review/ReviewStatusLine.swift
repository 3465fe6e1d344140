import PostilCore
import PostilModel
import PostilScreen

/// The top line of the review desk: where am I, how far people agree, how much there is to settle, is it saved.
struct ReviewStatusLine {
  let session: ReviewSession
  let mode: DeskLayout.Mode
  let isQueueFocused: Bool

  func draw(in area: Rectangle, painter: inout Painter) {
    let right = drawSaving(in: area, &painter)
    let room = max(8, min(area.width * 2 / 5, right - area.x - 22))
    let person = forms + [session.reviewer]
    let name = DeskName(project: session.project.name, person: person)
      .text(columns: room, ellipsis: painter.alphabet.string(.ellipsis))
    var x = area.x + 2 + painter.text(name, x: area.x + 2, y: area.y, columns: room, .status) + 3
    if mode != .columns { x = drawPlace(x: x, right: right, y: area.y, &painter) }
    for piece in pieces(painter.alphabet == .ascii ? "alpha" : "α") {
      // The first form that fits; what has none that does is left out.
      guard let words = piece.first(where: { TextWidth.columns(of: $0) <= right - 3 - x }) else { continue }
      x += painter.text(words, x: x, y: area.y, columns: right - 3 - x, .textDim) + 3
    }
  }

  /// Who reviews, and as what. Where the roster has no lead, everybody may do all.
  private var forms: [String] {
    guard session.roster.hasLead else {
      return ["\(session.reviewer) (nobody leads)", "\(session.reviewer) (no lead)"]
    }
    return ["\(session.role == .reviewer ? "reviewer" : "lead"): \(session.reviewer)"]
  }

  /// What there is to tell, each from its longest form to its shortest.
  private func pieces(_ alpha: String) -> [[String]] {
    var pieces: [[String]] = []
    // A count of what is half measured would be wrong.
    if let totals = session.totals, !session.isMeasuring {
      let count = NumberText.grouped(totals.toSettle)
      pieces.append(["\(count) to settle", "\(count) left"])
    }
    switch session.agreement {
    case .alpha(let found, let interval, let count, let question)?:
      let value = NumberText.decimal(found, places: 2)
      let bounds = interval.map {
        " [\(NumberText.decimal($0.lowerBound, places: 2)), \(NumberText.decimal($0.upperBound, places: 2))]"
      }
      let full = "\(alpha) \(value)\(bounds ?? "")  n \(NumberText.grouped(count))"
      let named = question.map { "agreement on \($0) " } ?? "agreement "
      pieces.insert([named + full, full], at: 0)
    case .undefined(let reason, let question)?:
      pieces.insert(["agreement\(question.map { " on " + $0 } ?? ""): " + reason], at: 0)
    case nil: break
    }
    return pieces
  }

  /// Where the work is, at the right. Returns the column where it begins.
  private func drawSaving(in area: Rectangle, _ painter: inout Painter) -> Int {
    let words: String
    let role: Role
    if session.readOnlyReason != nil {
      (words, role) = ("read only", .statusWaiting)
    } else if session.savesUnderWay > 0 {
      (words, role) = ("saving" + painter.alphabet.string(.ellipsis), .statusWaiting)
    } else if let reason = session.lastFailure {
      (words, role) = (" NOT SAVED: \(reason) ", .statusFailed)
    } else if let totals = session.totals {
      (words, role) = (totals.lastEvent == 0 ? "nothing saved yet" : "saved #\(totals.lastEvent)", .statusSaved)
    } else {
      (words, role) = ("", .status)
    }
    return painter.text(words, endingAt: area.right - 2, y: area.y, columns: area.width / 2, role)
  }

  /// The folded queue: `◂ 3/41 ▸`.
  private func drawPlace(x: Int, right: Int, y: Int, _ painter: inout Painter) -> Int {
    let queue = session.queue
    let words = queue.count == 0 ? "0/0" : "\(queue.cursor + 1)/\(queue.count)" + (queue.isComplete ? "" : "+")
    guard right - x >= words.utf8.count + 6 else { return x }
    let role: Role = isQueueFocused ? .titleFocused : .textDim
    painter.sign(.moreLeft, x: x, y: y, role)
    painter.text(words, x: x + 2, y: y, role)
    painter.sign(.moreRight, x: x + 3 + words.utf8.count, y: y, role)
    painter.target(Rectangle(x: x, y: y, width: 2, height: 1), .command(.previousTask))
    painter.target(Rectangle(x: x + 2 + words.utf8.count, y: y, width: 2, height: 1), .command(.nextTask))
    return x + words.utf8.count + 7
  }
}
