/// How many people told one thing of themselves.
public struct AttributeTotal: Sendable, Hashable {
  /// What it is about: `country`.
  public var attribute: String
  /// What they told: `DE`.
  public var value: String
  /// How many told that.
  public var people: Int

  /// A total.
  public init(attribute: String, value: String, people: Int) {
    self.attribute = attribute
    self.value = value
    self.people = people
  }
}
