public import PostilModel
import PostilMeasures

/// How much two answers to one question differ: 0 (the same) to 1.
///
/// It orders a queue, so that the eye comes first where people differ most; agreement itself is measured by the
/// coefficients in PostilMeasures.
public enum AnswerDifference {
  /// The difference of two answers.
  ///
  /// - Categories: the same or not. Sets of categories: the Jaccard distance. Steps and numbers: their distance as a part
  ///   of the question's span, at least a tenth where they differ; without a span, as a part of the larger one. Orders:
  ///   the Kendall distance with penalty one half. Regions: one less their overlap (`BoxOverlap.similarity`). Texts: one less the share of words in common (Dice).
  /// - Parameter span: see `QuestionKind.span`.
  public static func difference(_ one: MeasuredAnswer, _ other: MeasuredAnswer, span: Double? = nil) -> Double {
    if one == other { return 0 }
    switch (one, other) {
    case (.categories(let one), .categories(let other)):
      return 1 - Double(one.intersection(other).count) / Double(one.union(other).count)
    case (.step(let one), .step(let other)), (.number(let one), .number(let other)):
      return distance(one, other, span: span)
    case (.order(let one), .order(let other)): return distance(one, other)
    case (.text(let one), .text(let other)): return distance(one, other)
    case (.regions(let one), .regions(let other)): return distance(one, other)
    default: return 1
    }
  }

  /// What differs at all is not to look like nothing beside a wide span.
  private static let least = 0.1

  private static func distance(_ one: Double, _ other: Double, span: Double?) -> Double {
    let whole = span ?? max(abs(one), abs(other))
    guard whole > 0 else { return 1 }
    return min(1, max(least, abs(one - other) / whole))
  }

  private static func distance(_ one: [String: Int], _ other: [String: Int]) -> Double {
    let names = Set(one.keys).union(other.keys).sorted()
    // Orders that share no two responses say nothing about each other.
    return (try? KendallDistance.normalised(names.map { one[$0] }, names.map { other[$0] })) ?? 1
  }

  /// By the upright boxes around the regions and their labels.
  private static func distance(_ one: [Region], _ other: [Region]) -> Double {
    1 - BoxOverlap.similarity(one.map(box), other.map(box))
  }

  private static func box(around region: Region) -> (label: String, box: BoxOverlap.Box) {
    let bounds = region.bounds
    return (
      region.label,
      BoxOverlap.Box(left: bounds.left, top: bounds.top, right: bounds.right, bottom: bounds.bottom)
    )
  }

  private static func distance(_ one: String, _ other: String) -> Double {
    var counts: [Substring: Int] = [:]
    let first = one.split(whereSeparator: \.isWhitespace)
    let second = other.split(whereSeparator: \.isWhitespace)
    if first == second { return 0 }
    for word in first { counts[word, default: 0] += 1 }
    var common = 0
    for word in second {
      guard let left = counts[word], left > 0 else { continue }
      counts[word] = left - 1
      common += 1
    }
    return max(least, 1 - 2 * Double(common) / Double(first.count + second.count))
  }
}
