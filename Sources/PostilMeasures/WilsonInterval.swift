/// How far a share of successes can be trusted.
public enum WilsonInterval {
  /// The score interval: Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
  /// American Statistical Association 22 (1927).
  ///
  /// - Parameters:
  ///   - successes: from 0 to `trials`.
  ///   - z: the normal quantile; 1.96 for 95 %.
  /// - Returns: within 0 to 1.
  /// - Throws: `UndefinedMeasure.noTrials`.
  public static func interval(
    successes: Int, of trials: Int, z: Double = 1.959_963_984_540_054
  ) throws(UndefinedMeasure) -> ClosedRange<Double> {
    guard trials > 0 else { throw .noTrials }
    let count = Double(trials)
    let share = Double(successes) / count
    let middle = share + z * z / (2 * count)
    let spread = z * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
    let scale = 1 + z * z / count
    return max(0, (middle - spread) / scale)...min(1, (middle + spread) / scale)
  }
}
