/// A share of the tasks that are handed out, by metadata: `{ key = "lang", value = "zh", share = 0.4 }`.
public struct Quota: Sendable, Hashable {
  /// The key in the metadata.
  public var key: String
  /// Its value, as text.
  public var value: String
  /// The wanted share of all tasks that are handed out, above 0 and at most 1.
  public var share: Double

  /// A quota.
  public init(key: String, value: String, share: Double) {
    self.key = key
    self.value = value
    self.share = share
  }
}
