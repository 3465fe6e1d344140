public import PostilConfiguration

/// `type = "number"`: a number with a unit and bounds. The answer is the number.
public struct NumberQuestion: QuestionKind {
  /// `number`
  public static let typeName = "number"
  /// What it counts or measures in; empty for none.
  public var unit: String
  /// The least that is allowed.
  public var minimum: Double?
  /// The most that is allowed.
  public var maximum: Double?
  /// Only whole numbers.
  public var isWhole: Bool

  /// A number within bounds.
  public init(unit: String = "", minimum: Double? = nil, maximum: Double? = nil, isWhole: Bool = false) {
    self.unit = unit
    self.minimum = minimum
    self.maximum = maximum
    self.isWhole = isWhole
  }

  /// Reads `unit`, `at_least`, `at_most` and `whole`.
  public static func read(_ table: inout ConfigurationTable) -> NumberQuestion? {
    let unit = table.heading("unit") ?? ""
    let minimum = table.number("at_least")
    let maximum = table.number("at_most")
    let isWhole = table.bool("whole") ?? false
    if let minimum, let maximum, minimum > maximum {
      let values = "\(text(minimum)) > \(text(maximum))"
      table.complain("\(table.named("at_least")) is more than \"at_most\": \(values)", about: "at_least")
      return nil
    }
    return NumberQuestion(unit: unit, minimum: minimum, maximum: maximum, isWhole: isWhole)
  }

  /// Not a number, out of bounds, or a fraction where a whole number is asked for.
  public func problem(with answer: JSONValue) -> String? {
    if answer.string != nil { return Self.notANumber }
    guard let value = answer.double, value.isFinite else { return "wants a number" }
    if isWhole, value != value.rounded() { return "wants a whole number" }
    if let minimum, value < minimum { return "wants at least \(Self.text(minimum))" }
    if let maximum, value > maximum { return "wants at most \(Self.text(maximum))" }
    return nil
  }

  /// The number with its unit.
  public func summary(of answer: JSONValue) -> String {
    guard let value = answer.double else { return answer.string ?? answer.jsonText }
    return unit.isEmpty ? Self.text(value) : Self.text(value) + " " + unit
  }

  /// The number that the text spells, with a point as decimal sign. Bounds are asked for by `problem`: what was typed is
  /// kept as a draft until it fits.
  public func answer(fromText text: String) -> JSONValue? {
    if let whole = Int64(text) { return .integer(whole) }
    // Not "inf", "nan" or "0x1p3", which Swift takes for numbers.
    guard text.utf8.allSatisfy({ "+-.0123456789eE".utf8.contains($0) }), let value = Double(text), value.isFinite else {
      return nil
    }
    return .number(value)
  }

  /// No number, or none that the bounds let through.
  public func problem(withText text: String) -> String? {
    guard let answer = answer(fromText: text) else { return Self.notANumber }
    return problem(with: answer)
  }

  private static let notANumber = "wants a number with a point as decimal sign"

  /// What is no number yet is kept as the text that it is: a submit refuses it, and nothing that was typed is lost.
  public func answer(writing text: String, part: String, from current: JSONValue?, about subject: Subject?)
    -> JSONValue?
  {
    text.isEmpty ? nil : answer(fromText: text) ?? .string(text)
  }

  /// With a point wherever fractions are taken, so that a column has one type.
  public func tableValue(of answer: JSONValue) -> JSONValue {
    guard !isWhole, let value = answer.double else { return answer }
    return .number(value)
  }

  private static func text(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
  }

  /// From the least to the most that it takes, where both are given.
  public var span: Double? {
    guard let minimum, let maximum, maximum > minimum else { return nil }
    return maximum - minimum
  }

  /// The number; what is no number is a category of its own.
  public func measured(_ answer: JSONValue) -> MeasuredAnswer {
    answer.double.map { .number($0) } ?? answer.string.map { .category($0) } ?? .other(answer)
  }
}
