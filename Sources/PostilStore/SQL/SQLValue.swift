/// A value on its way into a statement.
enum SQLValue: Sendable, Hashable {
  case null
  case integer(Int64)
  case double(Double)
  case text(String)

  /// A whole number.
  static func integer(_ value: Int) -> SQLValue { .integer(Int64(value)) }

  /// A whole number for a truth value: the portable subset has no booleans.
  static func flag(_ value: Bool) -> SQLValue { .integer(value ? 1 : 0) }
}
