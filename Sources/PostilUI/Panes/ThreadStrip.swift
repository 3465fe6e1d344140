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
    var at: Timestamp?
    /// What was written, and the same in fewer words.
    var words: String
    var brief: String
  }

  /// The newest message, and what stands on one line before it: a question that was answered.
  private let part: Part?
  private let asides: [Part]
  /// The newest message's words below its head, and all of it in one piece for where there is little room.
  private let text: TextLayout?
  private let flow: TextLayout?

  init(_ session: Session, width: Int) {
    var parts = session.thread.map { message in
      Part(
        sign: Self.sign(message), head: Self.head(message, session), at: message.at,
        words: Self.words(of: message, session), brief: Self.brief(message, session))
    }
    if parts.isEmpty, session.missesKnownAnswer, let words = session.verdictWords?.words {
      let sentence = words.prefix(1).uppercased() + words.dropFirst()
      parts = [Part(sign: .answered, head: "Not quite", words: sentence, brief: sentence)]
    }
    let columns = max(8, min(width - 6, DeskLayout.measure))
    part = parts.popLast()
    asides = parts
    text = part.flatMap { $0.words.isEmpty ? nil : TextLayout($0.words, width: columns) }
    flow = part.map { TextLayout($0.brief.isEmpty ? $0.head : $0.head + ": " + $0.brief, width: columns) }
  }

  var isEmpty: Bool { part == nil }

  /// The rows that it would like to have, with a blank one below.
  var rows: Int { part == nil ? 0 : asides.count + 1 + (text?.count ?? 0) + 1 }

  /// The rows that it gets of so many: what the others leave, a third at least, and all that it wants if that is less.
  ///
  /// - Parameter others: the rows that the questions below it would like to have.
  func rows(of height: Int, sharedWith others: Int = .max) -> Int {
    let offered = max(3, height / 3, height - min(others, height))
    if offered >= rows { return rows }
    return min(offered, asidesShown(in: offered) + (flow?.count ?? 0) + 1)
  }

  /// Where there is little room, the newest message comes first: two lines of it at least.
  private func asidesShown(in rows: Int) -> Int { max(0, min(asides.count, rows - 1 - min(2, flow?.count ?? 0))) }

  /// Draws as much of it as there is room for; what is cut ends in a sign, and says where the rest is.
  func draw(in area: Rectangle, more: String, painter: inout Painter) {
    guard let part, area.height > 1 else { return }
    let isWhole = area.height >= rows
    var y = area.y
    for aside in isWhole ? asides[...] : asides.prefix(asidesShown(in: area.height)) {
      let x = head(aside, x: area.x, y: y, right: area.right, &painter)
      painter.text(": " + aside.brief, x: x, y: y, columns: area.right - x - 3, .textDim)
      y += 1
    }
    guard !isWhole, let flow else {
      let x = head(part, x: area.x, y: y, right: area.right, &painter)
      if let at = part.at {
        let when = " · " + RelativeTime.text(from: at, to: painter.now)
        if area.right - x > when.utf8.count { painter.text(when, x: x, y: y, .textDim) }
      }
      for line in 0..<(text?.count ?? 0) {
        if let text { painter.line(text, line, x: area.x + 4, y: y + 1 + line) }
      }
      return
    }
    let shown = min(flow.count, area.bottom - 1 - y)
    for line in 0..<max(0, shown) { painter.line(flow, line, x: area.x + 4, y: y + line) }
    _ = head(part, x: area.x, y: y, right: area.right, &painter)
    guard shown < flow.count else { return }
    let words = " " + painter.alphabet.string(.ellipsis) + " " + more + " for all"
    painter.text(words, endingAt: area.right - 2, y: y + shown - 1, columns: 24, .key)
  }

  private func head(_ part: Part, x: Int, y: Int, right: Int, _ painter: inout Painter) -> Int {
    painter.sign(part.sign, x: x + 2, y: y, .stateSentback)
    return x + 4 + painter.text(part.head, x: x + 4, y: y, columns: right - x - 6, .title)
  }

  private static func sign(_ message: ThreadMessage) -> Sign {
    switch message.kind {
    case .sentBack: .sentBack
    case .answer, .reply: .answered
    case .question, .unanswered: .flagged
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
    case .unanswered: return "Your question came back"
    case .reply: return isOwn ? "You replied" : isNamed ? "\(message.from) replies" : "The reply"
    }
  }

  /// The same on one line, without the titles of the questions.
  private static func brief(_ message: ThreadMessage, _ session: Session) -> String {
    let answers = message.kind == .answer ? answers(of: message, session).map(\.words) : []
    let text = message.text.split(separator: "\n", omittingEmptySubsequences: true).joined(separator: " ")
    return [answers.joined(separator: ", "), text].filter { !$0.isEmpty }.joined(separator: ". ")
  }

  /// What was answered to the questions.
  private static func answers(
    of message: ThreadMessage, _ session: Session
  ) -> [(title: String, words: String)] {
    session.project.questions.compactMap { question in
      guard let answer = message.answers[question.name] else { return nil }
      let about = session.subject(of: question)
      let summary = question.kind.summary(of: answer) { id in about?.place(of: id).map(String.init) ?? id }
      return (question.title, summary)
    }
  }

  /// What was written, and what was answered to the questions.
  static func words(of message: ThreadMessage, _ session: Session) -> String {
    guard message.kind == .answer else { return message.text }
    var lines = answers(of: message, session).map { "\($0.title) \($0.words)" }
    if !message.text.isEmpty { lines.append(message.text) }
    return lines.joined(separator: "\n")
  }
}
