import PostilModel
import PostilStore

extension ProjectReport.Pace {
  private static let hour: Int64 = 3_600_000
  private static let shown: Int64 = 14 * 24

  /// Everybody's saves by the hour with the hours between them, earlier first, of the latest two weeks at most.
  public var savesByHour: [Int] {
    guard let last = hours.last?.start.milliseconds, let first = hours.first?.start.milliseconds else { return [] }
    let start = max(first, last - Self.shown * Self.hour)
    var saves = [Int](repeating: 0, count: Int((last - start) / Self.hour) + 1)
    for hour in hours where hour.start.milliseconds >= start {
      saves[Int((hour.start.milliseconds - start) / Self.hour)] += hour.saves
    }
    return saves
  }
}
