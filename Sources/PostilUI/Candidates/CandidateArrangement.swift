/// How candidates stand to each other on the screen.
enum CandidateArrangement: String, Sendable, Hashable, CaseIterable {
  /// Side by side.
  case columns
  /// One below the other.
  case stacked
  /// One at a time, with tabs.
  case single

  /// What is told when it is chosen.
  var words: String {
    switch self {
    case .columns: "side by side"
    case .stacked: "one below the other"
    case .single: "one at a time"
    }
  }
}
