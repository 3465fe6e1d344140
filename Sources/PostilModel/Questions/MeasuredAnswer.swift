/// An answer as statistics see it: by its scale of measurement (Stevens 1946), not by its question's kind.
public enum MeasuredAnswer: Sendable, Hashable {
  /// One of several names without an order.
  case category(String)
  /// Any number of several names.
  case categories(Set<String>)
  /// A step of a scale with an order.
  case step(Double)
  /// A number whose differences mean something.
  case number(Double)
  /// A weak order: the rank of each response from 0; responses without one were not ranked.
  case order([String: Int])
  /// A text that somebody wrote.
  case text(String)
  /// Regions of a picture.
  case regions([Region])
  /// Anything else: the same or not.
  case other(JSONValue)
}
