/// A moment, in whole milliseconds since 1970-01-01T00:00:00Z.
public struct Timestamp: Sendable, Hashable, Comparable {
  /// Milliseconds since the epoch.
  public var milliseconds: Int64

  /// A moment by its milliseconds.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Earlier before later.
  public static func < (one: Timestamp, other: Timestamp) -> Bool { one.milliseconds < other.milliseconds }

  /// ISO 8601 in UTC with milliseconds: `2026-01-31T09:05:00.000Z`.
  public var iso8601: String {
    let (quotient, remainder) = Int(milliseconds).quotientAndRemainder(dividingBy: 86_400_000)
    let days = remainder < 0 ? quotient - 1 : quotient
    let rest = remainder < 0 ? remainder + 86_400_000 : remainder
    let (year, month, day) = Self.civil(daysSinceEpoch: days)
    let seconds = rest / 1000
    return Self.pad(year, 4) + "-" + Self.pad(month, 2) + "-" + Self.pad(day, 2) + "T" + Self.pad(seconds / 3600, 2)
      + ":" + Self.pad(seconds / 60 % 60, 2) + ":" + Self.pad(seconds % 60, 2) + "." + Self.pad(rest % 1000, 3) + "Z"
  }

  /// Reads what `iso8601` writes for the years 0 to 9999. The fraction may be absent or of any length (what is below
  /// milliseconds is cut); `Z` is required. Nil for anything else, days that no calendar has among them.
  public init?(iso8601 text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes.last == UInt8(ascii: "Z") else { return nil }
    let marks: [(place: Int, mark: Unicode.Scalar)] = [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":")]
    guard marks.allSatisfy({ bytes[$0.place] == UInt8(ascii: $0.mark) }),
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10]), let hour = Self.number(bytes[11..<13]), hour < 24,
      let minute = Self.number(bytes[14..<16]), minute < 60, let second = Self.number(bytes[17..<19]), second < 60
    else { return nil }
    let days = Self.days(year: year, month: month, day: day)
    // Only a day that the calendar has comes back as it was.
    guard (1...12).contains(month), Self.civil(daysSinceEpoch: days) == (year, month, day) else { return nil }
    var fraction = 0
    if bytes.count > 20 {
      let digits = bytes[20..<(bytes.count - 1)]
      guard bytes[19] == UInt8(ascii: "."), !digits.isEmpty, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
        return nil
      }
      fraction = Self.number(digits.prefix(3) + [UInt8](repeating: 0x30, count: max(0, 3 - digits.count))) ?? 0
    }
    let seconds = days * 86_400 + hour * 3600 + minute * 60 + second
    self.init(milliseconds: Int64(seconds * 1000 + fraction))
  }

  private static func number(_ digits: some Collection<UInt8>) -> Int? {
    var value = 0
    for byte in digits {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  private static func pad(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  /// Days to year, month, day in the proleptic Gregorian calendar (Howard Hinnant, "chrono-compatible low-level date
  /// algorithms", civil_from_days).
  private static func civil(daysSinceEpoch: Int) -> (Int, Int, Int) {
    let shifted = daysSinceEpoch + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1)
  }

  /// The inverse of `civil` (the same source, days_from_civil).
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
