import PostilScreen

/// A list over the desk: help, commands, themes, orders, history, headings.
struct Popup: Sendable {
  /// What the list is for.
  enum Purpose: Sendable, Hashable { case help, palette, themes, sort, history, outline, errorTypes }

  let purpose: Purpose
  /// The row under the cursor, among those that can be chosen; for lists that are only read, unused.
  var cursor = 0
  /// The first row shown.
  var top = 0
  /// What narrows the list.
  var filter = LineInput()
  /// True while the filter is being typed.
  var isFiltering = false
  /// The theme to go back to when none is chosen.
  var formerTheme = ""

  init(_ purpose: Purpose) {
    self.purpose = purpose
    isFiltering = purpose == .palette
  }

  /// Whether a row can be chosen; else the list is only read.
  var isChosenFrom: Bool { purpose != .help && purpose != .history }

  var title: String {
    switch purpose {
    case .help: "All keys of this place"
    case .palette: "Commands"
    case .themes: "Themes"
    case .sort: "Order of the queue"
    case .history: "History"
    case .outline: "Headings of the guidelines"
    case .errorTypes: "What was wrong"
    }
  }
}
