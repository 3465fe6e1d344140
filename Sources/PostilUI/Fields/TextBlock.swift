import PostilScreen

/// A wrapped piece of a task's text on the screen.
struct TextBlock: Sendable {
  /// The row of its first line, from the top of the task.
  var top: Int
  /// The columns before it.
  var indent: Int
  /// The text in lines.
  var layout: TextLayout
  /// How it looks.
  var role: Role
  /// Which text of the field it is, for search; nil for headings and the like.
  var text: Int?
  /// A word before the first line, in the indent.
  var label = ""
  /// The field's place among the project's fields.
  var field = 0

  /// The row after the last one.
  var bottom: Int { top + layout.count }
}
