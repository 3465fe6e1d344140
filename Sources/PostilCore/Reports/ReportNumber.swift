/// Numbers in reports.
enum ReportNumber {
  /// With a fixed count of decimals: `0.71`.
  static func text(_ value: Double, places: Int) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return String(value) }
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = Int64((abs(value) * scale).rounded())
    let sign = value < 0 && scaled != 0 ? "-" : ""
    guard places > 0 else { return sign + String(scaled) }
    let digits = String(scaled % Int64(scale))
    return sign + String(scaled / Int64(scale)) + "." + String(repeating: "0", count: places - digits.count) + digits
  }

  /// A share as `71 %`.
  static func percent(_ share: Double) -> String { text(share * 100, places: 0) + " %" }

  /// A measure, or why it is none.
  static func text(_ measure: ReportMeasure, _ form: (Double) -> String) -> String {
    switch measure {
    case .value(let value): form(value)
    case .undefined(let reason): reason
    }
  }
}
