/// What lies over all panes of the review desk to be read.
enum ReviewOverlay: Sendable, Hashable {
  /// How the work goes.
  case overview
  /// What annotators are told.
  case guidelines
}
