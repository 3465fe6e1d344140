import PostilCore
import PostilModel
import PostilScreen

/// One line of the answers side by side.
struct MatrixLine: Sendable {
  /// What one person has there.
  struct Cell: Sendable {
    var text = ""
    var role = Role.text
  }

  var title = ""
  var cells: [Cell] = []
  /// What stands in the last column: the majority's, or the final answer.
  var last = Cell()
  /// The question's place among the rows; nil for what is measured.
  var row: Int?

  /// All lines: the questions, then how long each took and what they noted.
  static func lines(_ matrix: AnswerMatrix, task: ReviewTask) -> [MatrixLine] {
    var lines: [MatrixLine] = []
    for (place, row) in matrix.rows.enumerated() {
      lines +=
        row.distances.contains { $0 != nil } || row.question.kind is RankingQuestion
        ? orders(row, place: place, task: task) : [answers(row, place: place, matrix: matrix, task: task)]
      if let known = known(row, place: place, task: task) { lines.append(known) }
    }
    return lines + notes(matrix)
  }

  // MARK: Questions

  private static func answers(
    _ row: AnswerMatrix.Row, place: Int, matrix: AnswerMatrix, task: ReviewTask
  ) -> MatrixLine {
    var line = MatrixLine(title: row.question.name, row: place)
    line.cells = zip(row.answers, matrix.people).enumerated().map { column, pair in
      guard let answer = pair.0 else { return Cell(text: pair.1.hasAnswered ? "" : "skipped", role: .textDim) }
      return Cell(text: task.summary(of: answer, to: row.question), role: role(of: column, in: row))
    }
    line.last = last(row, task: task) { task.summary(of: $0, to: row.question) }
    let given = row.groups.reduce(0) { $0 + $1.count }
    if task.resolution == nil, row.majority != nil, given > 3, let most = row.groups.first {
      line.last.text += " \(most.count) of \(given)"
    }
    return line
  }

  /// Where people differ, who is not of the majority stands out; without one, everybody does.
  private static func role(of column: Int, in row: AnswerMatrix.Row) -> Role {
    guard row.isDisputed else { return .text }
    return row.majority != nil && row.isCommon(column) ? .agree : .disagree
  }

  private static func last(_ row: AnswerMatrix.Row, task: ReviewTask, words: (JSONValue) -> String) -> Cell {
    if let resolution = task.resolution {
      return resolution.answers[row.question.name].map { Cell(text: words($0), role: .textStrong) }
        ?? Cell(text: "none", role: .textDim)
    }
    return row.majority.map { Cell(text: words($0), role: row.isDisputed ? .agree : .text) }
      ?? Cell(text: "none", role: .textDim)
  }

  /// Orders as columns, a rank a line, and below them how far each is from those of the others.
  private static func orders(_ row: AnswerMatrix.Row, place: Int, task: ReviewTask) -> [MatrixLine] {
    let subject = task.subject(of: row.question)
    func tiers(_ answer: JSONValue?) -> [String] {
      guard let answer else { return [] }
      guard let order = WeakOrder(answer) else { return [task.summary(of: answer, to: row.question)] }
      func name(_ id: String) -> String { subject?.place(of: id).map(String.init) ?? id }
      let aside = order.setAside.map { name($0.id) }.joined(separator: ", ")
      return order.tiers.map { $0.map(name).joined(separator: " = ") } + (aside.isEmpty ? [] : ["aside \(aside)"])
    }
    let columns = row.answers.map(tiers)
    let final = tiers(task.resolution.map { $0.answers[row.question.name] } ?? row.majority)
    let count = max(1, max(columns.map(\.count).max() ?? 0, final.count))
    var lines: [MatrixLine] = (0..<count).map { rank in
      var line = MatrixLine(title: rank == 0 ? row.question.name : "", row: place)
      line.cells = columns.enumerated().map { column, tiers in
        Cell(text: rank < tiers.count ? tiers[rank] : "", role: role(of: column, in: row))
      }
      let isNone = rank == 0 && final.isEmpty
      line.last = Cell(text: isNone ? "none" : rank < final.count ? final[rank] : "", role: isNone ? .textDim : .text)
      return line
    }
    if row.distances.contains(where: { $0 != nil }) {
      var line = MatrixLine(title: "  distance", row: place)
      line.cells = row.distances.map { distance in
        Cell(text: distance.map { NumberText.decimal($0, places: 2) } ?? "", role: .textDim)
      }
      lines.append(line)
    }
    return lines
  }

  /// The known answer of a gold task, below what people said.
  private static func known(_ row: AnswerMatrix.Row, place: Int, task: ReviewTask) -> MatrixLine? {
    guard let answer = task.gold?.answers[row.question.name] else { return nil }
    var line = MatrixLine(title: "  known", row: place)
    line.last = Cell(text: task.summary(of: answer, to: row.question), role: .stateGold)
    return line
  }

  // MARK: What is measured and noted

  private static func notes(_ matrix: AnswerMatrix) -> [MatrixLine] {
    func line(_ title: String, _ cell: (AnswerMatrix.Person) -> Cell) -> MatrixLine? {
      let cells = matrix.people.map(cell)
      return cells.contains { !$0.text.isEmpty } ? MatrixLine(title: title, cells: cells) : nil
    }
    return [
      line("gold") { person in
        switch person.isRight {
        case true?: Cell(text: "right", role: .agree)
        case false?: Cell(text: "missed", role: .disagree)
        case nil: Cell()
        }
      },
      line("seconds") { person in
        let milliseconds = person.annotation.activeMilliseconds
        guard milliseconds > 0 else { return Cell() }
        let seconds =
          milliseconds < 10_000
          ? NumberText.decimal(Double(milliseconds) / 1000, places: 1) : String(milliseconds / 1000)
        return person.isTooFast
          ? Cell(text: seconds + " fast", role: .messageWarning) : Cell(text: seconds, role: .textDim)
      },
      line("keys") { person in
        Cell(text: person.annotation.keysPressed > 0 ? String(person.annotation.keysPressed) : "", role: .textDim)
      },
      line("unsure") { Cell(text: $0.annotation.isFlagged ? "not sure" : "", role: .stateFlagged) },
      line("comment") { Cell(text: $0.annotation.comment, role: .textDim) },
    ].compactMap { $0 }
  }
}
