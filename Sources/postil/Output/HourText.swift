/// Spans of working time in words.
enum HourText {
  /// `about 3 h`, `about 25 min`, `less than a minute`.
  static func words(hours: Double) -> String {
    if hours >= 1.5 { return "about \(Int(hours.rounded())) h" }
    let minutes = Int((hours * 60).rounded())
    return minutes < 1 ? "less than a minute" : "about \(minutes) min"
  }
}
