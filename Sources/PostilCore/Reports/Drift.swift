import PostilModel

/// How somebody's agreement with others changes from the first third of their work to the last.
///
/// A task is the unit, whoever many others answered it: those who say the same about a task say it of one text, so that
/// comparisons within it are not independent, and counting each would find a drift where there is none.
struct Drift {
  /// The shares of others with whom they agreed, task by task.
  struct Shares {
    private(set) var count = 0
    private(set) var sum = 0.0
    private(set) var squares = 0.0

    mutating func add(_ share: Double) {
      count += 1
      sum += share
      squares += share * share
    }

    var mean: Double { sum / Double(max(1, count)) }
  }

  private static let fewestTasks = 30
  private static let limit = 3.0

  private(set) var first = Shares()
  private(set) var last = Shares()

  /// Counts a task that was answered at a moment. One of the middle third says nothing.
  mutating func add(_ share: Double, at moment: Timestamp, thirds: ClosedRange<Timestamp>?) {
    guard let thirds, thirds.lowerBound < thirds.upperBound else { return }
    if moment <= thirds.lowerBound { first.add(share) }
    if moment >= thirds.upperBound { last.add(share) }
  }

  /// Whether there are enough tasks in both thirds.
  var hasEnough: Bool { min(first.count, last.count) >= Self.fewestTasks }

  /// Whether the thirds differ by more than chance gives.
  var isStriking: Bool { hasEnough && abs(z) > Self.limit }

  /// The z of two means with a pooled variance; of shares that are 0 or 1 it is that of two proportions.
  var z: Double {
    let count = Double(first.count + last.count)
    let mean = (first.sum + last.sum) / count
    let spread = max(0, (first.squares + last.squares) / count - mean * mean)
    let variance = spread * (1 / Double(first.count) + 1 / Double(last.count))
    return variance > 0 ? (first.mean - last.mean) / variance.squareRoot() : 0
  }
}
