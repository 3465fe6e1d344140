import PostilCore
import PostilModel
import PostilScreen

/// A desk over which popups and prompts lie. What keys mean in them is the same at every desk: a desk says which rows
/// there are and what choosing one does.
protocol LayeredDesk {
  /// What the desk works at.
  associatedtype Work
  /// What a key leads to.
  associatedtype Step

  /// What lies over the desk, the top one last.
  var layers: [Layer] { get set }
  /// The keys of a sequence typed so far.
  var pending: [Key] { get }
  /// The theme in force.
  var themeName: String { get set }
  /// How much of the last popup was shown.
  var popupExtent: PopupExtent { get set }

  /// The rows of a popup, narrowed by its filter.
  func rows(of popup: Popup, session: Work, now: Timestamp) -> [PopupRow]
  /// The ways to go on with a prompt's line.
  func completions(of prompt: Prompt, session: Work) -> [QueueFilterCompletion]
  /// Does what a row is for; its popup is closed already.
  mutating func take(_ choice: PopupRow.Choice, session: Work) -> [Step]
  /// What concerns the terminal.
  static func outside(_ intent: Intent) -> Step
}

extension LayeredDesk {
  /// Rows that are only counted or chosen from tell no time.
  private func rows(of popup: Popup, session: Work) -> [PopupRow] {
    rows(of: popup, session: session, now: Timestamp(milliseconds: 0))
  }

  /// Opens a popup over the desk, the cursor on what is in force.
  mutating func open(_ purpose: Popup.Purpose, session: Work) {
    var popup = Popup(purpose)
    popup.formerTheme = themeName
    switch purpose {
    case .themes, .sort, .errorTypes:
      popup.cursor = rows(of: popup, session: session).firstIndex(where: \.isInForce) ?? 0
    default: break
    }
    layers.append(.popup(popup))
  }

  /// Keys that a popup takes before the keymap; nil for the others.
  mutating func handlePopup(_ key: Key, session: Work) -> [Step]? {
    guard case .popup(var popup) = layers.last, let step = popup.press(key) else { return nil }
    return go(step, popup, session: session)
  }

  /// Keys while the filter of a popup is typed; nil for those of the keymap.
  mutating func handleFiltering(_ key: Key, session: Work) -> [Step]? {
    guard case .popup(var popup) = layers.last, pending.isEmpty,
      let step = popup.pressFiltering(key, page: popupExtent.page)
    else { return nil }
    return go(step, popup, session: session)
  }

  /// A command given while a popup is on top; nil for those that are not the popup's.
  mutating func runInPopup(_ command: Command, session: Work) -> [Step]? {
    guard case .popup(var popup) = layers.last else { return nil }
    if command == .help, popup.purpose != .help {
      open(.help, session: session)
      return []
    }
    guard let step = popup.run(command, page: popupExtent.page) else { return nil }
    return go(step, popup, session: session)
  }

  /// A click while a popup or a prompt is on top: on a row it chooses, outside it closes.
  mutating func clickLayer(_ found: [ClickTarget], session: Work) -> [Step] {
    guard case .popup(var popup) = layers.last else { return [] }
    switch found.first?.action {
    case .popupRow(let row):
      popup.cursor = row
      return go(.choose, popup, session: session)
    case .popup: return []
    default: return go(.close, popup, session: session)
    }
  }

  private mutating func go(_ step: Popup.Step, _ popup: Popup, session: Work) -> [Step] {
    layers[layers.count - 1] = .popup(popup)
    switch step {
    case .stay: return []
    case .close: return close(popup)
    case .move(let distance): return move(popup, by: distance, session: session)
    case .choose:
      let rows = rows(of: popup, session: session)
      guard rows.indices.contains(popup.cursor), let choice = rows[popup.cursor].choice else { return [] }
      layers.removeLast()
      return take(choice, session: session)
    }
  }

  /// Moves the cursor of a list that is chosen from, or scrolls one that is read. A theme is tried on as one moves.
  private mutating func move(_ popup: Popup, by distance: Int, session: Work) -> [Step] {
    var popup = popup
    var steps: [Step] = []
    if popup.isChosenFrom {
      let rows = rows(of: popup, session: session)
      popup.cursor = max(0, min(rows.count - 1, popup.cursor + distance))
      if case .theme(let name) = rows.indices.contains(popup.cursor) ? rows[popup.cursor].choice : nil {
        themeName = name
        steps = [Self.outside(.setTheme(name))]
      }
    } else {
      popup.top = max(0, min(max(0, popupExtent.rows - popupExtent.page), popup.top + distance))
    }
    layers[layers.count - 1] = .popup(popup)
    return steps
  }

  private mutating func close(_ popup: Popup) -> [Step] {
    layers.removeLast()
    guard popup.purpose == .themes, popup.formerTheme != themeName else { return [] }
    themeName = popup.formerTheme
    return [Self.outside(.setTheme(popup.formerTheme))]
  }

  /// Draws the popup at a place among the layers and keeps its scrolling within its rows.
  mutating func draw(_ popup: Popup, at index: Int, size: Size, session: Work, _ painter: inout Painter) {
    let rows = rows(of: popup, session: session, now: painter.now)
    let isTop = index == layers.count - 1
    let drawn = PopupPicture(popup: popup, rows: rows, size: size, isTop: isTop).draw(&painter)
    popupExtent = PopupExtent(rows: drawn.rows, page: drawn.page)
    layers[index] = .popup(drawn.popup)
  }
}
