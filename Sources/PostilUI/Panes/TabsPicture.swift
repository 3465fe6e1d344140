import PostilScreen

/// The line of tabs where one pane is seen at a time: `[Task]  Answers`.
struct TabsPicture {
  /// A tab: its title, whether it is the one that is seen, and what a click on it does.
  struct Tab {
    var title: String
    var isShown: Bool
    var action: ClickTarget.Action
  }

  let tabs: [Tab]
  /// The keys that go from tab to tab.
  let keys: String

  func draw(in area: Rectangle, _ painter: inout Painter) {
    var x = area.x + 1
    for tab in tabs {
      let text = tab.isShown ? "[" + tab.title + "]" : " " + tab.title + " "
      let role: Role = tab.isShown ? .titleFocused : .textDim
      let used = painter.text(text, x: x, y: area.y, columns: area.right - x, role)
      painter.target(Rectangle(x: x, y: area.y, width: used, height: 1), tab.action)
      x += used + 1
    }
    guard area.right - x > keys.utf8.count + 2 else { return }
    painter.text(keys, endingAt: area.right - 1, y: area.y, columns: keys.utf8.count, .textDim)
  }
}
