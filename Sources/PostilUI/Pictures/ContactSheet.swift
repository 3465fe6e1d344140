import PostilScreen

/// The queue as a sheet of small pictures: how they are laid out, and which are seen.
struct ContactSheet: Sendable, Hashable {
  /// Columns of one picture with the column behind it, from the smallest size to the largest.
  private static let widths = [10, 15, 20, 30, 40]

  /// How large the pictures are, by place among the sizes.
  var size = 1
  /// The place in the queue of the first picture on the screen.
  var top = 0
  /// Pictures in a row and rows, on the last screen.
  private(set) var columns = 1
  private(set) var rows = 1

  /// How many are on the screen.
  var count: Int { columns * rows }

  /// Larger or smaller pictures; false where there is no other size.
  mutating func resize(by step: Int) -> Bool {
    guard Self.widths.indices.contains(size + step) else { return false }
    size += step
    return true
  }

  /// Columns and rows of a picture with its caption, for cells twice as high as wide and pictures wider than high.
  private var cell: (width: Int, height: Int) {
    let width = Self.widths[size]
    return (width, max(3, (width * 3 / 4 + 1) / 2 + 1))
  }

  /// Lays the sheet out in an area and moves it so that the cursor is seen. Returns where each picture stands, with its
  /// place in the queue.
  mutating func lay(in area: Rectangle, cursor: Int, count: Int) -> [(rank: Int, place: Rectangle)] {
    let cell = cell
    columns = max(1, (area.width + 1) / cell.width)
    rows = max(1, area.height / cell.height)
    top -= top % columns
    if cursor < top { top = cursor - cursor % columns }
    if cursor >= top + columns * rows { top = cursor - cursor % columns - columns * (rows - 1) }
    top = max(0, top)
    return (top..<max(top, min(count, top + columns * rows))).map { rank in
      let index = rank - top
      let x = area.x + index % columns * cell.width
      let y = area.y + index / columns * cell.height
      return (rank, Rectangle(x: x, y: y, width: cell.width - 1, height: cell.height))
    }
  }
}
