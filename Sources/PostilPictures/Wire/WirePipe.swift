import Glibc

/// Whole messages over a pair of descriptors: four bytes with the length, low byte first, then the message.
public struct WirePipe: Sendable {
  /// The longest message. A page of a terminal in real pixels is some megabytes.
  public static let mostBytes = 64 << 20

  private let input: Int32
  private let output: Int32
  private let isSocket: Bool

  /// A pair of descriptors; who opened them closes them.
  public init(input: Int32, output: Int32) {
    self.input = input
    self.output = output
    isSocket = false
  }

  /// One end of a pair of sockets. A write that nobody reads fails, and raises no signal.
  public init(socket: Int32) {
    input = socket
    output = socket
    isSocket = true
  }

  /// Waits for a message; nil at the end, and when something else than a message comes.
  ///
  /// - Parameter deadline: milliseconds to wait at most for all of it; for ever if nil.
  public func read(within deadline: Int? = nil) -> [UInt8]? {
    let end = deadline.map { ContinuousClock.now + .milliseconds($0) }
    guard let head = take(4, until: end) else { return nil }
    let count = Int(head[0]) | Int(head[1]) << 8 | Int(head[2]) << 16 | Int(head[3]) << 24
    guard count <= Self.mostBytes else { return nil }
    return take(count, until: end)
  }

  private func take(_ count: Int, until end: ContinuousClock.Instant?) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var taken = 0
    while taken < count {
      if let end {
        var ready = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        let left = (end - .now).components
        let milliseconds = Int32(max(0, left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000))
        let state = poll(&ready, 1, milliseconds)
        if state < 0, errno == EINTR { continue }
        guard state > 0 else { return nil }
      }
      let got = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(input, buffer.baseAddress.map { $0 + taken }, count - taken)
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return nil }
      taken += got
    }
    return bytes
  }

  /// Writes a message; false when nobody reads it.
  public func write(_ message: [UInt8]) -> Bool {
    guard message.count <= Self.mostBytes else { return false }
    let count = UInt32(message.count)
    let head = (0..<4).map { UInt8(truncatingIfNeeded: count >> UInt32(8 * $0)) }
    return sendAll(head + message)
  }

  private func sendAll(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let done = bytes.withUnsafeBytes { buffer in
        let rest = buffer.baseAddress.map { $0 + sent }
        return isSocket
          ? Glibc.send(output, rest, bytes.count - sent, Int32(MSG_NOSIGNAL))
          : Glibc.write(output, rest, bytes.count - sent)
      }
      if done < 0, errno == EINTR { continue }
      guard done > 0 else { return false }
      sent += done
    }
    return true
  }
}
