/// Which rows of a long list are on the screen. Takes the same time for ten rows and for a million.
public struct ListWindow: Sendable, Hashable {
  /// The rows of the list.
  public private(set) var total: Int
  /// The rows on the screen.
  public private(set) var height: Int
  /// The first row on the screen, from 0.
  public private(set) var top: Int
  /// The row of the cursor, from 0; 0 when the list is empty.
  public private(set) var selected: Int
  /// Rows kept in sight above and below the cursor where there are any.
  public let context: Int

  /// A window.
  public init(total: Int = 0, height: Int = 0, selected: Int = 0, top: Int = 0, context: Int = 2) {
    self.total = max(0, total)
    self.height = max(0, height)
    self.context = max(0, context)
    self.selected = selected
    self.top = top
    settle()
  }

  /// The rows on the screen.
  public var visible: Range<Int> { top..<min(total, top + height) }

  /// Puts the cursor on a row, or on the nearest that there is.
  public mutating func select(_ row: Int) {
    selected = row
    settle()
  }

  /// Moves the cursor.
  public mutating func move(by rows: Int) { select(selected.addingReportingOverflow(rows).partialValue) }

  /// Moves cursor and rows by pages, one row of the old page staying in sight.
  public mutating func page(by pages: Int) {
    let step = pages * max(1, height - 1)
    top += step
    select(selected + step)
  }

  /// Scrolls without moving the cursor further than needed to keep it in sight.
  public mutating func scroll(by rows: Int) {
    top = max(0, min(top + rows, max(0, total - height)))
    let margin = min(context, max(0, (height - 1) / 2))
    let low = top == 0 ? 0 : top + margin
    let high = top + height >= total ? total - 1 : top + height - 1 - margin
    selected = max(low, min(selected, max(low, high)))
    settle()
  }

  /// Fits to another list or another size of the screen.
  public mutating func resize(total: Int, height: Int) {
    self.total = max(0, total)
    self.height = max(0, height)
    settle()
  }

  private mutating func settle() {
    selected = max(0, min(selected, total - 1))
    let margin = min(context, max(0, (height - 1) / 2))
    top = min(top, selected - margin)
    top = max(top, selected + margin - height + 1)
    top = max(0, min(top, total - height))
  }
}
