/// What a question is about, in one task: the value of a field, and of candidates those that are shown, in their order.
public struct Subject: Sendable, Hashable {
  /// The field's name.
  public var field: String
  /// The field's value.
  public var value: JSONValue
  /// The candidates in the order in which the annotator sees them; empty when the field has none.
  public var candidates: [Candidate]

  /// A subject.
  public init(field: String, value: JSONValue, candidates: [Candidate] = []) {
    self.field = field
    self.value = value
    self.candidates = candidates
  }

  /// The candidates' ids in the order in which they are shown.
  public var ids: [String] { candidates.map(\.id) }

  /// The place of a candidate on the screen, from 1; nil when there is none of that id.
  public func place(of id: String) -> Int? { candidates.firstIndex { $0.id == id }.map { $0 + 1 } }
}
