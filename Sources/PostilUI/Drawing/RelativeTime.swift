public import PostilModel

/// Times as people say them.
public enum RelativeTime {
  /// `just now`, `5 min ago`, `3 h ago`, `12 days ago`.
  public static func text(from time: Timestamp, to now: Timestamp) -> String {
    let seconds = (now.milliseconds - time.milliseconds) / 1000
    switch seconds {
    case ..<60: return "just now"
    case ..<3600: return "\(seconds / 60) min ago"
    case ..<172_800: return "\(seconds / 3600) h ago"
    default: return "\(seconds / 86_400) days ago"
    }
  }

  /// How long the rest takes: `about 25 min left`, `about 10 h left`.
  public static func left(hours: Double) -> String {
    if hours < 1.0 / 60 { return "a minute left" }
    if hours < 1.5 { return "about \(Int((hours * 60).rounded(.up))) min left" }
    if hours < 100 { return "about \(Int(hours.rounded())) h left" }
    return "over 100 h left"
  }
}
