import CImaging

/// What decoding one file may cost at most.
public struct DecodingLimits: Sendable, Hashable {
  /// Bytes of the file.
  public var fileBytes = 1_000_000_000
  /// Pixels of the whole picture, as its header says.
  public var pixels = 1_000_000_000
  /// Pixels in memory: JPEG may be shrunk below this as it is read, others have all theirs in memory.
  public var decodedPixels = 120_000_000
  /// For one file.
  public var milliseconds = 8_000

  /// The limits that hold at the desk.
  public init() {}

  var forC: ci_limits {
    ci_limits(
      most_file_bytes: Int64(fileBytes), most_pixels: Int64(pixels), most_decoded_pixels: Int64(decodedPixels),
      most_milliseconds: Int64(milliseconds))
  }
}
