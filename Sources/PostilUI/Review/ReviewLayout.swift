import PostilScreen

/// Where the parts of the review desk stand on a screen of a size.
struct ReviewLayout: Sendable, Equatable {
  let size: Size
  let mode: DeskLayout.Mode
  /// The status line.
  private(set) var status = Rectangle(x: 0, y: 0, width: 0, height: 0)
  /// The line of tabs, where one pane is shown at a time.
  private(set) var tabs: Rectangle?
  /// Rows with a rule over the whole width.
  private(set) var rules: [Int] = []
  /// The column with a rule beside the queue, and the rows that it takes.
  private(set) var column: Int?
  private(set) var rows = 0..<0
  /// The rule within the part beside the queue, above the answers.
  private(set) var inner: Rectangle?
  /// The footer.
  private(set) var footer = Rectangle(x: 0, y: 0, width: 0, height: 0)
  /// The panes that can be seen.
  private(set) var panes: [ReviewPane: Rectangle] = [:]
  /// Where an own answer is given.
  private(set) var own: Rectangle?

  /// What a layout goes by beside the size.
  struct Wish: Sendable, Equatable {
    /// The pane that is shown where there is room for one.
    var shown = ReviewPane.answers
    /// Rows of the task's text with its title.
    var taskRows = 6
    /// Rows of the answers as they would like to have them.
    var answerRows = 10
    /// Whether an own answer is being given, and the rows that its questions want.
    var isAnswering = false
    var questionRows = 8
  }

  /// The columns of the task and its answers.
  static func bodyWidth(_ size: Size, isAnswering: Bool) -> Int {
    DeskLayout.mode(of: size) == .columns ? size.columns - side(size, isAnswering: isAnswering) - 1 : size.columns
  }

  /// The columns of what stands beside them.
  private static func side(_ size: Size, isAnswering: Bool) -> Int {
    isAnswering ? min(max(size.columns * 32 / 100, 36), 56) : min(max(size.columns * 26 / 100, 30), 38)
  }

  init(size: Size, _ wish: Wish) {
    self.size = size
    mode = DeskLayout.mode(of: size)
    guard mode != .tooSmall else { return }
    status = Rectangle(x: 0, y: 0, width: size.columns, height: 1)
    footer = Rectangle(x: 0, y: size.rows - 1, width: size.columns, height: 1)
    if mode == .tabs {
      layTabs(wish)
      return
    }
    rules = [1, size.rows - 2]
    rows = 2..<size.rows - 2
    var body = Rectangle(x: 0, y: 2, width: size.columns, height: size.rows - 4)
    if mode == .columns {
      let side = Self.side(size, isAnswering: wish.isAnswering)
      // The queue makes room for the questions: what is being answered stays where it is as far as it can.
      if wish.isAnswering {
        own = Rectangle(x: size.columns - side, y: 2, width: side, height: body.height)
        column = size.columns - side - 1
        body.width -= side + 1
      } else {
        panes[.queue] = Rectangle(x: 0, y: 2, width: side, height: body.height)
        column = side
        body = body.inset(left: side + 1)
      }
    } else if wish.isAnswering {
      let height = min(max(6, wish.questionRows + 1), body.height * 6 / 10)
      own = Rectangle(x: 0, y: body.bottom - height + 1, width: size.columns, height: height - 1)
      rules.append(body.bottom - height)
      body.height -= height
    }
    split(body, wish)
  }

  /// The task above its answers: the text has what the answers leave, at least a few rows and at most what it needs.
  private mutating func split(_ body: Rectangle, _ wish: Wish) {
    let least = min(6, body.height / 3)
    let share = max(least, body.height - 1 - wish.answerRows)
    let task = min(max(least, min(wish.taskRows, max(share, body.height * 3 / 10))), body.height - 4)
    panes[.task] = Rectangle(x: body.x, y: body.y, width: body.width, height: task)
    inner = Rectangle(x: body.x, y: body.y + task, width: body.width, height: 1)
    panes[.answers] = Rectangle(
      x: body.x, y: body.y + task + 1, width: body.width, height: body.height - task - 1)
  }

  private mutating func layTabs(_ wish: Wish) {
    tabs = Rectangle(x: 0, y: 1, width: size.columns, height: 1)
    rules = size.rows >= 14 ? [2, size.rows - 2] : [2]
    let bottom = size.rows - (size.rows >= 14 ? 2 : 1)
    let body = Rectangle(x: 0, y: 3, width: size.columns, height: bottom - 3)
    if wish.isAnswering { own = body } else { panes[wish.shown] = body }
  }
}
