import PostilModel
public import PostilStore

/// How fast somebody works, from the counts of the hours in which they saved. An hour counts from the first save to the
/// last where it holds them, so a beginning at ten to nine does not make nine o'clock slow.
public struct HourlyPace: Sendable, Hashable {
  private static let window = 8
  private static let hour: Int64 = 3_600_000

  /// Tasks done in the latest hours.
  public private(set) var done = 0
  /// How long those hours were, in milliseconds.
  public private(set) var milliseconds: Int64 = 0

  /// The pace in the latest hours with a save.
  public init(of annotator: AnnotatorProgress) {
    guard let first = annotator.firstSavedAt, let last = annotator.lastSavedAt else { return }
    for hour in annotator.hours.suffix(Self.window) {
      let start = max(hour.start.milliseconds, first.milliseconds)
      let end = min(hour.start.milliseconds + Self.hour, last.milliseconds)
      milliseconds += max(0, end - start)
      done += max(0, hour.done)
    }
  }

  /// The pace of several together.
  public init(of annotators: [AnnotatorProgress]) {
    for pace in annotators.map(HourlyPace.init(of:)) {
      done += pace.done
      milliseconds += pace.milliseconds
    }
  }

  /// Tasks done in an hour of work; nil before there is enough to tell: three tasks in two minutes.
  public var tasksPerHour: Double? {
    done >= 3 && milliseconds >= 120_000 ? Double(done) * Double(Self.hour) / Double(milliseconds) : nil
  }
}
