import PostilModel

/// What the desk remembers of the pane that shows candidates.
struct CandidatesState: Sendable {
  /// The field whose candidates are shown; nil while there is none.
  var field: String?
  /// The field's place among the project's.
  var fieldIndex: Int?
  /// How many there are.
  var count = 0
  /// Whether one of the project's questions ranks.
  var hasRankedLine = false
  /// The place of the candidate before you, from 0.
  var cursor = 0
  /// The first place on the screen, where not all are.
  var first = 0
  /// The arrangement that somebody chose.
  var arrangement: CandidateArrangement?
  /// Whether the one under the cursor has the whole screen.
  var isZoomed = false
  /// Whether scrolling moves all of them.
  var scrollsTogether = false
  /// The places chosen to be compared: none, one, or two in order.
  var pair: [Int] = []
  /// The task that the cursor was restored for, until a task is opened.
  var keptTask: Int?
  /// The first row shown of each.
  private var tops = ScrollPlaces()

  /// True while two stand side by side with what differs marked.
  var isComparing: Bool { pair.count == 2 }

  /// What the layout has to know.
  var wish: CandidateGrid.Wish {
    CandidateGrid.Wish(
      count: count, arrangement: arrangement, isZoomed: isZoomed, isPair: isComparing, hasRankedLine: hasRankedLine)
  }

  /// The first row shown of a task's candidate.
  func top(task: Int, place: Int) -> Int { tops[Self.key(task, place)] }

  /// Scrolls a task's candidate to a row.
  mutating func setTop(_ row: Int, task: Int, place: Int) {
    guard row != top(task: task, place: place) else { return }
    tops[Self.key(task, place)] = row
  }

  private static func key(_ task: Int, _ place: Int) -> Int { task * 32 + place }

  /// The places that so many cells show, the cursor among them.
  mutating func places(cells: Int) -> [Int] {
    if isComparing { return cells > 1 ? pair : [pair.contains(cursor) ? cursor : pair[0]] }
    first = max(0, min(first, count - cells))
    if cursor < first { first = cursor }
    if cursor >= first + cells { first = cursor - cells + 1 }
    return Array(first..<min(count, first + cells))
  }

  /// Forgets what was said of the task before.
  mutating func beginTask() {
    cursor = 0
    first = 0
    pair = []
  }

  // MARK: For the next start

  /// The key under which it is kept.
  static let key = "candidates"

  /// What is kept for the next start.
  func json(task: Int) -> JSONValue {
    let rows = (0..<count).map { JSONValue.integer(Int64(top(task: task, place: $0))) }
    var object = JSONObject([
      ("task", .integer(Int64(task))), ("cursor", .integer(Int64(cursor))), ("tops", .array(rows)),
      ("zoom", .bool(isZoomed)), ("together", .bool(scrollsTogether)),
    ])
    if let arrangement { object["arrangement"] = .string(arrangement.rawValue) }
    return .object(object)
  }

  /// Takes what was kept.
  mutating func restore(_ value: JSONValue?) {
    guard let object = value?.object else { return }
    arrangement = object["arrangement"]?.string.flatMap(CandidateArrangement.init)
    isZoomed = object["zoom"]?.bool ?? false
    scrollsTogether = object["together"]?.bool ?? false
    guard let task = object["task"]?.int, task > 0 else { return }
    keptTask = task
    cursor = max(0, object["cursor"]?.int ?? 0)
    for (place, row) in (object["tops"]?.array ?? []).prefix(32).enumerated() {
      setTop(max(0, row.int ?? 0), task: task, place: place)
    }
  }
}
