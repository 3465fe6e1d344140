import PostilScreen

/// Where the parts of the desk stand on a screen of a size.
struct DeskLayout: Sendable {
  /// How the desk is laid out.
  enum Mode: Sendable, Hashable {
    /// Panes side by side.
    case columns
    /// The queue folded into the top line, the task above the questions.
    case stacked
    /// One pane at a time.
    case tabs
    /// Too small to show anything but that.
    case tooSmall
  }

  /// A rule within the body.
  struct Inner: Sendable, Hashable {
    var y: Int
    var columns: Range<Int>
    var pane: Pane?
  }

  /// The smallest screen on which the desk works.
  static let smallest = Size(columns: 40, rows: 12)
  /// Text is never wider than this, however wide its pane is.
  static let measure = 88
  /// The columns from which the queue has room beside the guidelines.
  static let widthForGuidelinesAndQueue = 150

  let size: Size
  let mode: Mode
  /// Where the questions stand beside the task though the screen is narrow: a picture wants the rows.
  let isBeside: Bool
  /// The status line.
  private(set) var status = Rectangle(x: 0, y: 0, width: 0, height: 0)
  /// The line of tabs, in `tabs`.
  private(set) var tabs: Rectangle?
  /// Rows with a rule over the whole width.
  var rules: [Int] = []
  /// Columns with a rule, with the rows from the first to before the last.
  var columns: [(x: Int, rows: Range<Int>)] = []
  /// Rules within the body, each with the pane whose heading stands in it.
  var inners: [Inner] = []
  /// The row that tells what is ranked so far.
  var ranked: Rectangle?
  /// Where candidates stand in their pane.
  var grid: CandidateGrid?
  /// What was written about the task, where one pane is shown at a time; elsewhere it stands above the questions.
  private(set) var strip: Rectangle?
  /// The footer.
  private(set) var footer = Rectangle(x: 0, y: 0, width: 0, height: 0)
  /// The panes that can be seen.
  private(set) var panes: [Pane: Rectangle] = [:]

  static func mode(of size: Size) -> Mode {
    if size.columns < smallest.columns || size.rows < smallest.rows { return .tooSmall }
    if size.columns >= 100, size.rows >= 24 { return .columns }
    return size.columns >= 72 && size.rows >= 20 ? .stacked : .tabs
  }

  /// A layout.
  ///
  /// - Parameters:
  ///   - shown: the pane that `tabs` shows.
  ///   - questionRows: the rows that the questions would like to have, for `stacked`.
  ///   - taskRows: the rows of the task's text, for `stacked`: what it does not need is the questions'.
  ///   - isPicture: whether the task is a picture.
  ///   - isWriting: whether whole texts are written in the questions, so that they want half of the screen.
  ///   - candidates: what the pane of the candidates wants; nil for projects without.
  init(
    size: Size, showsQueue: Bool, showsGuidelines: Bool, shown: Pane, questionRows: Int, taskRows: Int = .max,
    isWriting: Bool = false, candidates: CandidateGrid.Wish? = nil, strip: ThreadStrip? = nil, isPicture: Bool = false
  ) {
    self.size = size
    mode = Self.mode(of: size)
    isBeside = isPicture && mode == .stacked
    guard mode != .tooSmall else { return }
    status = Rectangle(x: 0, y: 0, width: size.columns, height: 1)
    footer = Rectangle(x: 0, y: size.rows - 1, width: size.columns, height: 1)
    if let candidates, mode != .tabs {
      layWide(
        candidates, showsQueue: showsQueue, showsGuidelines: showsGuidelines, questionRows: questionRows,
        taskRows: taskRows)
      return
    }
    switch mode {
    case .columns:
      layColumns(showsQueue: showsQueue && !isWriting, showsGuidelines: showsGuidelines, isWriting: isWriting)
    case .stacked where isBeside:
      layColumns(showsQueue: false, showsGuidelines: showsGuidelines, isWriting: isWriting, least: 26)
    case .stacked:
      layStacked(
        showsGuidelines: showsGuidelines, questionRows: questionRows, taskRows: taskRows, share: isWriting ? 70 : 55)
    case .tabs:
      layTabs(shown: shown, strip: strip)
      if let candidates { layTab(of: candidates, shown: shown) }
    case .tooSmall: break
    }
  }

