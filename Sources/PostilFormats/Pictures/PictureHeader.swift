import Glibc

/// Reads the size of a picture from the first bytes of its file, without decoding it. A picture that its EXIF says to
/// turn has the size that it has when it is shown.
struct PictureHeader {
  private let descriptor: Int32

  /// The size of a picture; nil when the file cannot be read, is no picture, or says no size.
  static func size(of path: String) -> PictureSize? {
    // A pipe must not hold up an import.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return PictureHeader(descriptor: descriptor).size
  }

  private var size: PictureSize? {
    let head = bytes(at: 0, 32)
    guard head.count >= 12 else { return nil }
    if head.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return Self.size(Self.big4(head, 16), Self.big4(head, 20)) }
    if head.starts(with: [0xFF, 0xD8]) { return jpeg }
    if head.starts(with: "GIF8".utf8) { return Self.size(Self.little2(head, 6), Self.little2(head, 8)) }
    if head.starts(with: "BM".utf8) { return Self.bitmap(head) }
    if head.starts(with: "RIFF".utf8), head[8...].starts(with: "WEBP".utf8) { return Self.webP(head) }
    if head.starts(with: [0x49, 0x49, 0x2A, 0]) || head.starts(with: [0x4D, 0x4D, 0, 0x2A]) {
      let tags = tiffTags(at: 0)
      return Self.turned(Self.size(tags[256], tags[257]), tags[274])
    }
    return nil
  }

  // MARK: Formats

  /// Windows bitmap: width and height in the header behind the file header; a negative height is one from the top.
  private static func bitmap(_ head: [UInt8]) -> PictureSize? {
    guard let length = little4(head, 14) else { return nil }
    if length == 12 { return size(little2(head, 18), little2(head, 20)) }
    guard let width = little4(head, 18), let height = little4(head, 22) else { return nil }
    let rows = Int(Int32(truncatingIfNeeded: height)).magnitude
    return size(width, Int(rows))
  }

  /// WebP: https://developers.google.com/speed/webp/docs/riff_container
  private static func webP(_ head: [UInt8]) -> PictureSize? {
    guard head.count >= 30 else { return nil }
    switch Array(head[12..<16]) {
    case Array("VP8 ".utf8):
      return size(little2(head, 26).map { $0 & 0x3FFF }, little2(head, 28).map { $0 & 0x3FFF })
    case Array("VP8L".utf8):
      guard let bits = little4(head, 21) else { return nil }
      return size((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    case Array("VP8X".utf8):
      guard let width = little4(head, 24), let height = little4(head, 27) ?? little2(head, 27) else { return nil }
      return size((width & 0xFF_FFFF) + 1, (height & 0xFF_FFFF) + 1)
    default: return nil
    }
  }

  /// JPEG: from segment to segment up to the frame's header (ITU T.81, B.2.2).
  private var jpeg: PictureSize? {
    var at = 2
    var orientation: Int?
    for _ in 0..<2000 {
      let marker = bytes(at: at, 10)
      guard marker.count >= 4, marker[0] == 0xFF else { return nil }
      if marker[1] == 0xFF || marker[1] == 1 || (0xD0...0xD8).contains(marker[1]) {
        at += marker[1] == 0xFF ? 1 : 2
        continue
      }
      guard let length = Self.big2(marker, 2), length >= 2 else { return nil }
      switch marker[1] {
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        return Self.turned(Self.size(Self.big2(marker, 7), Self.big2(marker, 5)), orientation)
      case 0xD9, 0xDA: return nil
      case 0xE1 where marker[4...].starts(with: "Exif".utf8) && orientation == nil:
        orientation = tiffTags(at: at + 10)[274]
      default: break
      }
      at += 2 + length
    }
    return nil
  }

  /// Width (256), height (257) and orientation (274) in the first directory of a TIFF (TIFF 6.0, section 2).
  private func tiffTags(at start: Int) -> [Int: Int] {
    let head = bytes(at: start, 8)
    guard head.count == 8 else { return [:] }
    let isLittle = head[0] == 0x49
    func two(_ bytes: [UInt8], _ at: Int) -> Int? { isLittle ? Self.little2(bytes, at) : Self.big2(bytes, at) }
    func four(_ bytes: [UInt8], _ at: Int) -> Int? { isLittle ? Self.little4(bytes, at) : Self.big4(bytes, at) }
    guard let place = four(head, 4), let count = two(bytes(at: start + place, 2), 0) else { return [:] }
    let entries = bytes(at: start + place + 2, count * 12)
    var tags: [Int: Int] = [:]
    for at in stride(from: 0, to: entries.count - 11, by: 12) {
      guard let tag = two(entries, at), [256, 257, 274].contains(tag), let kind = two(entries, at + 2) else { continue }
      tags[tag] = kind == 3 ? two(entries, at + 8) : four(entries, at + 8)
    }
    return tags
  }

  // MARK: Parts

  private static func size(_ width: Int?, _ height: Int?) -> PictureSize? {
    guard let width, let height, width > 0, height > 0 else { return nil }
    return PictureSize(width, height)
  }

  /// Orientations from 5 to 8 lie on their side.
  private static func turned(_ size: PictureSize?, _ orientation: Int?) -> PictureSize? {
    guard let size, let orientation, (5...8).contains(orientation) else { return size }
    return PictureSize(size.height, size.width)
  }

  private func bytes(at place: Int, _ count: Int) -> [UInt8] {
    guard place >= 0, count > 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: count) { room, filled in
      filled = max(0, pread(descriptor, room.baseAddress, count, off_t(place)))
    }
  }

  private static func big2(_ bytes: [UInt8], _ at: Int) -> Int? {
    at + 2 <= bytes.count ? Int(bytes[at]) << 8 | Int(bytes[at + 1]) : nil
  }

  private static func big4(_ bytes: [UInt8], _ at: Int) -> Int? {
    guard let high = big2(bytes, at), let low = big2(bytes, at + 2) else { return nil }
    return high << 16 | low
  }

  private static func little2(_ bytes: [UInt8], _ at: Int) -> Int? {
    at + 2 <= bytes.count ? Int(bytes[at + 1]) << 8 | Int(bytes[at]) : nil
  }

  private static func little4(_ bytes: [UInt8], _ at: Int) -> Int? {
    guard let low = little2(bytes, at), let high = little2(bytes, at + 2) else { return nil }
    return high << 16 | low
  }
}
