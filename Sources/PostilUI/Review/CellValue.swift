import PostilCore
import PostilModel
import PostilScreen

/// The answer under the cursor whole: what differs from the others' marked, then what was noted and written about it.
struct CellValue: Sendable {
  /// A piece of text.
  private struct Piece: Sendable {
    var layout: TextLayout
    var role: Role
    var indent = 0
    /// Bytes that another text has and this one has not, and the other way round.
    var removed: [Range<Int>] = []
    var added: [Range<Int>] = []
    /// Whether a blank row comes before it.
    var isParted = false
  }

  /// What stands in the heading: `li · What does the writer feel?`.
  let title: String
  /// What it is held against, dim behind the heading; empty for nothing.
  private(set) var note = ""
  private var pieces: [Piece] = []

  /// Rows in all.
  var rows: Int { pieces.reduce(0) { $0 + $1.layout.count + ($1.isParted ? 1 : 0) } }

  /// The value at a row and a column of a task's answers.
  init(_ task: ReviewTask, _ matrix: AnswerMatrix, row: Int, column: Int, width: Int, now: Timestamp) {
    let width = max(8, min(width, DeskLayout.measure))
    let person = matrix.people.indices.contains(column) ? matrix.people[column] : nil
    let asked = matrix.rows.indices.contains(row) ? matrix.rows[row] : nil
    title = [person?.name, asked?.question.title].compactMap { $0 }.joined(separator: " · ")
    if let asked, let person {
      if let answer = column < asked.answers.count ? asked.answers[column] : nil {
        add(answer, asked, column: column, task: task, matrix: matrix, width: width)
      } else if person.annotation.state == .skipped {
        let reason = person.annotation.skipReason
        add(reason.isEmpty ? "skipped without a reason" : "skipped: " + reason, .textDim, width)
      } else {
        add("no answer", .textDim, width)
      }
      if !person.annotation.comment.isEmpty {
        add("Comment: " + person.annotation.comment, .text, width, isParted: true)
      }
    }
    if let asked { addGroups(asked, matrix, task: task, width: width) }
    addResolution(task, width: width, now: now)
    addGold(task, asked, width: width)
    addThread(task, width: width, now: now)
  }

  private mutating func add(
    _ text: String, _ role: Role, _ width: Int, indent: Int = 0, isParted: Bool = false
  ) {
    pieces.append(
      Piece(
        layout: TextLayout(text, width: max(4, width - indent)), role: role, indent: indent,
        isParted: isParted && !pieces.isEmpty))
  }

  // MARK: The answer

  private mutating func add(
    _ answer: JSONValue, _ asked: AnswerMatrix.Row, column: Int, task: ReviewTask, matrix: AnswerMatrix, width: Int
  ) {
    if let text = answer.string, asked.question.kind is TextQuestion {
      guard let reference = Self.reference(asked, column: column), let other = reference.text(asked), other != text
      else {
        return add(text, .text, width)
      }
      note = reference.place.map { "beside \(matrix.people[$0].name)'s" } ?? "beside the majority's"
      return add(MendedText(question: asked.question.name, before: other, after: text), width)
    }
    if asked.question.kind is EditQuestion, let after = answer.object?["after"]?.string,
      let before = task.subject(of: asked.question)?.value.string, before != after
    {
      note = "what was mended"
      add(asked.question.kind.summary(of: answer), .text, width)
      return add(MendedText(question: asked.question.name, before: before, after: after), width)
    }
    add(task.summary(of: answer, to: asked.question), .text, width)
  }

  private mutating func add(_ mended: MendedText, _ width: Int) {
    pieces.append(
      Piece(
        layout: TextLayout(mended.text, width: width), role: .text, removed: mended.removed, added: mended.added))
  }

  /// What a text is held against: the majority's, else that of the first other person who wrote one.
  private struct Reference {
    var place: Int?

    func text(_ asked: AnswerMatrix.Row) -> String? {
      guard let place else { return asked.majority?.string }
      return asked.answers[place]?.string
    }
  }

