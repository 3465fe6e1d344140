public import PostilScreen

/// One thing that the loop has to answer to.
public nonisolated enum Input: Sendable, Hashable {
  /// A key, the mouse, a paste, or a new size.
  case key(Key)
  /// The paste before this was longer than the limit; so many of its bytes were dropped.
  case pasteCut(dropped: Int)
  /// Another thread called `WakeUp.signal()`; several calls count as one.
  case woken
  /// The process is asked to end: save, close the terminal, exit with the code.
  case terminate(Termination)
}
