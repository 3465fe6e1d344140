/// How light a colour looks.
enum Lightness {
  /// From 0 to 255. The weights are those of Rec. ITU-R BT.601, in 256ths.
  @inline(__always)
  static func of(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Int {
    (Int(red) * 77 + Int(green) * 150 + Int(blue) * 29) >> 8
  }
}
