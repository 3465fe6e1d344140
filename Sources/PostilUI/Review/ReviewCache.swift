import PostilModel
import PostilScreen

/// Texts laid out for the last picture of the review desk, and how much of each part it showed: what scrolling goes by.
struct ReviewCache: Sendable {
  var content: TaskContent?
  /// Rows of the task's text in all, and those that a page shows.
  var taskRows = 0
  var taskPage = 1
  /// Rows of the value under the cursor with what stands below it, and those that are shown.
  var cellRows = 0
  var cellPage = 1
  var overlayRows = 0
  var overlayPage = 1
  var guidelines: GuidelinesContent?
  var popup = PopupExtent()
  /// The value under the cursor, and what it was made of.
  var cell: (key: CellKey, value: CellValue)?

  /// What the whole value of a cell depends on.
  struct CellKey: Sendable, Hashable {
    var task: Int
    var revision: Int
    var row: Int
    var column: Int
    var width: Int
  }
}
