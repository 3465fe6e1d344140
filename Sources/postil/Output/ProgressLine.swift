import Glibc
import PostilScreen

/// One line on standard error that says how far a long errand is; written over, and gone at the end. Nothing at all when
/// standard error is not a terminal.
struct ProgressLine {
  private let isShown: Bool
  private var shownAt: ContinuousClock.Instant?

  /// A line that is shown only on a terminal.
  init(isShown: Bool = Diagnostics.isTerminal) { self.isShown = isShown }

  /// Shows words, at most ten times a second.
  mutating func show(_ words: @autoclosure () -> String) {
    guard isShown else { return }
    let now = ContinuousClock.now
    if let shownAt, now - shownAt < .milliseconds(100) { return }
    shownAt = now
    put("\r\u{1B}[2K" + SafeText.string(words(), newlines: " "))
  }

  /// Takes the line away.
  mutating func end() {
    guard shownAt != nil else { return }
    shownAt = nil
    put("\r\u{1B}[2K")
  }

  private func put(_ text: String) { StandardOutput.write(Array(text.utf8), to: STDERR_FILENO) }
}
