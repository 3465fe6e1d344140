public import PostilModel
import PostilStore

/// The queue at the desk: which tasks, in which order, where the cursor stands, and the rows read so far.
///
/// Ranks count from 0. Rows are kept a page at a time near the cursor, so a million tasks cost as little as ten.
public struct TaskQueue: Sendable {
  /// Rows in a page.
  public static let pageSize = 128
  private static let keptPages = 12

  /// The tasks that pass the filter, in its order.
  enum Listing: Sendable {
    /// All tasks, as imported: rank and number run in step.
    case everything(count: Int)
    /// A found list; incomplete while the search goes on.
    case found([Int32], isComplete: Bool)
  }

  /// What the queue is narrowed to.
  public internal(set) var filter = QueueFilter()
  /// The place of the cursor.
  public internal(set) var cursor = 0
  var listing: Listing { didSet { revision &+= 1 } }
  /// Counts the filters set so far: an answer to an older question is dropped.
  var generation = 0
  /// Changes with every change of the list or of a row, so that a picture of the queue can tell whether it is still true.
  public private(set) var revision = 0
  private var pages: [Int: [TaskSummary]] = [:]
  private var pageAges: [Int] = []

  init(count: Int) { listing = .everything(count: count) }

  /// How many tasks the queue shows, so far.
  public var count: Int {
    switch listing {
    case .everything(let count): count
    case .found(let numbers, _): numbers.count
    }
  }

  /// False while a filter is still searching.
  public var isComplete: Bool {
    if case .found(_, let isComplete) = listing { isComplete } else { true }
  }

  /// The number of the task at a place.
  public func number(at rank: Int) -> Int? {
    guard rank >= 0, rank < count else { return nil }
    switch listing {
    case .everything: return rank + 1
    case .found(let numbers, _): return Int(numbers[rank])
    }
  }

  /// The place of a task, or nil when the filter hides it.
  public func rank(of number: Int) -> Int? {
    switch listing {
    case .everything(let count): (1...max(1, count)).contains(number) && count > 0 ? number - 1 : nil
    case .found(let numbers, _): numbers.firstIndex(of: Int32(number))
    }
  }

  /// The row at a place; nil while it is being read.
  public func summary(at rank: Int) -> TaskSummary? {
    guard rank >= 0, let page = pages[rank / Self.pageSize] else { return nil }
    let index = rank % Self.pageSize
    return index < page.count ? page[index] : nil
  }

  /// The page of a place, unless it is there already and whole.
  func missingPage(for rank: Int) -> Int? {
    guard rank >= 0, rank < count else { return nil }
    let page = rank / Self.pageSize
    let wanted = min(Self.pageSize, count - page * Self.pageSize)
    return (pages[page]?.count ?? 0) >= wanted ? nil : page
  }

  /// The task numbers of a page, in order.
  func numbers(ofPage page: Int) -> [Int] {
    let first = page * Self.pageSize
    let end = min(first + Self.pageSize, count)
    guard first < end else { return [] }
    switch listing {
    case .everything: return Array(first + 1...end)
    case .found(let numbers, _): return numbers[first..<end].map(Int.init)
    }
  }

  /// Adds to a found list.
  mutating func append(found more: [Int32], isLast: Bool) {
    guard case .found(var numbers, _) = listing else { return }
    // The list is taken out while it grows, so that it is not copied each time.
    listing = .everything(count: 0)
    numbers.append(contentsOf: more)
    listing = .found(numbers, isComplete: isLast)
  }

  /// Lists other tasks, or the same ones in another order. Rows that are known are kept where a page's rows before them
  /// are known too.
  mutating func relist(_ numbers: [Int]) {
    var known: [Int: TaskSummary] = [:]
    for row in pages.values.joined() { known[row.number] = row }
    listing = .found(numbers.map(Int32.init(truncatingIfNeeded:)), isComplete: true)
    forgetPages()
    for page in 0..<(numbers.count + Self.pageSize - 1) / Self.pageSize
    where known[numbers[page * Self.pageSize]] != nil {
      let rows = self.numbers(ofPage: page).map { known[$0] }
      let beginning = rows.prefix { $0 != nil }.compactMap(\.self)
      keep(beginning, page: page)
    }
  }

  mutating func keep(_ summaries: [TaskSummary], page: Int) {
    revision &+= 1
    pages[page] = summaries
    pageAges.removeAll { $0 == page }
    pageAges.append(page)
    guard pageAges.count > Self.keptPages else { return }
    pages[pageAges.removeFirst()] = nil
  }

  mutating func forgetPages() {
    revision &+= 1
    pages = [:]
    pageAges = []
  }

  /// Changes the row of a task where it is kept.
  mutating func update(number: Int, _ change: (inout TaskSummary) -> Void) {
    for (page, rows) in pages {
      guard let index = rows.firstIndex(where: { $0.number == number }) else { continue }
      revision &+= 1
      change(&pages[page, default: []][index])
      return
    }
  }
}
