import ArgumentParser

/// A number of bytes as people write it: `500`, `500K`, `64M`, `1G`, in powers of 1,024.
struct ByteCount: ExpressibleByArgument {
  let bytes: Int

  init(_ bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    let powers: [Character: Int] = ["K": 10, "M": 20, "G": 30]
    let power = argument.last.flatMap { powers[Character($0.uppercased())] }
    let digits = power == nil ? argument[...] : argument.dropLast()
    guard let number = Int(digits), number > 0 else { return nil }
    let (bytes, isTooLarge) = number.multipliedReportingOverflow(by: 1 << (power ?? 0))
    guard !isTooLarge else { return nil }
    self.bytes = bytes
  }

  var defaultValueDescription: String {
    bytes % (1 << 20) == 0 ? "\(bytes >> 20)M" : String(bytes)
  }
}
