import PostilModel
import PostilScreen
import PostilStore

/// Saves over time as bars: by the hour when they fall into one day, else by the day; at most the latest twelve.
struct SavesPlot {
  private static let rows = 12
  private static let hour: Int64 = 3_600_000
  private let bars: [(label: String, saves: Int)]

  /// The plot of everybody's hours.
  init(hours: [SaveHour]) {
    var byStart: [Int64: Int] = [:]
    for hour in hours { byStart[hour.start.milliseconds, default: 0] += hour.saves }
    guard let first = byStart.keys.min(), let last = byStart.keys.max() else {
      bars = []
      return
    }
    if last - first < 24 * Self.hour {
      let starts = stride(from: first, through: last, by: Int64.Stride(Self.hour))
      bars = starts.suffix(Self.rows).map { start in
        (LocalTime.hour(Timestamp(milliseconds: start)), byStart[start] ?? 0)
      }
    } else {
      var days: [(label: String, saves: Int)] = []
      for start in stride(from: first, through: last, by: Int64.Stride(Self.hour)) {
        let label = LocalTime.day(Timestamp(milliseconds: start))
        if days.last?.label != label { days.append((label, 0)) }
        days[days.count - 1].saves += byStart[start] ?? 0
      }
      bars = days.suffix(Self.rows)
    }
  }

  /// The bars, a line each, under a heading; empty when nothing was saved.
  func text(alphabet: Alphabet) -> String {
    guard let most = bars.map(\.saves).max(), most > 0 else { return "" }
    var out = "  Saves\n"
    let digits = NumberText.grouped(most).utf8.count
    for bar in bars {
      let number = NumberText.grouped(bar.saves)
      out += "  \(bar.label)  " + String(repeating: " ", count: digits - number.utf8.count) + number + "  "
      out += ProgressBar.text(done: bar.saves, of: most, columns: 40, alphabet: alphabet) + "\n"
    }
    return out
  }
}
