import CZlib

/// Packs bytes as gzip. The same bytes always give the same result: no name and no time go into the header.
final class Deflater {
  private var stream = z_stream()
  private let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

  init() {
    let code = deflateInit2_(
      &stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(code == Z_OK, "out of memory while opening a gzip stream")
  }

  deinit {
    deflateEnd(&stream)
    room.deallocate()
  }

  /// Packs some bytes, and hands on what is ready.
  func pack(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool, into put: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let start = bytes.baseAddress.map { UnsafeMutableRawPointer(mutating: $0).assumingMemoryBound(to: Bytef.self) }
    stream.next_in = start
    stream.avail_in = uInt(bytes.count)
    repeat {
      stream.next_out = room.baseAddress?.assumingMemoryBound(to: Bytef.self)
      stream.avail_out = uInt(room.count)
      _ = deflate(&stream, isLast ? Z_FINISH : Z_NO_FLUSH)
      let count = room.count - Int(stream.avail_out)
      if count > 0 { try put(UnsafeRawBufferPointer(rebasing: room[..<count])) }
    } while stream.avail_out == 0
  }
}
