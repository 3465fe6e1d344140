/// Numbers with a fixed count of decimals.
enum Decimals {
  /// `0.71`
  static func text(_ value: Double, places: Int) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return String(value) }
    var scale: Int64 = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = Int64((abs(value) * Double(scale)).rounded())
    let sign = value < 0 && scaled != 0 ? "-" : ""
    guard places > 0 else { return sign + String(scaled) }
    let decimals = String(scaled % scale)
    return sign + String(scaled / scale) + "." + String(repeating: "0", count: places - decimals.count) + decimals
  }
}
