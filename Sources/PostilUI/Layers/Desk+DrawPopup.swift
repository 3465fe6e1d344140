import PostilCore
import PostilModel
import PostilScreen

extension Desk {
  /// Draws a popup and keeps its scrolling within its rows.
  mutating func draw(_ popup: Popup, at index: Int, isTop: Bool, session: Session, _ painter: inout Painter) {
    let rows = rows(of: popup, session: session, now: painter.now)
    let drawn = PopupPicture(popup: popup, rows: rows, size: size, isTop: isTop).draw(&painter)
    cache.popupRows = drawn.rows
    cache.popupPage = drawn.page
    layers[index] = .popup(drawn.popup)
  }
}
