/// Why a measure has no value: said in words instead of NaN or a made-up 0.
public enum UndefinedMeasure: Error, Sendable, Hashable, CustomStringConvertible {
  /// No unit has two values, so nothing can agree.
  case noPairs
  /// All values are the same: agreement beyond chance cannot be told from chance.
  case oneClass
  /// A value that the scale does not allow, such as a negative one on a ratio scale.
  case valueOffScale(Double)
  /// Two orders have no two items in common.
  case noCommonPairs
  /// Nothing was tried, so nothing can have come off.
  case noTrials

  /// The reason in a few words.
  public var description: String {
    switch self {
    case .noPairs: "no task has two answers"
    case .oneClass: "one class only"
    case .valueOffScale(let value): "\(value) is not on a ratio scale"
    case .noCommonPairs: "fewer than two in common"
    case .noTrials: "nothing to count"
    }
  }
}
