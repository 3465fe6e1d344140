import PostilCore
import PostilModel
import PostilScreen

/// What was written about the task and wants to be seen without a key: the comment with which it came back, a question
/// and its answer.
struct ThreadStrip {
  /// A message: who and when, then what.
  private struct Part {
    var sign: Sign
    var head: String
    var at: Timestamp
    var text: TextLayout?
    /// A question that was answered stands on one line.
    var aside = ""
  }

  private let parts: [Part]

  init(_ session: Session, width: Int) {
    let thread = session.thread
    parts = thread.enumerated().map { place, message in
      let words = Self.words(of: message, session)
      var part = Part(sign: Self.sign(message), head: Self.head(message, session), at: message.at)
      if place < thread.count - 1 {
        part.aside = words
      } else if !words.isEmpty {
        part.text = TextLayout(words, width: max(8, min(width - 6, DeskLayout.measure)))
      }
      return part
    }
  }

  var isEmpty: Bool { parts.isEmpty }

  /// The rows that it would like to have, with a blank one below.
  var rows: Int { parts.isEmpty ? 0 : parts.reduce(1) { $0 + 1 + ($1.text?.count ?? 0) } }

  /// The rows that it gets of so many: a third, and all that it wants if that is less.
  func rows(of height: Int) -> Int { min(rows, max(3, height / 3)) }

  /// Draws as much of it as there is room for; what is cut ends in a sign, and says where the rest is.
  func draw(in area: Rectangle, more: String, painter: inout Painter) {
    let bottom = area.bottom - 1
    var y = area.y
    for (place, part) in parts.enumerated() where y < bottom {
      painter.sign(part.sign, x: area.x + 2, y: y, .stateSentback)
      let x = area.x + 4 + painter.text(part.head, x: area.x + 4, y: y, columns: area.width - 6, .title)
      guard part.aside.isEmpty else {
        painter.text(": " + part.aside, x: x, y: y, columns: area.right - x - 3, .textDim)
        y += 1
        continue
      }
      let when = " · " + RelativeTime.text(from: part.at, to: painter.now)
      if area.right - x > when.utf8.count { painter.text(when, x: x, y: y, .textDim) }
      y += 1
      guard let text = part.text else { continue }
      let shown = min(text.count, bottom - y - (parts.count - place - 1))
      for line in 0..<max(0, shown) { painter.line(text, line, x: area.x + 4, y: y + line) }
      y += max(0, shown)
      if shown < text.count {
        painter.text(
          painter.alphabet.string(.ellipsis) + " " + more, endingAt: area.right - 2, y: y - 1, columns: 16, .key)
      }
    }
  }

  private static func sign(_ message: ThreadMessage) -> Sign {
    switch message.kind {
    case .sentBack: .sentBack
    case .answer, .reply: .answered
    case .question: .flagged
    }
  }

  /// Who wrote it; nobody by name where the project is blind.
  static func head(_ message: ThreadMessage, _ session: Session) -> String {
    let isOwn = message.from == session.annotator
    let isNamed = !session.project.isBlind && !message.from.isEmpty
    switch message.kind {
    case .sentBack: return isNamed ? "\(message.from) sends this back" : "This came back"
    case .question: return isOwn ? "You asked" : isNamed ? "\(message.from) asks" : "Somebody asks"
    case .answer: return isOwn ? "You answered" : isNamed ? "\(message.from) answers" : "The answer"
    case .reply: return isOwn ? "You replied" : isNamed ? "\(message.from) replies" : "The reply"
    }
  }

  /// What was written, and what was answered to the questions.
  static func words(of message: ThreadMessage, _ session: Session) -> String {
    guard message.kind == .answer else { return message.text }
    var lines: [String] = []
    for question in session.project.questions {
      guard let answer = message.answers[question.name] else { continue }
      let about = session.subject(of: question)
      let summary = question.kind.summary(of: answer) { id in about?.place(of: id).map(String.init) ?? id }
      lines.append("\(question.title) \(summary)")
    }
    if !message.text.isEmpty { lines.append(message.text) }
    return lines.joined(separator: "\n")
  }
}