  /// One pane over the whole body.
  init(whole pane: Pane, of size: Size) {
    self.size = size
    isBeside = false
    mode = Self.mode(of: size)
    guard mode != .tooSmall else { return }
    status = Rectangle(x: 0, y: 0, width: size.columns, height: 1)
    footer = Rectangle(x: 0, y: size.rows - 1, width: size.columns, height: 1)
    rules = [1, size.rows - 2]
    add(pane, x: 0, y: 2, width: size.columns, height: size.rows - 4)
  }

  private mutating func layColumns(showsQueue: Bool, showsGuidelines: Bool, isWriting: Bool, least: Int = 32) {
    rules = [1, size.rows - 2]
    let top = 2
    let height = size.rows - 4
    let share = showsGuidelines ? 40 : 52
    let questions =
      isWriting ? min(size.columns * share / 100, Self.measure + 8) : min(max(size.columns * 27 / 100, least), 46)
    var left = size.columns - questions - 1
    add(.questions, x: left + 1, y: top, width: questions, height: height)
    addColumn(left, top..<top + height)
    var x = 0
    // Beside the guidelines there is room for the queue only on a wide screen.
    if showsQueue, !showsGuidelines || size.columns >= Self.widthForGuidelinesAndQueue {
      let queue = min(max(size.columns * 26 / 100, 28), 40)
      add(.queue, x: 0, y: top, width: queue, height: height)
      addColumn(queue, top..<top + height)
      x = queue + 1
    }
    if showsGuidelines {
      let guidelines = min((left - x) * 46 / 100, Self.measure + 4)
      add(.guidelines, x: x, y: top, width: guidelines, height: height)
      addColumn(x + guidelines, top..<top + height)
      x += guidelines + 1
    }
    left -= x
    add(.task, x: x, y: top, width: left, height: height)
  }

  private mutating func layStacked(showsGuidelines: Bool, questionRows: Int, taskRows: Int, share: Int) {
    rules = [1, size.rows - 2]
    let top = 2
    let height = size.rows - 4
    var x = 0
    if showsGuidelines {
      x = size.columns * 46 / 100 + 1
      add(.guidelines, x: 0, y: top, width: x - 1, height: height)
      addColumn(x - 1, top..<top + height)
    }
    let width = size.columns - x
    let free = taskRows < height ? height - 1 - max(taskRows, 5) : 0
    let questions = min(max(questionRows, 4), max(height * share / 100, free))
    let task = height - questions - 1
    add(.task, x: x, y: top, width: width, height: task)
    inners = [Inner(y: top + task, columns: x..<size.columns, pane: .questions)]
    add(.questions, x: x, y: top + task + 1, width: width, height: questions)
  }

  private mutating func layTabs(shown: Pane, strip: ThreadStrip?) {
    tabs = Rectangle(x: 0, y: 1, width: size.columns, height: 1)
    rules = size.rows >= 14 ? [2, size.rows - 2] : [2]
    let bottom = size.rows - (size.rows >= 14 ? 2 : 1)
    var rows = 0
    if let strip, !strip.isEmpty, shown == .task || shown == .candidates || shown == .questions {
      rows = strip.rows(of: bottom - 3)
      self.strip = Rectangle(x: 0, y: 3, width: size.columns, height: rows)
    }
    add(shown, x: 0, y: 3 + rows, width: size.columns, height: bottom - 3 - rows)
  }

  mutating func add(_ pane: Pane, x: Int, y: Int, width: Int, height: Int) {
    panes[pane] = Rectangle(x: x, y: y, width: width, height: height)
  }

  mutating func addColumn(_ x: Int, _ rows: Range<Int>) { columns.append((x, rows)) }
}
