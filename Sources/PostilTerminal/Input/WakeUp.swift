import CNcurses
import Glibc

/// Wakes the loop from any thread, so that a message left elsewhere is looked at.
public nonisolated final class WakeUp: Sendable {
  /// Readable as long as a signal waits; closed with the last reference, so that no late signal meets a reused number.
  let descriptor: Int32

  init() throws(TerminalError) {
    descriptor = cn_eventfd()
    guard descriptor >= 0 else { throw .failed(call: "eventfd", code: errno) }
  }

  deinit { Glibc.close(descriptor) }

  /// Makes the loop return `Input.woken` soon. Never waits.
  public func signal() {
    var one: UInt64 = 1
    // A full counter is awake already, so the result says nothing of use.
    _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
  }

  /// Takes the signals; true when there were any.
  func take() -> Bool {
    var count: UInt64 = 0
    return read(descriptor, &count, MemoryLayout<UInt64>.size) > 0
  }
}
