/// Task numbers out of a statement that gives them in ascending or descending order.
final class NumberCursor {
  private let statement: any SQLStatement
  private let isDescending: Bool
  /// The number at hand; nil at the end.
  private(set) var current: Int?

  init(_ statement: any SQLStatement, _ values: [SQLValue], isDescending: Bool) throws(StoreError) {
    self.statement = statement
    self.isDescending = isDescending
    statement.bind(values)
    try advance()
  }

  deinit { statement.reset() }

  /// Goes on to the first number that is not before `number`, and says whether it is that one.
  func seek(_ number: Int) throws(StoreError) -> Bool {
    while let current, isDescending ? current > number : current < number { try advance() }
    return current == number
  }

  private func advance() throws(StoreError) {
    current = try statement.step() ? statement.integer(0) : nil
  }
}
