/// A popup's frame: one thin border, a title on its top line, a footer on its bottom line.
public enum PopupFrame {
  /// The place of a popup in the middle of an area, as large as it wishes and the area allows.
  public static func place(columns: Int, rows: Int, in area: Rectangle) -> Rectangle {
    let width = min(area.width, columns)
    let height = min(area.height, rows)
    return Rectangle(
      x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width: width, height: height)
  }

  /// Blanks the place, draws the frame, and gives the room inside: two columns of margin on both sides. The column
  /// beside it is blanked too, so that no word behind touches the frame.
  public static func draw(
    on surface: inout Surface, _ place: Rectangle, title: String, footer: String = "", styles: StyleSheet
  ) -> Rectangle {
    surface.fill(place.inset(left: -1, right: -1), style: styles[.text])
    surface.fill(place, style: styles[.popup])
    surface.border(place, style: styles[.popupBorder])
    let columns = place.width - 6
    if !title.isEmpty && columns > 0 {
      let title = " " + TextWidth.truncate(title, to: columns, ellipsis: surface.alphabet.string(.ellipsis)) + " "
      surface.draw(title, x: place.x + 2, y: place.y, clip: place, style: styles[.popupTitle])
    }
    if !footer.isEmpty && columns > 0 {
      let footer = " " + TextWidth.truncate(footer, to: columns, ellipsis: surface.alphabet.string(.ellipsis)) + " "
      let x = place.right - 2 - TextWidth.columns(of: footer)
      surface.draw(footer, x: x, y: place.bottom - 1, clip: place, style: styles[.textDim])
    }
    return place.inset(left: 3, top: 1, right: 3, bottom: 1)
  }
}
