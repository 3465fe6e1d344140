import Foundation
import PostilPictures

/// What a terminal with Kitty's protocol makes of a picture.
enum KittyPixels {
  /// The colours row by row, as 0xRRGGBB.
  static func colors(of drawn: ShownPicture.Drawn) -> [UInt32] {
    guard case .pixels(let bytes) = drawn else { return [] }
    var data = Data()
    for command in bytes.split(separator: 0x1B) where command.first == UInt8(ascii: "_") {
      guard let start = command.firstIndex(of: UInt8(ascii: ";")) else { continue }
      data.append(Data(base64Encoded: Data(command[(start + 1)...])) ?? Data())
    }
    return data.withUnsafeBytes { bytes in
      (0..<bytes.count / 4).map { place in
        UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: place * 4, as: UInt32.self)) >> 8
      }
    }
  }
}
