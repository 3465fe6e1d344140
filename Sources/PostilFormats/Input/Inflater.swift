internal import CZlib

/// Unpacks gzip data as it comes, concatenated members too.
final class Inflater {
  /// What stands against unpacking more.
  struct Damage: Error {
    let reason: String
  }

  private var stream = z_stream()
  private let input: UnsafeMutableRawBufferPointer
  private var waiting = 0..<0
  private var isBetweenMembers = false
  private let read: (UnsafeMutableRawBufferPointer) throws -> Int

  /// Unpacks what `read` delivers, after the bytes that were read already.
  init(after first: UnsafeRawBufferPointer, read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) {
    input = .allocate(byteCount: max(1 << 16, first.count), alignment: 16)
    input.copyMemory(from: first)
    waiting = 0..<first.count
    self.read = read
    // 15 bits of window, plus 16: a gzip header.
    let code = inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(code == Z_OK, "out of memory while opening a gzip stream")
  }

  deinit {
    inflateEnd(&stream)
    input.deallocate()
  }

  /// Unpacks into `room`. Returns the bytes written, 0 at the end.
  func fill(_ room: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      if waiting.isEmpty {
        let count = try read(input)
        if count == 0 {
          guard isBetweenMembers else { throw Damage(reason: "the gzip data breaks off") }
          return 0
        }
        waiting = 0..<count
      }
      if isBetweenMembers, try !beginMember() { continue }
      let written = try step(room)
      if written > 0 { return written }
    }
  }

  /// Another member, or zeros that pad the last one (as tape drives leave). False when all that waits was padding.
  private func beginMember() throws -> Bool {
    while let byte = waiting.first, input[byte] == 0 { waiting = (byte + 1)..<waiting.upperBound }
    guard let byte = waiting.first else { return false }
    guard input[byte] == 0x1F else { throw Damage(reason: "the gzip data is followed by something else") }
    inflateReset(&stream)
    isBetweenMembers = false
    return true
  }

  private func step(_ room: UnsafeMutableRawBufferPointer) throws -> Int {
    stream.next_in = input.baseAddress?.advanced(by: waiting.lowerBound).assumingMemoryBound(to: Bytef.self)
    stream.avail_in = uInt(waiting.count)
    stream.next_out = room.baseAddress?.assumingMemoryBound(to: Bytef.self)
    stream.avail_out = uInt(min(room.count, 1 << 30))
    let wanted = Int(stream.avail_out)
    let code = inflate(&stream, Z_NO_FLUSH)
    waiting = (waiting.upperBound - Int(stream.avail_in))..<waiting.upperBound
    switch code {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: isBetweenMembers = true
    default: throw Damage(reason: "the gzip data is damaged (\(stream.msg.map { String(cString: $0) } ?? "no reason"))")
    }
    return wanted - Int(stream.avail_out)
  }
}
