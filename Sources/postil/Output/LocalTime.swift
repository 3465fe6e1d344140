import Glibc
import PostilModel

/// Moments as people read them, in the zone of the machine.
enum LocalTime {
  /// `2026-01-31 09:05`.
  static func minute(_ moment: Timestamp) -> String { text(moment, "%Y-%m-%d %H:%M") }

  /// `31 Jan 09:00`.
  static func hour(_ moment: Timestamp) -> String { text(moment, "%d %b %H:00") }

  /// `Sat 31 Jan`.
  static func day(_ moment: Timestamp) -> String { text(moment, "%a %d %b") }

  /// The clock.
  static func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  private static func text(_ moment: Timestamp, _ format: String) -> String {
    var seconds = time_t(moment.milliseconds / 1000)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return moment.iso8601 }
    var buffer = [CChar](repeating: 0, count: 64)
    let count = strftime(&buffer, buffer.count, format, &parts)
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
