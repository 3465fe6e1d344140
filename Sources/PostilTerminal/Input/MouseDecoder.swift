import PostilScreen

/// Turns the button codes of xterm into mouse events, and two quick presses into a double click.
nonisolated struct MouseDecoder {
  /// Two presses in one cell within this time are a double click.
  private let doubleClickTime: Duration
  private var lastPress: (x: Int, y: Int, at: ContinuousClock.Instant)?
  private var isHeld = false

  init(doubleClickTime: Duration = .milliseconds(400)) { self.doubleClickTime = doubleClickTime }

  /// The event of a report; `x` and `y` from 0. Nil for what nobody listens to: other buttons, mere movement.
  mutating func event(
    code: Int, x: Int, y: Int, released: Bool, at now: ContinuousClock.Instant
  ) -> Key.Mouse? {
    let button = code & 3
    if code & 64 != 0 {
      guard button < 2, !released else { return nil }
      return Key.Mouse(button == 0 ? .scrollUp : .scrollDown, x: x, y: y)
    }
    if code & 32 != 0 { return isHeld && button == 0 ? Key.Mouse(.drag, x: x, y: y) : nil }
    // The older protocol does not say which button was let go: code 3 stands for any.
    if released || button == 3 {
      guard isHeld, button == 0 || button == 3 else { return nil }
      isHeld = false
      return Key.Mouse(.release, x: x, y: y)
    }
    guard button == 0, code & 128 == 0 else { return nil }
    isHeld = true
    if let last = lastPress, last.x == x, last.y == y, now - last.at <= doubleClickTime {
      lastPress = nil
      return Key.Mouse(.doubleClick, x: x, y: y)
    }
    lastPress = (x, y, now)
    return Key.Mouse(.press, x: x, y: y)
  }
}