  private static func reference(_ asked: AnswerMatrix.Row, column: Int) -> Reference? {
    if asked.majority != nil { return Reference(place: nil) }
    guard let first = asked.answers.firstIndex(where: { $0 != nil }) else { return nil }
    // The first one's own text stands as it is: the others are held against it.
    return first == column ? nil : Reference(place: first)
  }

  // MARK: What else there is to know

  /// Of many answers, who said what.
  private mutating func addGroups(
    _ asked: AnswerMatrix.Row, _ matrix: AnswerMatrix, task: ReviewTask, width: Int
  ) {
    guard matrix.people.count > 3, asked.isDisputed else { return }
    for (place, group) in asked.groups.prefix(8).enumerated() {
      let names = group.places.map { matrix.people[$0].name }
      let shown = names.prefix(12).joined(separator: ", ") + (names.count > 12 ? " and \(names.count - 12) more" : "")
      let answer = TextWidth.truncate(task.summary(of: group.answer, to: asked.question), to: 40)
      add("\(group.count)  \(answer): \(shown)", .textDim, width, isParted: place == 0)
    }
  }

  /// The known answer, and why it is that.
  private mutating func addGold(_ task: ReviewTask, _ asked: AnswerMatrix.Row?, width: Int) {
    guard let gold = task.gold else { return }
    let known = asked.flatMap { row in
      gold.answers[row.question.name].map { "known answer: " + task.summary(of: $0, to: row.question) }
    }
    let origin = gold.isPromoted ? " (made gold by its final answer)" : ""
    add("Gold, " + (known ?? "no known answer to this question") + origin, .stateGold, width, isParted: true)
    if !gold.explanation.isEmpty { add(gold.explanation, .text, width, indent: 2) }
  }

  private mutating func addResolution(_ task: ReviewTask, width: Int, now: Timestamp) {
    guard let resolution = task.resolution else { return }
    var words = "Final answer: \(resolution.method.text)"
    if let taken = resolution.taken { words += ", \(taken)'s" }
    words += ", by \(resolution.by) \(RelativeTime.text(from: resolution.at, to: now))"
    if !resolution.errorType.isEmpty { words += " · \(resolution.errorType)" }
    add(words, .textDim, width, isParted: true)
  }

  private mutating func addThread(_ task: ReviewTask, width: Int, now: Timestamp) {
    for (place, message) in task.messages.enumerated() {
      // What is on its way to the project has no time yet.
      let when = message.at.milliseconds == 0 ? "just now" : RelativeTime.text(from: message.at, to: now)
      add("\(Self.head(message)), \(when)", .textDim, width, isParted: place == 0)
      if !message.text.isEmpty { add(message.text, .text, width, indent: 2) }
    }
  }

  /// Who wrote to whom.
  static func head(_ message: ThreadMessage) -> String {
    if message.kind == .unanswered { return "the question came back to \(message.to)" }
    let verb =
      switch message.kind {
      case .question: "asks"
      case .answer, .unanswered: "answers"
      case .sentBack: "sent it back to"
      case .reply: "replies to"
      }
    return "\(message.from) \(verb) \(message.to.isEmpty ? "somebody with the skill" : message.to)"
  }

  // MARK: Drawing

  /// Draws the rows from `top` on.
  func draw(in area: Rectangle, top: Int, _ painter: inout Painter) {
    let clip = painter.clip
    painter.clip = clip.intersection(area)
    var y = area.y - top
    for piece in pieces {
      if piece.isParted { y += 1 }
      guard y < area.bottom else { break }
      let removed = piece.removed.map { Highlight($0, style: painter.theme.overlay(.diffRemoved)) }
      let added = piece.added.map { Highlight($0, style: painter.theme.overlay(.diffAdded)) }
      let highlights = removed.isEmpty && added.isEmpty ? [] : Highlight.layered([removed, added])
      for line in 0..<piece.layout.count where (area.y..<area.bottom).contains(y + line) {
        painter.line(piece.layout, line, x: area.x + piece.indent, y: y + line, piece.role, highlights: highlights)
      }
      y += piece.layout.count
    }
    painter.clip = clip
  }
}
