import PostilScreen

/// Where candidates stand within their pane.
struct CandidateGrid: Sendable, Hashable {
  /// What is wanted of a grid.
  struct Wish: Sendable, Hashable {
    /// How many candidates there are.
    var count: Int
    /// The arrangement that somebody chose; nil for the one that fits best.
    var arrangement: CandidateArrangement?
    /// Whether one candidate has the whole body of the screen.
    var isZoomed = false
    /// Whether two are compared.
    var isPair = false
    /// Whether the questions have the focus: then they may have half of the screen.
    var areQuestionsFocused = false
    /// Whether a row above tells what is ranked so far.
    var hasRankedLine = false
    /// The rows that the candidates would leave blank: the task has them as far as it needs them.
    var spareRows = 0
  }

  /// A column that is narrower is hard to read; if all fit in such columns, they stand side by side.
  private static let goodColumn = 36
  /// The narrowest that is taken unasked, and on request.
  private static let fairColumn = 26
  private static let leastColumn = 24
  /// The rows, head included, from which stacked candidates can be read, and that they have at least.
  private static let goodRows = 8
  private static let leastRows = 5

  /// How they stand.
  private(set) var arrangement: CandidateArrangement
  /// A row with the places of all candidates, where not all are on the screen.
  private(set) var tabs: Rectangle?
  /// One cell a candidate, in order.
  private(set) var cells: [Rectangle] = []
  /// Rules between columns, with their rows; between stacked ones, the rows of the rules.
  private(set) var columns: [(x: Int, rows: Range<Int>)] = []
  private(set) var rules: [Int] = []

  /// A grid in an area. The rules between columns reach one row beyond their rows on both sides, to join the rules there;
  /// `hasRules` tells whether there are some above and below.
  init(_ wish: Wish, in area: Rectangle, hasRules: (above: Bool, below: Bool) = (true, true)) {
    let count = max(1, wish.count)
    arrangement = Self.arrangement(wish, count: count, in: area)
    let most = wish.isPair ? min(2, count) : count
    var shown = min(most, Self.room(arrangement, in: area))
    var body = area
    if shown < count, count > 1, area.height >= 3 {
      tabs = Rectangle(x: area.x, y: area.y, width: area.width, height: 1)
      body = area.inset(top: 1)
      shown = min(most, Self.room(arrangement, in: body))
    }
    guard arrangement != .stacked else {
      stack(shown, in: body)
      return
    }
    let top = body.y + (tabs == nil && hasRules.above ? 0 : 1)
    lay(shown, in: body, rows: top..<max(top, body.bottom - (hasRules.below ? 0 : 1)))
  }

  static func == (one: CandidateGrid, other: CandidateGrid) -> Bool {
    one.arrangement == other.arrangement && one.cells == other.cells && one.tabs == other.tabs
  }

  func hash(into hasher: inout Hasher) { hasher.combine(cells) }

  private static func arrangement(_ wish: Wish, count: Int, in area: Rectangle) -> CandidateArrangement {
    if wish.isPair { return area.width >= 2 * fairColumn + 1 || area.height < 2 * leastRows + 1 ? .columns : .stacked }
    if wish.isZoomed || count == 1 { return .single }
    if let arrangement = wish.arrangement { return arrangement }
    let width = (area.width - count + 1) / count
    if width >= goodColumn { return .columns }
    if (area.height - count + 1) / count >= goodRows { return .stacked }
    return width >= fairColumn ? .columns : .single
  }

  /// How many candidates have room.
  private static func room(_ arrangement: CandidateArrangement, in area: Rectangle) -> Int {
    switch arrangement {
    case .columns: max(1, (area.width + 1) / (leastColumn + 1))
    case .stacked: max(1, (area.height + 1) / (leastRows + 1))
    case .single: 1
    }
  }

  private mutating func lay(_ shown: Int, in area: Rectangle, rows: Range<Int>) {
    var x = area.x
    for place in 0..<shown {
      let width = Self.part(place, of: area.width, among: shown)
      cells.append(Rectangle(x: x, y: area.y, width: width, height: area.height))
      x += width + 1
      if place + 1 < shown { columns.append((x - 1, rows)) }
    }
  }

  private mutating func stack(_ shown: Int, in area: Rectangle) {
    var y = area.y
    for place in 0..<shown {
      let height = Self.part(place, of: area.height, among: shown)
      cells.append(Rectangle(x: area.x, y: y, width: area.width, height: height))
      y += height + 1
      if place + 1 < shown { rules.append(y - 1) }
    }
  }

  /// The share of one among several with a rule between them; the first ones have what is left over.
  private static func part(_ place: Int, of total: Int, among count: Int) -> Int {
    let rest = max(0, total - count + 1)
    return rest / count + (place < rest % count ? 1 : 0)
  }
}
