/// Numbers that look drawn by lot and are the same each time (SplitMix64; Steele, Lea and Flood 2014).
enum Mixing {
  /// What SplitMix64 counts by.
  static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// SplitMix64's mixing of 64 bits.
  static func mixed(_ number: UInt64) -> UInt64 {
    var value = number
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
