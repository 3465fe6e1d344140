import PostilCore
import PostilModel
import PostilScreen

/// The top line: where am I, how far, how fast, is it saved.
struct StatusLine {
  let session: Session
  let mode: DeskLayout.Mode
  let focused: Pane

  func draw(in area: Rectangle, painter: inout Painter) {
    let right = drawSaving(in: area, &painter)
    // The folded queue and what is left want their room too.
    let room = max(8, min(area.width * 2 / 5, right - area.x - (session.work == nil ? 22 : 35)))
    let name = DeskName(project: session.project.name, person: [session.annotator])
      .text(columns: room, ellipsis: painter.alphabet.string(.ellipsis))
    let nameEnd = area.x + 2 + painter.text(name, x: area.x + 2, y: area.y, columns: room, .status)
    var x = max(nameEnd + 3, mode == .columns ? area.width * 26 / 100 + 1 : 0)
    if mode != .columns { x = drawPlace(x: x, right: right, y: area.y, &painter) }
    drawProgress(x: x, right: right - 2, y: area.y, &painter)
  }

  /// Where the work is, at the right. Returns the column where it begins.
  private func drawSaving(in area: Rectangle, _ painter: inout Painter) -> Int {
    let words: String
    let role: Role
    switch session.saving {
    case .saved where session.readOnlyReason != nil: (words, role) = ("read only", .statusWaiting)
    case .saved(let number): (words, role) = (saved(number, isWide: area.width >= 100), .statusSaved)
    case .saving: (words, role) = ("saving" + painter.alphabet.string(.ellipsis), .statusWaiting)
    case .waiting(let count, let reason):
      (words, role) = ("\(count) \(count == 1 ? "save waits" : "saves wait"): \(reason)", .statusWaiting)
    case .unsafe(let reason): (words, role) = (" NOT SAVED: \(reason) ", .statusFailed)
    }
    return painter.text(words, endingAt: area.right - 2, y: area.y, columns: area.width / 2, role)
  }

  /// `saved #312`, and that a draft is kept where there is one.
  private func saved(_ number: Int, isWide: Bool) -> String {
    let saved = number == 0 ? "nothing saved yet" : "saved #\(number)"
    guard session.current?.draft != nil else { return saved }
    return isWide && number > 0 ? "draft kept · " + saved : "draft kept"
  }

  /// The folded queue: `◂ 313/800 ▸`.
  private func drawPlace(x: Int, right: Int, y: Int, _ painter: inout Painter) -> Int {
    let queue = session.queue
    let place = min(queue.cursor + 1, queue.count)
    let words = queue.count == 0 ? "0/0" : "\(place)/\(queue.count)" + (queue.isComplete ? "" : "+")
    guard right - x >= words.utf8.count + 6 else { return x }
    let role: Role = focused == .queue ? .titleFocused : .textDim
    painter.sign(.moreLeft, x: x, y: y, role)
    painter.text(words, x: x + 2, y: y, role)
    painter.sign(.moreRight, x: x + 3 + words.utf8.count, y: y, role)
    painter.target(Rectangle(x: x, y: y, width: 2, height: 1), .command(.previousTask))
    painter.target(Rectangle(x: x + 2 + words.utf8.count, y: y, width: 2, height: 1), .command(.nextTask))
    let end = x + words.utf8.count + 4
    let back = waitingOnTop
    guard back > 0, right - end >= 8 else { return end + 3 }
    painter.sign(.sentBack, x: end + 1, y: y, .stateSentback)
    let count = painter.text(String(back), x: end + 2, y: y, columns: 3, .stateSentback)
    painter.target(
      Rectangle(x: end + 1, y: y, width: 1 + count, height: 1),
      .command(session.sentBack.contains { $0 != session.current?.number } ? .nextReturned : .nextOpen))
    return end + count + 5
  }

  /// Tasks that came back, and answers that were not looked at, but for the one before the eyes: where the queue is folded
  /// nothing else tells of them.
  private var waitingOnTop: Int {
    (session.sentBack + (session.work?.unread ?? [])).count { $0 != session.current?.number }
  }

  /// The bar, done of total, the pace and the time left, as much of it as there is room for.
  private func drawProgress(x: Int, right: Int, y: Int, _ painter: inout Painter) {
    let progress = session.progress
    let counts = counts(progress)
    let count = counts.first { TextWidth.columns(of: $0) <= right - x } ?? ""
    let whole = session.work == nil ? progress.total : progress.submitted + (progress.left ?? session.openCount)
    var pieces: [(text: String, role: Role)] = [(count, .text)]
    var room = right - x - TextWidth.columns(of: count)
    // Where nothing is left a bar tells nothing.
    let bar = whole == progress.submitted && session.work != nil ? 0 : Self.bar(room)
    room -= bar == 0 ? 0 : bar + 2
    if let perHour = session.pace.perHour {
      let pace = "\(Int(perHour.rounded()))/h"
      if room >= pace.utf8.count + 3 {
        pieces.append((pace, .textDim))
        room -= pace.utf8.count + 3
      }
      if let hours = session.hoursLeft {
        let left = RelativeTime.left(hours: hours)
        if room >= left.utf8.count + 3 { pieces.append((left, .textDim)) }
      }
    }
    var x = x
    if bar > 0 {
      painter.bar(x: x, y: y, columns: bar, done: progress.submitted, of: whole)
      x += bar + 2
    }
    for piece in pieces { x += painter.text(piece.text, x: x, y: y, piece.role) + 3 }
  }

  private static func bar(_ room: Int) -> Int { room >= 42 ? 24 : room >= 30 ? 16 : room >= 10 ? 8 : 0 }

  /// `312 of 800`; where tasks are handed out `312 done, 488 answers left`: what this annotator has done, and how many
  /// answers are still wanted of anybody. From its longest form to its shortest.
  private func counts(_ progress: Progress) -> [String] {
    let submitted = NumberText.grouped(progress.submitted)
    guard session.work != nil else {
      return ["\(submitted) of \(NumberText.grouped(progress.total))", "\(progress.submitted)/\(progress.total)"]
    }
    let done = submitted + " done"
    guard let left = progress.left else { return [done] }
    guard left > 0 else {
      let back = session.sentBack.count
      let words = back == 0 ? "nothing left" : "\(back) sent back"
      return [done + ", " + words, words, done]
    }
    let number = NumberText.grouped(left)
    let answers = number + (left == 1 ? " answer left" : " answers left")
    return ["\(done), \(answers)", answers, number + " left", done]
  }
}
