/// The names of several panes of which one is on the screen.
public enum TabLine {
  /// Draws the names in a row, the current one marked by style and by the cursor's sign.
  /// - Returns: the columns of each name, for the mouse; those that have no room are missing.
  public static func draw(
    on surface: inout Surface, _ titles: [String], current: Int, x: Int, y: Int, columns: Int, styles: StyleSheet
  ) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var place = x
    for (number, title) in titles.enumerated() {
      let isCurrent = number == current
      let width = TextWidth.columns(of: title) + 2
      guard place + width <= x + columns else { break }
      if isCurrent { surface.draw(.cursor, x: place, y: y, style: styles[.accent]) }
      surface.draw(title, x: place + 2, y: y, style: styles[isCurrent ? .titleFocused : .title])
      places.append(place..<(place + width))
      place += width + 2
    }
    return places
  }
}
