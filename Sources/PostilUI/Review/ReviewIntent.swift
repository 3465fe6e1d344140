public import PostilCore

/// What a key at the review desk leads to outside of it, in order.
public enum ReviewIntent: Sendable, Hashable {
  /// Change the session.
  case review(ReviewAction)
  /// Something for the program: leave, suspend, repaint, another theme.
  case outside(Intent)
}
