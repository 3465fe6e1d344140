import PostilCore
import PostilModel
import PostilScreen

/// A list over a desk, as it is drawn.
struct PopupPicture {
  /// A row of a popup with its words wrapped.
  private struct Wrapped {
    var row: PopupRow
    var layout: TextLayout?
    /// The detail on lines of its own, where it has no room beside the last line.
    var below: TextLayout?
    var count: Int { max(1, layout?.count ?? 1) + (below?.count ?? 0) }

    init(_ row: PopupRow, room: Int?) {
      self.row = row
      layout = room.map { TextLayout(row.text, width: $0) }
      guard let room, let layout, !row.detail.isEmpty else { return }
      guard layout.columns(ofLine: layout.count - 1) + 2 + TextWidth.columns(of: row.detail) > room else { return }
      below = TextLayout(row.detail, width: room)
    }
  }

  let popup: Popup
  let rows: [PopupRow]
  /// The screen's size.
  let size: Size
  /// Whether it has the keyboard.
  let isTop: Bool

  /// Draws it. Returns the popup scrolled to its cursor, all its rows, and those that a page shows.
  func draw(_ painter: inout Painter) -> (popup: Popup, rows: Int, page: Int) {
    let width = min(size.columns - 2, popup.isChosenFrom && popup.purpose != .palette ? 68 : 92)
    let keys = rows.filter { $0.look != .heading }.map { TextWidth.columns(of: $0.keys) }.max() ?? 0
    let indent = keys == 0 ? 0 : min(keys, 18) + 2
    let hasFilter = popup.isFiltering || !popup.filter.isEmpty
    let wrapped = rows.map { row in
      let isWrapped = !popup.isChosenFrom && !row.text.isEmpty
      let room = width - 6 - (row.look == .heading ? 0 : indent)
      return Wrapped(row, room: isWrapped ? max(2, room) : nil)
    }
    let total = wrapped.reduce(0) { $0 + $1.count }
    let height = min(size.rows - 2, max(total, popup.purpose == .palette ? 14 : 3) + 2 + (hasFilter ? 2 : 0))
    let area = Self.centred(width: width, height: height, on: size)
    painter.target(area, .popup)
    var inner = painter.frame(area, title: popup.title)
    if hasFilter {
      drawFilter(x: inner.x, y: inner.y, columns: inner.width, &painter)
      inner = inner.inset(top: inner.height > 4 ? 2 : 1)
    }
    var scrolled = popup
    scrolled.top = top(total: total, page: inner.height)
    let clip = painter.clip
    painter.clip = clip.intersection(inner)
    if rows.isEmpty { painter.text("Nothing has that.", x: inner.x, y: inner.y, .textDim, on: painter.style(.popup)) }
    var y = inner.y - scrolled.top
    for (place, item) in wrapped.enumerated() {
      if y >= inner.bottom { break }
      if y + item.count > inner.y {
        let isCursor = popup.isChosenFrom && place == popup.cursor
        draw(item, y: y, inner: inner, indent: indent, isCursor: isCursor, place: place, &painter)
      }
      y += item.count
    }
    painter.clip = clip
    let base = painter.style(.popup)
    if scrolled.top > 0 { painter.sign(.moreAbove, x: area.right - 2, y: inner.y, .textDim, on: base) }
    if scrolled.top + inner.height < total {
      painter.sign(.moreBelow, x: area.right - 2, y: inner.bottom - 1, .textDim, on: base)
    }
    return (scrolled, total, max(1, inner.height))
  }

  /// The place of a box in the middle of a screen, below its first row and above its last.
  static func centred(width: Int, height: Int, on size: Size) -> Rectangle {
    let room = Rectangle(x: 0, y: 1, width: size.columns, height: size.rows - 2)
    return PopupFrame.place(columns: width, rows: height, in: room)
  }

  /// The filter line.
  private func drawFilter(x: Int, y: Int, columns: Int, _ painter: inout Painter) {
    let base = painter.style(.popup)
    let mark = popup.purpose == .palette ? ":" : "/"
    painter.text(mark, x: x, y: y, .accent, on: base)
    if popup.isFiltering, isTop {
      painter.entry(popup.filter, x: x + 2, y: y, columns: columns - 2, on: base)
    } else {
      painter.text(popup.filter.text, x: x + 2, y: y, columns: columns - 2, .text, on: base)
    }
  }

  private func top(total: Int, page: Int) -> Int {
    var top = popup.top
    if popup.isChosenFrom {
      if popup.cursor < top { top = popup.cursor }
      if popup.cursor >= top + page { top = popup.cursor - page + 1 }
    }
    return max(0, min(top, total - page))
  }

  private func draw(
    _ item: Wrapped, y: Int, inner: Rectangle, indent: Int, isCursor: Bool, place: Int, _ painter: inout Painter
  ) {
    let row = item.row
    let base = isCursor ? painter.style(.popupCursor, on: painter.style(.popup)) : painter.style(.popup)
    var x = inner.x
    if isCursor { painter.fill(Rectangle(x: inner.x, y: y, width: inner.width, height: 1), base) }
    if row.choice != nil {
      painter.target(Rectangle(x: inner.x, y: y, width: inner.width, height: 1), .popupRow(place))
    }
    if row.look != .heading {
      if isCursor { painter.sign(.cursor, x: inner.x, y: y, .accent, on: base) }
      x += row.choice == nil ? 0 : 2
      painter.text(row.keys, x: x, y: y, columns: max(0, indent - 2), .key, on: base)
      x += indent
    }
    let role: Role =
      switch row.look {
      case .heading: .popupTitle
      case .plain: .text
      case .dim: .textDim
      case .changed: .text
      }
    var hit = painter.theme.overlay(.searchHit)
    // On a reversed row, a reversed hit would not be seen.
    if hit.attributes.contains(.reverse), base.attributes.contains(.reverse) { hit.attributes = .underline }
    let highlights = row.matches.map { Highlight($0, style: hit) }
    var end = x
    if let layout = item.layout {
      for line in 0..<layout.count {
        painter.line(layout, line, x: x, y: y + line, role, on: base, highlights: highlights)
      }
      end = x + layout.columns(ofLine: layout.count - 1)
    } else {
      // A layout as wide as can be is one line, and its highlights go by bytes.
      let layout = TextLayout(row.text, width: max(2, inner.right - x))
      painter.line(layout, 0, x: x, y: y, role, on: base, highlights: highlights)
      end = x + layout.columns(ofLine: 0)
    }
    guard !row.detail.isEmpty else { return }
    if let below = item.below {
      for line in 0..<below.count {
        // One line stands at the right as a detail does, several read as a paragraph.
        let start = below.count == 1 ? inner.right - below.columns(ofLine: 0) : x
        painter.line(below, line, x: start, y: y + item.count - below.count + line, .textDim, on: base)
      }
    } else if row.choice == nil {
      let last = y + item.count - 1
      painter.text(row.detail, endingAt: inner.right, y: last, columns: inner.right - end - 2, .textDim, on: base)
    } else {
      let detail = max(end + 2, inner.x + indent + 24)
      let room = inner.right - detail
      guard room >= min(8, TextWidth.columns(of: row.detail)) else { return }
      painter.text(row.detail, x: detail, y: y, columns: room, .textDim, on: base)
    }
  }
}
