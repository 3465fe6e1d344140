import Glibc
import PostilModel

/// The machine's clock.
enum WallClock {
  /// This moment.
  static func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// Milliseconds since some moment, never running backwards.
  static func monotonicMilliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}

extension WallClock {
  /// Lets others have their turn.
  static func sleep(milliseconds: Int) {
    usleep(UInt32(milliseconds * 1000))
  }
}
