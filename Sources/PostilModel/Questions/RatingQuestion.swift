public import PostilConfiguration

/// `type = "rating"`: a whole number on a scale with named ends. The answer is the number.
public struct RatingQuestion: QuestionKind {
  /// `rating`
  public static let typeName = "rating"
  /// The lowest step.
  public var lowest: Int
  /// The highest step.
  public var highest: Int
  /// What the lowest step means.
  public var lowestName: String
  /// What the highest step means.
  public var highestName: String

  /// A scale.
  public init(lowest: Int = 1, highest: Int = 5, lowestName: String = "", highestName: String = "") {
    self.lowest = lowest
    self.highest = highest
    self.lowestName = lowestName
    self.highestName = highestName
  }

  /// Reads `lowest`, `highest`, `lowest_name` and `highest_name`.
  public static func read(_ table: inout ConfigurationTable) -> RatingQuestion? {
    let lowest = table.integer("lowest", in: -1000...1000)
    let highest = table.integer("highest", in: -1000...1000)
    let names = (table.heading("lowest_name") ?? "", table.heading("highest_name") ?? "")
    let scale = (lowest: lowest ?? 1, highest: highest ?? 5)
    if scale.lowest >= scale.highest {
      table.complain(
        "\(table.named("lowest")) must be below \"highest\": \(scale.lowest) is not below \(scale.highest)",
        about: lowest == nil ? "highest" : "lowest")
      return nil
    }
    if scale.highest - scale.lowest > 100 {
      table.complain("the scale of \(table.place) has more than 101 steps", about: "highest", hint: "Use a number.")
      return nil
    }
    return RatingQuestion(
      lowest: scale.lowest, highest: scale.highest, lowestName: names.0, highestName: names.1)
  }

  /// Not a whole number, or off the scale.
  public func problem(with answer: JSONValue) -> String? {
    guard let step = answer.int else { return "wants a whole number" }
    return (lowest...highest).contains(step) ? nil : "wants \(lowest) to \(highest)"
  }

  /// The number.
  public func summary(of answer: JSONValue) -> String { answer.jsonText }

  /// The number, when it is on the scale.
  public func answer(fromText text: String) -> JSONValue? {
    guard let step = Int(text), (lowest...highest).contains(step) else { return nil }
    return .integer(Int64(step))
  }

  /// The steps of the scale; the digit is the key where there is one.
  public var choices: [Choice] {
    (lowest...highest).map { step in
      let title = step == lowest ? lowestName : step == highest ? highestName : ""
      return Choice(name: String(step), title: title, key: (0...9).contains(step) ? Character(String(step)) : nil)
    }
  }

  /// The step of that number, whatever was chosen before.
  public func answer(choosing name: String, from current: JSONValue?) -> JSONValue? { answer(fromText: name) }

  /// One step is the answer.
  public var completesOnChoice: Bool { true }

  /// From the lowest step to the highest.
  public var span: Double? { Double(highest - lowest) }

  /// The step.
  public func measured(_ answer: JSONValue) -> MeasuredAnswer { answer.double.map { .step($0) } ?? .other(answer) }
}
