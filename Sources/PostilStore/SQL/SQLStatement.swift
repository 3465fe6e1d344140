/// A prepared statement. Parameters and columns are counted from 0.
protocol SQLStatement: AnyObject {
  /// Sets a parameter.
  func bind(_ value: SQLValue, at index: Int)
  /// Sets a parameter to a whole number.
  func bind(_ value: Int, at index: Int)
  /// Sets a parameter to valid UTF-8, without a copy: the bytes must stay where they are until `reset`.
  func bind(utf8: UnsafeRawBufferPointer, at index: Int)
  /// Goes to the next row; false when there is none (for a statement that returns no rows: when it is done).
  func step() throws(StoreError) -> Bool
  /// Makes it ready to run again. Bound values stay.
  func reset()
  /// True between a `step` that gave a row and the next `reset`.
  var isRunning: Bool { get }

  /// True when the column holds no value.
  func isNull(_ column: Int) -> Bool
  /// The column's whole number; 0 for null.
  func integer(_ column: Int) -> Int
  /// The column's number; 0 for null.
  func double(_ column: Int) -> Double
  /// The column's text; empty for null.
  func text(_ column: Int) -> String
  /// The column's UTF-8, valid until the next `step` or `reset`.
  func utf8(_ column: Int) -> UnsafeRawBufferPointer
}

extension SQLStatement {
  /// Sets all parameters.
  func bind(_ values: [SQLValue]) {
    for (index, value) in values.enumerated() { bind(value, at: index) }
  }

  /// Runs it to its end with the given parameters.
  func run(_ values: [SQLValue] = []) throws(StoreError) {
    bind(values)
    defer { reset() }
    while try step() {}
  }

  /// What `read` makes of the first row, or nil when there is none.
  func first<T>(_ values: [SQLValue] = [], _ read: (any SQLStatement) throws(StoreError) -> T) throws(StoreError) -> T?
  {
    bind(values)
    defer { reset() }
    return try step() ? try read(self) : nil
  }

  /// What `read` makes of each row.
  func all<T>(_ values: [SQLValue] = [], _ read: (any SQLStatement) throws(StoreError) -> T) throws(StoreError) -> [T] {
    bind(values)
    defer { reset() }
    var rows: [T] = []
    while try step() { rows.append(try read(self)) }
    return rows
  }
}
