import Foundation

/// Pictures for tests, made pixel by pixel.
public enum GeneratedPicture {
  /// A PNG of red, green, blue and alpha, 8 bits each. `exif` is a chunk of that kind, if any.
  public static func png(
    width: Int, height: Int, exif: [UInt8] = [], _ pixel: (_ x: Int, _ y: Int) -> [UInt8]
  ) -> [UInt8] {
    png(width: width, height: height, depth: 8, colorType: 6, exif: exif, pixel)
  }

  /// A PNG of grey, 16 bits.
  public static func greyPNG(
    width: Int, height: Int, exif: [UInt8] = [], _ value: (_ x: Int, _ y: Int) -> UInt16
  ) -> [UInt8] {
    png(width: width, height: height, depth: 16, colorType: 0, exif: exif) { x, y in
      let value = value(x, y)
      return [UInt8(value >> 8), UInt8(value & 255)]
    }
  }

  /// A PNG whose header claims a size that its data do not have.
  public static func png(claiming width: Int, _ height: Int) -> [UInt8] {
    signature + chunk("IHDR", bigEndian(width) + bigEndian(height) + [8, 6, 0, 0, 0])
      + chunk("IDAT", zlib([0])) + chunk("IEND", [])
  }

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  private static func png(
    width: Int, height: Int, depth: UInt8, colorType: UInt8, exif: [UInt8], _ pixel: (Int, Int) -> [UInt8]
  ) -> [UInt8] {
    var rows: [UInt8] = []
    for y in 0..<height {
      rows.append(0)
      for x in 0..<width { rows += pixel(x, y) }
    }
    return signature + chunk("IHDR", bigEndian(width) + bigEndian(height) + [depth, colorType, 0, 0, 0])
      + (exif.isEmpty ? [] : chunk("eXIf", exif)) + chunk("IDAT", zlib(rows)) + chunk("IEND", [])
  }

  /// Data in blocks that are stored as they are. https://www.rfc-editor.org/rfc/rfc1951 3.2.4
  private static func zlib(_ data: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = [0x78, 0x01]
    var start = 0
    repeat {
      let end = min(start + 65535, data.count)
      let count = end - start
      bytes += [end == data.count ? 1 : 0, UInt8(count & 255), UInt8(count >> 8)]
      bytes += [UInt8(~count & 255), UInt8((~count >> 8) & 255)]
      bytes += data[start..<end]
      start = end
    } while start < data.count
    var (one, other): (UInt32, UInt32) = (1, 0)
    for byte in data {
      one = (one + UInt32(byte)) % 65521
      other = (other + one) % 65521
    }
    return bytes + bigEndian(Int(other << 16 | one))
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + data
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in body {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return bigEndian(data.count) + body + bigEndian(Int(~sum))
  }

  private static func bigEndian(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// A JPEG of 16 by 8 pixels, left red and right blue, whose EXIF says that it is to be turned to the right.
  public static let turnedJPEG = decoded(
    """
    /9j/4AAQSkZJRgABAQAAAQABAAD/4QAiRXhpZgAATU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJ
    ChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgo
    KCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wAARCAAIABADASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcI
    CQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6
    Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW
    19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAEC
    AxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0
    dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oA
    DAMBAAIRAxEAPwDgK5WiivoOBP8AmI/7d/8Abj6njP8A5cf9vf8Atp//2Q==
    """)

  /// A GIF of 4 by 4 pixels with three frames: red, green, blue.
  public static let movingGIF = decoded(
    """
    R0lGODlhBAAEAIEAAP8AAAAAAAAAAAAAACH/C05FVFNDQVBFMi4wAwEAAAAh+QQACgAAACwAAAAABAAEAAAICQABCBxIsCCAgAAh+QQBCgABACwA
    AAAABAAEAIEA/wAAAAAAAAAAAAAICQABCBxIsCCAgAAh+QQBCgABACwAAAAABAAEAIEAAP8AAAAAAAAAAAAICQABCBxIsCCAgAA7
    """)

  /// A TIFF of grey of 16 bits, 4 by 2 pixels: 20,000 a column and 1 a row.
  public static let greyTIFF = decoded(
    """
    SUkqAAgAAAAJAAABBAABAAAABAAAAAEBBAABAAAAAgAAAAIBAwABAAAAEAAAAAMBAwABAAAAAQAAAAYBAwABAAAAAQAAABEBBAABAAAAegAAABYB
    BAABAAAAAgAAABcBBAABAAAAEAAAABwBAwABAAAAAQAAAAAAAAAAACBOQJxg6gEAIU5BnGHq
    """)

  /// A WebP of 16 by 8 pixels, left red and right blue, without loss and with EXIF.
  public static let losslessWebP = decoded(
    """
    UklGRloAAABXRUJQVlA4WAoAAAAIAAAADwAABwAAVlA4TBkAAAAvD8ABAA8Q87//8x8OxILJ/KU7U4jof+QAAEVYSUYaAAAATU0AKgAAAAgAAQES
    AAMAAAABAAYAAAAAAAA=
    """)

  /// The same with loss.
  public static let lossyWebP = decoded(
    """
    UklGRnQAAABXRUJQVlA4WAoAAAAIAAAADwAABwAAVlA4IDQAAACQAQCdASoQAAgAAUAmJaACdLoAA5gA/vij//8QI//mwP/0uD8Ef+lwf/pcDh//
    S4GaAAAARVhJRhoAAABNTQAqAAAACAABARIAAwAAAAEABgAAAAAAAA==
    """)

  private static func decoded(_ text: String) -> [UInt8] {
    Data(base64Encoded: text, options: .ignoreUnknownCharacters).map { Array($0) } ?? []
  }
}
