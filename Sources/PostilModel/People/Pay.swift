/// What somebody is paid: `0.12 EUR/task`, `18 EUR/hour`.
public struct Pay: Sendable, Hashable, CustomStringConvertible {
  /// What is paid for.
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    /// Each task that is submitted.
    case task
    /// Each hour of active time.
    case hour
  }

  /// How much, in the currency.
  public var amount: Double
  /// The currency's name; empty where none is told.
  public var currency: String
  /// What for.
  public var unit: Unit

  /// A rate of pay.
  public init(amount: Double, currency: String = "", unit: Unit) {
    self.amount = amount
    self.currency = currency
    self.unit = unit
  }

  /// Reads what `description` writes; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let unit = Unit(rawValue: String(parts[1])) else { return nil }
    let words = parts[0].split(separator: " ")
    guard (1...2).contains(words.count), let amount = Double(words[0]), amount.isFinite, amount >= 0 else { return nil }
    self.init(amount: amount, currency: words.count == 2 ? String(words[1]) : "", unit: unit)
  }

  /// `0.12 EUR/task`
  public var description: String {
    let number = amount == amount.rounded() && amount < 1e15 ? String(Int(amount)) : "\(amount)"
    return number + (currency.isEmpty ? "" : " \(currency)") + "/\(unit.rawValue)"
  }

  /// What some work costs.
  ///
  /// - Parameters:
  ///   - tasks: how many tasks were submitted.
  ///   - activeMilliseconds: how long was worked on them.
  public func cost(tasks: Int, activeMilliseconds: Int) -> Double {
    switch unit {
    case .task: amount * Double(tasks)
    case .hour: amount * Double(activeMilliseconds) / 3_600_000
    }
  }
}
