import PostilModel

/// Which of somebody's tasks are gold: one of each block of about 1/rate tasks, at a place that looks drawn by lot. So
/// the rate is met over any stretch of work, and no one can tell when the next one comes.
struct GoldDraw {
  private let rate: Double
  private let seed: UInt64

  /// The draws for somebody in a project, by the project's identifier.
  init(rate: Double, project: String, annotator: String) {
    self.rate = rate
    seed = ContentHash(of: project + "\n" + annotator).low
  }

  /// Whether the task after so many that were handed out is to be gold.
  func isGold(after handed: Int) -> Bool {
    guard rate > 0 else { return false }
    return gold(inBlock: block(of: handed)) == handed
  }

  /// How many gold tasks come among the next ones until so many others have come.
  func count(among others: Int, after handed: Int) -> Int {
    guard rate > 0, others > 0 else { return 0 }
    guard rate < 1 else { return .max }
    let before = count(before: handed)
    var low = others
    var high = Int(Double(others + 3) / (1 - rate)) + 1
    while low < high {
      let middle = (low + high) / 2
      if middle - (count(before: handed + middle) - before) >= others { high = middle } else { low = middle + 1 }
    }
    return low - others
  }

  /// How many of the first so many tasks are gold.
  private func count(before handed: Int) -> Int {
    let block = block(of: handed)
    return block + (gold(inBlock: block) < handed ? 1 : 0)
  }

  private func block(of handed: Int) -> Int {
    var block = Int(Double(handed) * rate)
    while start(of: block) > handed { block -= 1 }
    while start(of: block + 1) <= handed { block += 1 }
    return block
  }

  private func gold(inBlock block: Int) -> Int {
    let first = start(of: block)
    return first + Int(number(block) % UInt64(max(1, start(of: block + 1) - first)))
  }

  /// Where to begin to look for a gold task among those of the numbers 1 to `tasks`.
  func beginning(after handed: Int, tasks: Int) -> Int {
    Int(number(-1 - handed) % UInt64(max(1, tasks)))
  }

  /// Blocks are as long as the rate says on the whole; one alone may be longer or shorter by a task.
  private func start(of block: Int) -> Int { Int((Double(block) / rate).rounded()) }

  private func number(_ place: Int) -> UInt64 {
    Mixing.mixed(seed ^ Mixing.mixed(UInt64(truncatingIfNeeded: place) &* Mixing.increment))
  }
}
