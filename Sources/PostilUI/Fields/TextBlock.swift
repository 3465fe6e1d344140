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

  /// Where it begins in the text, in bytes of UTF-8.
  var start = 0
  /// Code keeps its shape: its lines are broken at the width only, and a sign tells where.
  var isCode = false

  /// The row after the last one.
  var bottom: Int { top + layout.count }
}
