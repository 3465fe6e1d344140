import PostilModel
import PostilStore

/// How fast somebody works, from the counts of the hours in which they saved. An hour counts from the first save to the
/// last where it holds them, so a beginning at ten to nine does not make nine o'clock slow.
struct HourlyPace {
  private static let window = 8
  private static let hour: Int64 = 3_600_000
  /// Tasks done in an hour of work; nil before there is enough to tell: three tasks in two minutes.
  let tasksPerHour: Double?

  /// The pace in the latest hours with a save.
  init(of annotator: AnnotatorProgress) {
    guard let first = annotator.firstSavedAt, let last = annotator.lastSavedAt else {
      tasksPerHour = nil
      return
    }
    var worked: Int64 = 0
    var done = 0
    for hour in annotator.hours.suffix(Self.window) {
      let start = max(hour.start.milliseconds, first.milliseconds)
      let end = min(hour.start.milliseconds + Self.hour, last.milliseconds)
      worked += max(0, end - start)
      done += max(0, hour.done)
    }
    tasksPerHour = done >= 3 && worked >= 120_000 ? Double(done) * Double(Self.hour) / Double(worked) : nil
  }
}
