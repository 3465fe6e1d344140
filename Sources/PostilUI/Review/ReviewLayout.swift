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
    /// What is shown instead of the own answer where there is room for one pane; nil for the own answer.
    var shownWhileAnswering: ReviewPane?
    /// Whether the task is a picture: its questions stand beside it then.
    var isPicture = false
    /// Whether the task has the whole screen.
    var isWhole = false
  }

  /// The columns of the task and its answers.
  static func bodyWidth(_ size: Size, _ wish: Wish) -> Int {
    if wish.isWhole { return size.columns }
    return switch DeskLayout.mode(of: size) {
    case .columns: size.columns - side(size, isAnswering: wish.isAnswering) - 1
    case .stacked where wish.isAnswering && wish.isPicture: size.columns - besidePicture(size) - 1
    default: size.columns
    }
  }

  /// The columns of an own answer beside a picture on a narrow screen.
  private static func besidePicture(_ size: Size) -> Int { max(26, size.columns * 27 / 100) }

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
    if mode == .tabs, !wish.isWhole {
      layTabs(wish)
      return
    }
    rules = [1, size.rows - 2]
    rows = 2..<size.rows - 2
    var body = Rectangle(x: 0, y: 2, width: size.columns, height: size.rows - 4)
    if wish.isWhole {
      panes[.task] = body
      return
    }
    if mode == .columns || wish.isAnswering && wish.isPicture {
      // The queue makes room for the questions: what is being answered stays where it is as far as it can.
      if wish.isAnswering {
        body.width = Self.bodyWidth(size, wish)
        column = body.width
        own = Rectangle(x: body.width + 1, y: 2, width: size.columns - body.width - 1, height: body.height)
      } else {
        let side = Self.side(size, isAnswering: false)
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

  /// Whether the own answer stands beside the task, and not below it or in its place.
  var isOwnBeside: Bool { own != nil && column != nil }

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
    guard wish.isAnswering else {
      panes[wish.shown] = body
      return
    }
    if let pane = wish.shownWhileAnswering { panes[pane] = body } else { own = body }
  }
}
