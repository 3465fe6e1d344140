import Glibc

/// Powers of numbers from 0 to 1.
enum Power {
  static func of(_ base: Double, _ exponent: Double) -> Double { exponent == 1 ? base : pow(base, exponent) }
}
