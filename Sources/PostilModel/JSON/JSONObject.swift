/// The pairs of a JSON object, in their order. Look-up is linear: records have few keys.
public struct JSONObject: Sendable, Hashable {
  /// One key and its value.
  public struct Member: Sendable, Hashable {
    /// The key.
    public var key: String
    /// The value.
    public var value: JSONValue

    /// A pair of key and value.
    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The pairs, in order.
  public var members: [Member]

  /// An object of the given pairs.
  public init(_ pairs: [(String, JSONValue)] = []) {
    members = pairs.map { Member(key: $0.0, value: $0.1) }
  }

  /// The keys, in order.
  public var keys: [String] { members.map(\.key) }

  /// True when there is no pair.
  public var isEmpty: Bool { members.isEmpty }

  /// The number of pairs.
  public var count: Int { members.count }

  /// The value of a key. Setting `nil` removes the pair; setting a new key appends one.
  public subscript(key: String) -> JSONValue? {
    get { members.first { $0.key == key }?.value }
    set {
      if let index = members.firstIndex(where: { $0.key == key }) {
        if let newValue { members[index].value = newValue } else { members.remove(at: index) }
      } else if let newValue {
        members.append(Member(key: key, value: newValue))
      }
    }
  }
}
