internal import CXXHash

/// The XXH3-128 hash of bytes that come in pieces: the same value as `ContentHash` of all of them at once.
public final class ContentHasher {
  private let state: OpaquePointer

  /// A hash of nothing yet.
  public init() {
    guard let state = postil_xxh3_open() else { preconditionFailure("out of memory while opening a hash") }
    self.state = state
  }

  deinit { postil_xxh3_close(state) }

  /// Takes more bytes in.
  public func update(_ bytes: UnsafeRawBufferPointer) { postil_xxh3_update(state, bytes.baseAddress, bytes.count) }

  /// The hash of all bytes so far.
  public var value: ContentHash { ContentHash(postil_xxh3_value(state)) }
}
