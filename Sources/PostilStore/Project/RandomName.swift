import PostilModel

extension ContentHash {
  /// 32 random hexadecimal digits.
  static func random(using generator: inout some RandomNumberGenerator) -> String {
    var bytes = (generator.next() as UInt64, generator.next() as UInt64)
    return withUnsafeBytes(of: &bytes) { ContentHash(of: $0).hexadecimal }
  }
}
