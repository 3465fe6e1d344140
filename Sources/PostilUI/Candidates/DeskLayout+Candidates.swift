import PostilScreen

extension DeskLayout {
  /// The least rows of each part where candidates are shown.
  private static let leastTask = 2
  private static let leastQuestions = 3
  private static let leastCandidates = 8
  private static let leastFocused = 5

  /// True where candidates take the whole width, with the task above and the questions below.
  var isWide: Bool { grid != nil && mode != .tabs }

  /// The desk of a project with candidates: queue and guidelines at the left if wanted, and beside them the task, what is
  /// ranked so far, the candidates, and the questions, one below the other.
  mutating func layWide(
    _ wish: CandidateGrid.Wish, showsQueue: Bool, showsGuidelines: Bool, questionRows: Int, taskRows: Int
  ) {
    rules = [1, size.rows - 2]
    let height = size.rows - 4
    var x = 0
    if showsQueue, !showsGuidelines || size.columns >= Self.widthForGuidelinesAndQueue {
      x = addLeft(.queue, x: x, width: min(max(size.columns * 26 / 100, 28), 40))
    }
    if showsGuidelines { x = addLeft(.guidelines, x: x, width: min((size.columns - x) * 40 / 100, Self.measure + 4)) }
    let ranked = wish.hasRankedLine ? 1 : 0
    let rows = Self.rows(wish, height: height, taskRows: taskRows, questionRows: questionRows, ranked: ranked)
    let width = size.columns - x
    var y = 2
    if rows.task > 0 {
      add(.task, x: x, y: y, width: width, height: rows.task)
      y += rows.task
    }
    if ranked > 0 {
      self.ranked = Rectangle(x: x, y: y, width: width, height: 1)
      y += 1
    }
    if y > 2 {
      inners.append(Inner(y: y, columns: x..<size.columns, pane: .candidates))
      y += 1
    }
    let area = Rectangle(x: x, y: y, width: width, height: rows.candidates + (rows.task + ranked == 0 ? 1 : 0))
    add(.candidates, x: area.x, y: area.y, width: area.width, height: area.height)
    grid = CandidateGrid(wish, in: area)
    for rule in grid?.rules ?? [] { inners.append(Inner(y: rule, columns: x..<size.columns, pane: nil)) }
    guard rows.questions > 0 else { return }
    inners.append(Inner(y: area.bottom, columns: x..<size.columns, pane: .questions))
    add(.questions, x: x, y: area.bottom + 1, width: width, height: rows.questions)
  }

  /// One pane at a time: what is ranked so far stands in the same row above the task, where digits rank too, and above
  /// the candidates.
  mutating func layTab(of wish: CandidateGrid.Wish, shown: Pane) {
    guard shown == .task || shown == .candidates, var area = panes[shown] else { return }
    if wish.hasRankedLine, area.height >= 7 {
      ranked = Rectangle(x: area.x, y: area.y, width: area.width, height: 1)
      area = area.inset(top: 1)
    }
    guard shown == .candidates else {
      return add(shown, x: area.x, y: area.y, width: area.width, height: area.height)
    }
    grid = CandidateGrid(wish, in: area, hasRules: (ranked == nil, rules.contains(area.bottom)))
    for rule in grid?.rules ?? [] { inners.append(Inner(y: rule, columns: 0..<size.columns, pane: nil)) }
  }

  private mutating func addLeft(_ pane: Pane, x: Int, width: Int) -> Int {
    add(pane, x: x, y: 2, width: width, height: size.rows - 4)
    addColumn(x + width, 2..<size.rows - 2)
    return x + width + 1
  }

  /// Shares the rows of the body out: the task has at most a third, the questions three tenths, or half while they have the
  /// focus; what is left is the candidates', and they take from both when it is too little. What they leave blank goes back
  /// to the task. Zoomed, they have all.
  private static func rows(
    _ wish: CandidateGrid.Wish, height: Int, taskRows: Int, questionRows: Int, ranked: Int
  ) -> (task: Int, candidates: Int, questions: Int) {
    if wish.isZoomed { return (0, height - ranked - 1, 0) }
    let share = wish.areQuestionsFocused ? (questions: 50, candidates: 25) : (questions: 30, candidates: 45)
    // The caller counts a blank row below the task's heading, which small panes do without.
    let wanted = min(taskRows, height) - (taskRows < 10 ? 1 : 0)
    var task = max(leastTask, min(wanted, height / 3))
    var questions = max(leastQuestions, min(questionRows, height * share.questions / 100))
    func candidates() -> Int { height - task - questions - ranked - 2 }
    let least = max(wish.areQuestionsFocused ? leastFocused : leastCandidates, height * share.candidates / 100)
    if wish.areQuestionsFocused, candidates() < least { task = max(leastTask, task - (least - candidates())) }
    if candidates() < least { questions = max(leastQuestions, questions - (least - candidates())) }
    if candidates() < least { task = max(leastTask, task - (least - candidates())) }
    task += max(0, min(wish.spareRows, candidates() - leastFocused, wanted - task))
    return (task, candidates(), questions)
  }
}
