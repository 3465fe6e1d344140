import CImaging
import PostilPictures

/// A decoded picture in memory, given back when nobody holds it any more.
final class DecodedPicture {
  private var picture: ci_picture
  /// What grey of 16 bits looks like through a window, made when it is first asked for.
  private var windowed: (window: GreyWindow, pixels: [UInt8])?
  private var histogram: [Int]?
  /// What is known of it.
  let info: PictureInfo

  /// Decodes a file with at least the detail that is wanted.
  init(path: String, frame: Int, detail: ci_detail, limits: DecodingLimits) throws(PictureProblem) {
    var picture = ci_picture()
    var message = [CChar](repeating: 0, count: 300)
    var (detail, limits) = (detail, limits.forC)
    guard ci_decode(path, Int32(clamping: frame), &detail, &limits, &picture, &message, message.count) == 0 else {
      let words = String(decoding: message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      throw PictureProblem(words.isEmpty ? "the decoder gave no reason" : words)
    }
    self.picture = picture
    let format = withUnsafeBytes(of: picture.format) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    var info = PictureInfo(
      size: PixelSize(width: Int(picture.width), height: Int(picture.height)), format: format)
    info.frames = Int(max(1, picture.frames))
    info.isCutOff = picture.is_cut_off != 0 || format == "jpeg" && ci_jpeg_ends_early(path) != 0
    info.isDeep = picture.grey != nil
    if let grey = picture.grey {
      let values = UnsafeBufferPointer(start: grey, count: Int(picture.width) * Int(picture.height))
      if let least = values.min(), let greatest = values.max() { info.greyRange = Int(least)...Int(greatest) }
    }
    self.info = info
  }

  deinit { ci_free(&picture) }

  /// Columns in memory.
  var width: Int { Int(picture.decoded_width) }
  /// Rows in memory.
  var height: Int { Int(picture.decoded_height) }
  /// Whether every pixel of the file is in memory.
  var isWhole: Bool { picture.decoded_width == picture.width && picture.decoded_height == picture.height }
  /// Pixels in memory for each of the picture's.
  var detail: Double { Double(picture.decoded_width) / Double(max(1, picture.width)) }

  /// The pixels of 8 bits a channel, through a window where they have 16.
  func withPixels(
    window: GreyWindow, _ body: (_ pixels: UnsafePointer<UInt8>, _ channels: Int, _ stride: Int) -> Void
  ) {
    if let pixels = picture.pixels {
      body(pixels, Int(picture.channels), Int(picture.stride))
    } else if let grey = picture.grey {
      if windowed?.window != window { windowed = (window, Self.seen(grey, count: width * height, window)) }
      windowed?.pixels.withUnsafeBufferPointer { buffer in
        if let base = buffer.baseAddress { body(base, 3, width * 3) }
      }
    }
  }

  private static func seen(_ grey: UnsafePointer<UInt16>, count: Int, _ window: GreyWindow) -> [UInt8] {
    let steps = window.steps(for: UnsafeBufferPointer(start: grey, count: count))
    return [UInt8](unsafeUninitializedCapacity: count * 3) { pixels, initialized in
      for index in 0..<count {
        let value = steps[Int(grey[index])]
        pixels[index * 3] = value
        pixels[index * 3 + 1] = value
        pixels[index * 3 + 2] = value
      }
      initialized = count * 3
    }
  }

  /// How often each lightness from 0 to 255 occurs in the picture, through a window.
  func histogram(window: GreyWindow) -> [Int] {
    if let histogram, !info.isDeep { return histogram }
    var counts = [Int](repeating: 0, count: 256)
    withPixels(window: window) { pixels, channels, stride in
      for y in 0..<height {
        var pixel = pixels + y * stride
        for _ in 0..<width {
          counts[Lightness.of(pixel[0], pixel[1], pixel[2])] += 1
          pixel += channels
        }
      }
    }
    histogram = counts
    return counts
  }

  /// The colour of a pixel of the whole picture; nil outside.
  func color(x: Int, y: Int) -> PictureColor? {
    guard (0..<info.size.width).contains(x), (0..<info.size.height).contains(y) else { return nil }
    let column = min(width - 1, x * width / info.size.width)
    let row = min(height - 1, y * height / info.size.height)
    if let grey = picture.grey {
      let value = Int(grey[row * width + column])
      let byte = value >> 8
      return PictureColor(red: byte, green: byte, blue: byte, grey: value, isExact: isWhole)
    }
    guard let pixels = picture.pixels else { return nil }
    let pixel = pixels + row * Int(picture.stride) + column * Int(picture.channels)
    return PictureColor(
      red: Int(pixel[0]), green: Int(pixel[1]), blue: Int(pixel[2]), alpha: picture.channels == 4 ? Int(pixel[3]) : 255,
      isExact: isWhole)
  }
}
