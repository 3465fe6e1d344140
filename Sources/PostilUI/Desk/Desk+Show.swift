extension Desk {
  /// Puts the focus on a pane, and brings it up where it was hidden. For programs that print a screen.
  public mutating func show(_ pane: Pane) {
    switch pane {
    case .queue: showsQueueInColumns = true
    case .guidelines: showsGuidelines = true
    case .task, .candidates, .questions: break
    }
    focus = pane
    hasChosenPane = true
  }
}
